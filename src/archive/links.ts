// Where the links of articles lead. A keeper writes them as files lie, `../06/flood.md#causes`, `report.pdf`, or as
// the site has them, `/2023/11/06/flood/`; a link by file is led to the address where the file is served.

import type { Article } from '../article/article.ts';
import type { FileReading } from '../article/file-facts.ts';
import { fileNameOf, fragmentOf, isArticleFile, isPublishable } from '../article/file-names.ts';
import { isRefused } from '../markdown/safe-html.ts';
import { servedName } from './pictures.ts';
import { encodePath, paths } from './urls.ts';

/** Where a link leads. */
export type Target =
  /** `fragment` begins with `#`, or is empty. */
  | { kind: 'article'; article: Article; fragment: string }
  /** A part of the same article. */
  | { kind: 'part'; fragment: string }
  /** A file beside the article, by its path in the content folder. */
  | { kind: 'file'; file: string; name: string; fragment: string }
  /** An address of this site, from its root, that names no file of the content folder. */
  | { kind: 'address'; path: string }
  | { kind: 'nowhere'; why: Nowhere; name: string };

/**
 * Why a link leads nowhere: no such article; no such file; a file that is none of the kinds that are published, or
 * not safe; a file that does not lie beside the article; a scheme that is refused.
 */
export type Nowhere =
  'article-missing' | 'file-missing' | 'file-refused' | 'file-elsewhere' | 'scheme-refused';

/** Finds what is known of a file, by its path in the content folder. */
export type FindFile = (path: string) => FileReading | undefined;

export type ResolveLink = (from: Article, address: string) => Target;

/** What articles' paths begin with in the content folder. */
const articlesRoot = 'articles/';

/**
 * Makes a function that says where a link leads.
 *
 * @param articles those that are published; a link to another leads nowhere
 */
export function linkResolver(articles: Iterable<Article>, findFile: FindFile): ResolveLink {
  const byFile = new Map<string, Article>();
  for (const article of articles) byFile.set(article.file.normalize('NFC'), article);
  const articleAt = (path: string): Article | undefined =>
    byFile.get(path) ?? byFile.get(`${path}.md`) ?? byFile.get(`${path}.markdown`);

  return (from, address) => {
    const name = fileNameOf(address);
    if (isRefused(address)) return { kind: 'nowhere', why: 'scheme-refused', name: address };
    const fragment = fragmentOf(address);
    if (name === '' && /^(?:#|$)/.test(address)) return { kind: 'part', fragment };
    const [path, ...others] = contentPaths(from.file, name);
    for (const candidate of [path, ...others]) {
      const article = candidate === undefined ? undefined : articleAt(candidate);
      if (article) return { kind: 'article', article, fragment };
    }
    if (isArticleFile(name)) return { kind: 'nowhere', why: 'article-missing', name };
    if (name.startsWith('/')) return { kind: 'address', path: address };
    const reading = path === undefined ? undefined : findFile(path);
    if (path === undefined || !reading || ('fault' in reading && reading.fault === 'missing')) {
      if (isPublishable(name)) return { kind: 'nowhere', why: 'file-missing', name };
      return { kind: 'address', path: addressFrom(from, address) };
    }
    if ('fault' in reading) return { kind: 'nowhere', why: 'file-refused', name };
    if (name.split('/').includes('..')) return { kind: 'nowhere', why: 'file-elsewhere', name };
    return { kind: 'file', file: path, name, fragment };
  };
}

/** The paths in the content folder that a name may stand for, the likeliest first. */
function contentPaths(from: string, name: string): string[] {
  if (name.startsWith('/')) {
    const below = name.slice(1).replace(/^(?:content\/)?articles\//, '');
    return [normalized(articlesRoot + below)].filter((path) => path !== undefined);
  }
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  return [normalized(folder + name), normalized(articlesRoot + name)].filter(
    (path) => path !== undefined,
  );
}

/** A path without `.` and `..`; none where it leads out of the content folder. */
function normalized(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.normalize('NFC').split('/')) {
    if (part === '.' || part === '') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** A relative address as the article's page has it. */
const addressFrom = (from: Article, address: string): string => {
  const { pathname, search, hash } = new URL(address, `https://site.invalid${paths.article(from)}`);
  return pathname + search + hash;
};

/** The paths in the content folder of the files that an article may link to, whether they are there or not. */
export function linkedFiles({ file, references }: Article): string[] {
  return references.flatMap(({ kind, address }) => {
    const name = kind === 'link' ? fileNameOf(address) : '';
    if (name === '' || name.startsWith('/') || isRefused(address) || isArticleFile(name)) return [];
    return contentPaths(file, name).slice(0, 1);
  });
}

/** Where a file beside an article is served: `/2023/11/12/flood/report.pdf`. */
export const pathBeside = (article: Pick<Article, 'id'>, name: string): string =>
  `${paths.article(article)}${servedName(name)}`;

/** What an article's links by file become: paths of the site, by the address as written. */
export function ledLinks(article: Article, resolve: ResolveLink): Record<string, string> {
  const led: Record<string, string> = {};
  for (const { kind, address } of article.references) {
    if (kind !== 'link') continue;
    const target = resolve(article, address);
    if (target.kind === 'article') led[address] = paths.article(target.article) + target.fragment;
    if (target.kind === 'file') {
      led[address] = encodePath(pathBeside(article, target.name)) + target.fragment;
    }
  }
  return led;
}

/** A file that is published beside an article. */
export interface FileBeside {
  path: string;
  /** In the content folder. */
  file: string;
  digest: string;
}

/** The files that are published beside an article because it links to them. */
export function filesBeside(
  article: Article,
  resolve: ResolveLink,
  findFile: FindFile,
): FileBeside[] {
  const found = new Map<string, FileBeside>();
  for (const { kind, address } of article.references) {
    const target = kind === 'link' ? resolve(article, address) : undefined;
    if (target?.kind !== 'file') continue;
    const reading = findFile(target.file);
    if (!reading || 'fault' in reading) continue;
    const path = pathBeside(article, target.name);
    found.set(path, { path, file: target.file, digest: reading.digest });
  }
  return [...found.values()];
}
