// The found articles as files that other programs read.

import { parseName } from '../../citation/names.ts';
import { cslDate, type NewsItem } from '../../citation/news-item.ts';
import { printRis } from '../../citation/ris.ts';
import type { ListedArticle } from './progress.ts';
import type { ExportFile } from './save-file.ts';

export type ExportFormat = 'csv' | 'json' | 'ris';

export interface ExportContext {
  /** The address of the site, with a slash at its end. */
  site: string;
  archive: string;
  /** The address of the search itself. */
  search: string;
}

export function exportAs(
  format: ExportFormat,
  articles: readonly ListedArticle[],
  context: ExportContext,
): ExportFile {
  const addressed = articles.map((article) => ({
    ...article,
    url: `${context.site}${article.id}/`,
  }));
  switch (format) {
    case 'csv':
      return { name: 'search.csv', type: 'text/csv', text: printCsv(addressed) };
    case 'json':
      return {
        name: 'search.json',
        type: 'application/json',
        text: `${JSON.stringify({ search: context.search, articles: addressed }, null, 2)}\n`,
      };
    case 'ris':
      return {
        name: 'search.ris',
        type: 'application/x-research-info-systems',
        text: addressed
          .map((article) => printRis(itemOf(article, context.archive), article.tags))
          .join('\r\n'),
      };
  }
}

type Addressed = ListedArticle & { url: string };

const fields = ['date', 'title', 'section', 'authors', 'tags', 'lang', 'url'] as const;

function itemOf(
  { id, title, date, section, authors, lang, url }: Addressed,
  archive: string,
): NewsItem {
  const issued = cslDate(date);
  return {
    id,
    type: 'article-newspaper',
    title,
    author: authors.map((name) => parseName(name, { language: lang })),
    ...(issued && { issued }),
    'container-title': archive,
    section,
    language: lang,
    URL: url,
  };
}

/** RFC 4180, with a byte-order mark, without which spreadsheets take it for another encoding. */
function printCsv(articles: readonly Addressed[]): string {
  const lines = articles.map((article) =>
    fields.map((field) => csvCell([article[field]].flat().join('; '))).join(','),
  );
  return `\uFEFF${[fields.join(','), ...lines, ''].join('\r\n')}`;
}

/** A cell that a spreadsheet would calculate is given a quote in front (OWASP, CSV injection). */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
