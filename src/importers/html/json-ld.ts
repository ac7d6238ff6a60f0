// Structured data of schema.org in a page: what publishers tell search engines is the most careful statement
// of headline, date and author a page has.

import { textOfHtml } from './html-text.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ArticleData {
  headline?: string | undefined;
  datePublished?: string | undefined;
  dateModified?: string | undefined;
  authors: string[];
  section?: string | undefined;
  tags: string[];
  lang?: string | undefined;
  description?: string | undefined;
  publisher?: string | undefined;
  licence?: string | undefined;
  url?: string | undefined;
}

const articleType =
  /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|AnalysisNewsArticle|OpinionNewsArticle)$/;

/** Nodes nested deeper than this are not looked at. */
const deepest = 6;

/** What the page says of itself, to tell its article from others it lists. */
export interface PageIdentity {
  url: string | undefined;
  /** The title of the page. */
  title: string;
}

type Node = { [key: string]: Json };

/**
 * Finds the page's article among its JSON-LD blocks: the one with its address or headline, else the first that is
 * no entry of a list.
 */
export function findArticleData(
  blocks: readonly string[],
  page: PageIdentity,
): ArticleData | undefined {
  const found: { node: Node; isListed: boolean }[] = [];
  for (const block of blocks) collectArticles(parseBlock(block) ?? null, found, 0, false);
  const node =
    found.find((each) => isOfPage(each.node, page))?.node ??
    found.find(({ isListed }) => !isListed)?.node;
  return node && articleData(node);
}

function isOfPage(node: Node, { url, title }: PageIdentity): boolean {
  const own = text(node['mainEntityOfPage']) ?? text(node['url']) ?? text(node['@id']);
  if (url !== undefined && own !== undefined && bareAddress(own) === bareAddress(url)) return true;
  const headline = text(node['headline']) ?? text(node['name']);
  return headline !== undefined && headline.length > 8 && title.includes(headline);
}

const bareAddress = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[?#].*$|\/+$/g, '');

/** JSON-LD in pages is often wrapped in a comment or CDATA, and holds raw line ends in its texts. */
function parseBlock(block: string): Json | undefined {
  const text = block
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\]\]>)\s*$/g,
      '',
    )
    .trim()
    .replace(/;$/, '');
  for (const candidate of [text, text.replace(/[\n\r\t]+/g, ' ')]) {
    try {
      return JSON.parse(candidate) as Json;
    } catch {
      // The next candidate may be JSON.
    }
  }
  return undefined;
}

/** Lists of other articles, and what an article refers to. */
const lists = ['itemListElement', 'hasPart', 'blogPost', 'relatedLink', 'citation', 'item'];

function collectArticles(
  data: Json,
  found: { node: Node; isListed: boolean }[],
  depth: number,
  isListed: boolean,
): void {
  if (depth > deepest || data === null || typeof data !== 'object') return;
  if (Array.isArray(data)) {
    for (const entry of data) collectArticles(entry, found, depth + 1, isListed);
    return;
  }
  const types = Array.isArray(data['@type']) ? data['@type'] : [data['@type'] ?? ''];
  if (types.some((type) => typeof type === 'string' && articleType.test(type)))
    found.push({ node: data, isListed });
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
    collectArticles(data[key] ?? null, found, depth + 1, isListed);
  for (const key of lists) collectArticles(data[key] ?? null, found, depth + 1, true);
}

function text(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return textOfHtml(value) || undefined;
  if (Array.isArray(value)) return text(value[0]);
  if (value !== null && typeof value === 'object')
    return text(value['name']) ?? text(value['@id']) ?? text(value['url']);
  return undefined;
}

function texts(value: Json | undefined): string[] {
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map(text).filter((entry) => entry !== undefined);
}

function articleData(node: Node): ArticleData {
  const authors = texts(node['author'] ?? node['creator']).filter((name) => !/^https?:/.test(name));
  return {
    headline: text(node['headline']) ?? text(node['name']),
    datePublished: text(node['datePublished']) ?? text(node['dateCreated']),
    dateModified: text(node['dateModified']),
    authors,
    section: text(node['articleSection']),
    tags:
      typeof node['keywords'] === 'string'
        ? node['keywords'].split(/\s*,\s*/).filter((tag) => tag !== '')
        : texts(node['keywords']),
    lang: text(node['inLanguage']),
    description: text(node['description']),
    publisher: text(node['publisher']),
    licence: text(node['license']),
    url: typeof node['url'] === 'string' ? node['url'] : undefined,
  };
}
