// Which files the site has, and who has each: what else wants a path (an old address, the name of a picture) must not
// take one of these, nor stand where one of them needs a folder.

import type { Article } from '../article/article.ts';
import { dataPaths } from './data/paths.ts';
import { filesBeside, linkResolver, type FindFile } from './links.ts';
import { planPictures, type FindPicture } from './pictures.ts';
import { paths } from './urls.ts';
import { iconPath, iconSizes } from './web-manifest.ts';

/** Who has a file of the site. */
export interface Holder {
  kind: 'page' | 'public' | 'article' | 'picture' | 'file';
  /** Its path: `2023/11/12/flood/map.png`; of a folder that the site keeps for itself with a slash at its end. */
  path: string;
  /** Of an article, a picture or a file beside one: the article's file. */
  article?: string | undefined;
}

export interface Outputs {
  /** Finds who has a path already, or who stands in its way; none where it is free. Paths are decoded. */
  holderOf: (path: string) => Holder | undefined;
}

/**
 * Folders in which every path is the site's own: those of topics, sections and authors hold their pages by slug, by
 * letter (`~m/`) and the parts of their names (`~names/`).
 */
const ownFolders = [
  '_astro/',
  '_hosts/',
  'search-index/',
  '.well-known/',
  dataPaths.page.slice(1),
  'on-this-day/',
  ...[
    paths.topics,
    paths.sections,
    paths.authors,
    paths.feeds,
    paths.watches,
    paths.corrections,
  ].map((path) => path.slice(1)),
];

const ownFiles = [
  'index.html',
  '404.html',
  ...[paths.undated, paths.dates, paths.search, paths.about, paths.coverage, paths.proof].map(
    (path) => `${path.slice(1)}index.html`,
  ),
  ...[
    paths.feed,
    paths.rss,
    paths.jsonFeed,
    paths.coverageFigures,
    paths.manifest,
    `${paths.manifest}.sig`,
  ].map((path) => path.slice(1)),
  '.htaccess',
  '_headers',
  '_redirects',
  'opensearch.xml',
  'look.css',
  'robots.txt',
  'llms.txt',
  'manifest.webmanifest',
  ...iconSizes.map((size) => iconPath(size).slice(1)),
  'sitemap.xml',
  'old-addresses.json',
];

/**
 * The pages of dates, whether there are articles of them or not, and their feeds; the parts of the sitemap; pictures for
 * sharing.
 */
const ownPattern =
  /^(?:\d{4}\/(?:\d{2}\/){0,2}index\.html|(?:\d{4}\/(?:\d{2}\/)?|undated\/)feed\.xml|sitemap-[^/]+\.xml|(?:\d{4}|undated)\/share\.png)$/;

/** Finds which of the pages that every archive may have is at a path, above it or below it. */
export function pageAt(path: string): Holder | undefined {
  const folder = ownFolders.find((own) => `${path}/`.startsWith(own));
  if (folder !== undefined) return { kind: 'page', path: folder };
  const own = [path, ...foldersAbove(path)].find(
    (one) => ownFiles.includes(one) || ownPattern.test(one),
  );
  return own === undefined ? undefined : { kind: 'page', path: own };
}

/**
 * Gathers all files of the site but those of old addresses.
 *
 * @param publicFiles what lies in `public/`, relative to it
 */
export function siteOutputs(
  articles: readonly Article[],
  {
    findPicture,
    findFile,
    publicFiles,
  }: { findPicture: FindPicture; findFile: FindFile; publicFiles: readonly string[] },
): Outputs {
  const holders = new Map<string, Holder>();
  const below = new Map<string, Holder>();
  const hold = (holder: Holder): void => {
    const path = holder.path.normalize('NFC');
    const folders = foldersAbove(path);
    // Who comes first has a place; what would lie below a file, or be one where a folder is, gets none.
    if (below.has(path) || [path, ...folders].some((one) => holders.has(one))) return;
    holders.set(path, holder);
    for (const folder of folders) {
      if (below.has(folder)) break;
      below.set(folder, holder);
    }
  };
  for (const path of publicFiles) hold({ kind: 'public', path });
  for (const { id, file } of articles) {
    hold({ kind: 'article', path: `${id}/index.html`, article: file });
  }
  const resolve = linkResolver(articles, findFile);
  for (const article of articles) {
    const held = { article: article.file };
    for (const { path } of planPictures(article, findPicture).outputs) {
      hold({ ...held, kind: 'picture', path: path.slice(1) });
    }
    for (const { path } of filesBeside(article, resolve, findFile)) {
      hold({ ...held, kind: 'file', path: path.slice(1) });
    }
    hold({ ...held, kind: 'page', path: `${article.id}/share.png` });
  }
  return {
    holderOf(path) {
      const name = path.normalize('NFC');
      const inTheWay = [name, ...foldersAbove(name)].map((one) => holders.get(one)).find(Boolean);
      return inTheWay ?? pageAt(name) ?? below.get(name);
    },
  };
}

/** `a/b/c.html` lies in `a/b` and `a`. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    folders.push(path.slice(0, at));
  }
  return folders;
}
