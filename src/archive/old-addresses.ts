// Addresses that articles had before, and how plain files answer them: a page that leads on. One that asks by
// number, `/?p=12` as WordPress did, is the front page to a file host; there a script looks it up.

import { directionOf, type Article } from '../article/article.ts';
import { slugFor } from '../article/slug.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { Archive } from './archive.ts';
import { paths, termPath } from './urls.ts';
import { escapeXml } from './xml.ts';

/** `news/1207/index.html` answers `/news/1207/`; `?p=12` is looked up on the front page. */
export type Answer = { file: string } | { query: string };

/**
 * Tells what answers an old address. A host opens the `index.html` of a folder of any name, `/story.php/` too,
 * where a file of that name would be sent as a program's text.
 *
 * @param alias a path on this site, percent-encoded or not
 * @returns none where no file can: another query, a name or path that no disk or store takes
 */
export function answerTo(alias: string): Answer | undefined {
  const [path = '', query] = alias.split(/\?(.*)/s, 2);
  if (query !== undefined) {
    return path === '/' && /^(?:p|page_id|id)=\d+$/.test(query)
      ? { query: `?${query}` }
      : undefined;
  }
  const names = path.split('/').filter(Boolean).map(decodeName);
  const last = names.pop();
  // A folder cannot have the name of the file that answers `/story.html`.
  if (last === undefined || !names.every((name) => name !== undefined && !isPage(name)))
    return undefined;
  const file = [...names, isPage(last) ? last : `${last}/index.html`].join('/');
  return Buffer.byteLength(file) <= longestPath ? { file } : undefined;
}

const isPage = (name: string): boolean => /\.html?$/i.test(name);

/** The longest name, in bytes, that common file systems take; less the ending of a compressed copy. */
const longestName = 255 - '.gz'.length;

/** The longest path, in bytes: a key of an object store that speaks S3 (Amazon S3, *Naming objects*). */
const longestPath = 1024 - '.gz'.length;

/** What no address of a file can hold: it would end there, or be another. */
// oxlint-disable-next-line no-control-regex -- control characters are among it
const noName = /^\.{1,2}$|[\u0000-\u001F\u007F/\\?#]/;

function decodeName(encoded: string): string | undefined {
  try {
    const name = decodeURIComponent(encoded);
    return noName.test(name) || Buffer.byteLength(name) > longestName ? undefined : name;
  } catch {
    return undefined;
  }
}

/** A page that leads from an old address to its article. */
export interface OldAddress {
  file: string;
  title: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The path where the article is. */
  to: string;
}

/** Every old address that a page answers; of two articles that claim one, the newer has it. */
export function oldAddresses(newestFirst: readonly Article[]): OldAddress[] {
  const found = new Map<string, OldAddress>();
  for (const article of newestFirst) {
    for (const alias of article.aliases) {
      const answer = answerTo(alias);
      if (!answer || !('file' in answer) || found.has(answer.file)) continue;
      if (answer.file === `${article.id}/index.html`) continue;
      const { title, lang, dir } = article;
      found.set(answer.file, { file: answer.file, title, lang, dir, to: paths.article(article) });
    }
  }
  return [...found.values()];
}

/**
 * The addresses that a topic would have by its other names, as far as no topic has them.
 *
 * @param language of the site, in which the pages are
 */
export function otherTopicAddresses(
  { topics, slugs }: Pick<Archive, 'topics' | 'slugs'>,
  notes: readonly TopicNote[],
  language: string,
): OldAddress[] {
  return notes.flatMap(({ name, names }) => {
    const slug = slugs.topics.get(name);
    if (slug === undefined) return [];
    const others = [...new Set(names.map(slugFor))].filter((other) => !topics.has(other));
    return others.map((other) => ({
      file: `${termPath(paths.topics, other).slice(1)}index.html`,
      title: name,
      lang: language,
      dir: directionOf(language),
      to: termPath(paths.topics, slug),
    }));
  });
}

/** The paths of articles by the query that once named them, `?p=12`. */
export function pathsByQuery(newestFirst: readonly Article[]): Record<string, string> {
  const found = new Map<string, string>();
  for (const article of newestFirst) {
    for (const alias of article.aliases) {
      const answer = answerTo(alias);
      if (answer && 'query' in answer && !found.has(answer.query)) {
        found.set(answer.query, paths.article(article));
      }
    }
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Prints the page at an old address. Search engines take a refresh after no time for a permanent redirect
 * (Google, *Redirects and Google Search*), and `canonical` says so to all.
 *
 * @param link the article's address as the page links to it
 * @param canonical the same with its host
 */
export function printOldAddress(
  { title, lang, dir }: OldAddress,
  { link, canonical }: { link: string; canonical: string },
): string {
  const [to, name] = [escapeXml(link), escapeXml(title)];
  return `<!doctype html>
<html lang="${escapeXml(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeXml(canonical)}">
<title>${name}</title>
</head>
<body>
<p><a href="${to}">${name}</a></p>
</body>
</html>
`;
}
