import { parseFamilyFirst } from '../citation/names.ts';
import { cslDate, type NewsItem } from '../citation/news-item.ts';

/**
 * Reads the article of a page from the page's own metadata: its Dublin Core names, as `ArticleMeta` writes them.
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
  const authors = all('DC.creator').map(parseFamilyFirst);
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

/** The slug and the date: `flood-2024-03-01`. */
function keyOf(url: string, date: string): string {
  return `${url.split('/').at(-2) ?? ''}-${date || 'undated'}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day it is where the reader is. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
