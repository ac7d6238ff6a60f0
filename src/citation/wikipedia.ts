import { dayFirst } from './dates.ts';
import type { NewsItem } from './news-item.ts';

/** The template `{{cite news}}` of the English Wikipedia (Template:Cite news, parameters as documented there). */
export function printWikipedia(item: NewsItem): string {
  const authors = (item.author ?? []).flatMap((name, i): [string, string][] =>
    'literal' in name
      ? [[`author${i + 1}`, name.literal]]
      : [
          [`last${i + 1}`, name.family],
          [`first${i + 1}`, [name.given, name.suffix].filter(Boolean).join(' ')],
        ],
  );
  const parameters: [string, string | undefined][] = [
    ...authors,
    ['date', dayFirst(item.issued)],
    ['title', item.title],
    ['url', item.URL],
    ['work', item['container-title']],
    ['language', /^en\b/i.test(item.language) ? undefined : item.language],
    ['access-date', dayFirst(item.accessed)],
    ['via', item.archive],
  ];
  const written = parameters
    .filter((parameter): parameter is [string, string] => Boolean(parameter[1]))
    .map(([name, value]) => ` |${name}=${name === 'url' ? encodePipes(value) : escapeWiki(value)}`);
  return `{{cite news${written.join('')}}}`;
}

const encodePipes = (url: string): string =>
  url.replace(/[|{}[\]]/g, (mark) => encodeURIComponent(mark));

/** A bracket would end the link, a pipe the parameter; the rest has a meaning in wikitext. */
const escapeWiki = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[[\]{}<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/''+/g, (marks) => '&#39;'.repeat(marks.length))
    .replace(/~~~+/g, (marks) => '&#126;'.repeat(marks.length))
    .replace(/\|/g, '{{!}}');
