import { cslDate, type CslName, type NewsItem } from '../citation/news-item.ts';

/**
 * Reads the article of a page from the page's own metadata, as `ArticleMeta` writes it: its Dublin Core names, and
 * its authors from JSON-LD, which has the parts of their names.
 *
 * @param today the reader's day, `2023-11-12`
 */
export function readCitation(page: Document, today: string): NewsItem {
  const all = (name: string): string[] =>
    [
      ...page.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"], meta[property="${name}"]`),
    ].map(({ content }) => content);
  const one = (name: string): string => all(name)[0] ?? '';
  const URL = one('DC.identifier');
  const newspaper = one('DC.source');
  const archive = one('og:site_name');
  const section = one('article:section');
  const authors = authorsOf(page);
  const issued = cslDate(one('DC.date'));
  const accessed = cslDate(today);
  return {
    id: keyOf(URL, one('DC.date')),
    type: 'article-newspaper',
    title: one('DC.title'),
    ...(authors.length > 0 && { author: authors }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    'container-title': newspaper,
    ...(archive !== newspaper && { archive }),
    ...(section && { section }),
    language: one('DC.language'),
    URL,
  };
}

interface Described {
  '@type': string;
  name: string;
  familyName?: string;
  givenName?: string;
  honorificSuffix?: string;
  author?: Described[];
}

function authorsOf(page: Document): CslName[] {
  const text = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
  const { '@graph': things = [] } = JSON.parse(text) as { '@graph'?: Described[] };
  const { author = [] } = things.find((thing) => thing['@type'] === 'NewsArticle') ?? {};
  return author.map(({ name, familyName, givenName, honorificSuffix }) =>
    familyName !== undefined && givenName !== undefined
      ? {
          family: familyName,
          given: givenName,
          ...(honorificSuffix !== undefined && { suffix: honorificSuffix }),
        }
      : { literal: name },
  );
}

/** The slug and the date: `flood-2024-03-01`. */
function keyOf(url: string, date: string): string {
  return `${url.split('/').at(-2) ?? ''}-${date || 'undated'}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day it is where the reader is. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
