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

/** Finds the article among the JSON-LD blocks of a page. */
export function findArticleData(blocks: readonly string[]): ArticleData | undefined {
  for (const block of blocks) {
    const data = parseBlock(block);
    const node = data === undefined ? undefined : findArticle(data, 0);
    if (node) return articleData(node);
  }
  return undefined;
}

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

function findArticle(data: Json, depth: number): { [key: string]: Json } | undefined {
  if (depth > deepest || data === null || typeof data !== 'object') return undefined;
  if (!Array.isArray(data)) {
    const types = Array.isArray(data['@type']) ? data['@type'] : [data['@type'] ?? ''];
    if (types.some((type) => typeof type === 'string' && articleType.test(type))) return data;
  }
  const inside = Array.isArray(data)
    ? data
    : [
        data['@graph'] ?? null,
        data['mainEntity'] ?? null,
        data['mainEntityOfPage'] ?? null,
        data['itemListElement'] ?? null,
      ];
  for (const entry of inside) {
    const found = findArticle(entry, depth + 1);
    if (found) return found;
  }
  return undefined;
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

function articleData(node: { [key: string]: Json }): ArticleData {
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
