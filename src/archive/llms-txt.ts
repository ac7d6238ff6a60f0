import { dataPaths } from './data/paths.ts';
import { absolute, paths } from './urls.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Prints `llms.txt` (https://llmstxt.org): in Markdown, what the site is and where a program finds its texts. */
export function printLlmsTxt({
  name,
  description,
  address,
  licence,
}: {
  name: string;
  description: string;
  address: string;
  licence: { name: string; url?: string | undefined };
}): string {
  const link = (title: string, path: string): string => `- [${title}](${absolute(address, path)})`;
  const terms = licence.url === undefined ? licence.name : `[${licence.name}](${licence.url})`;
  return [
    `# ${oneLine(name)}`,
    '',
    `> ${oneLine(description)}`,
    '',
    `A static archive. Each article has a page of its own under its date, such as ${absolute(address, '/2024/03/01/')}. Licence: ${terms}.`,
    '',
    '## Texts',
    '',
    `${link('Feed of the newest articles, whole', paths.feed)}: its archive documents lead back to the first article, month by month (RFC 5005).`,
    link('All articles as data, by month and year', dataPaths.page),
    link('Sitemap', '/sitemap.xml'),
    '',
    '## Ways in',
    '',
    link('All dates', paths.dates),
    link('All topics', paths.topics),
    link('Search', paths.search),
    '',
  ].join('\n');
}
