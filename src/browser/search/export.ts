// The found articles as files that other programs read.

import type { ListedArticle } from './progress.ts';

export type ExportFormat = 'csv' | 'json' | 'ris';

export interface ExportFile {
  name: string;
  type: string;
  text: string;
}

/** An export keeps to this many articles. */
export const mostExported = 1000;

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
        text: addressed.map((article) => printRis(article, context.archive)).join('\r\n'),
      };
  }
}

type Addressed = ListedArticle & { url: string };

const fields = ['date', 'title', 'section', 'authors', 'tags', 'lang', 'url'] as const;

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

/** RIS as reference managers read it: two letters, two spaces, a hyphen, a space; NEWS is a newspaper article. */
function printRis(article: Addressed, archive: string): string {
  const [year = '', month = '', day = ''] =
    article.date === 'undated' ? [] : article.date.split('-');
  const lines: [tag: string, value: string][] = [
    ['TY', 'NEWS'],
    ['TI', article.title],
    ...article.authors.map((author): [string, string] => ['AU', author]),
    ['T2', archive],
    ['PY', year],
    ['DA', year === '' ? '' : `${year}/${month}/${day}/`],
    ['SE', article.section],
    ...article.tags.map((tag): [string, string] => ['KW', tag]),
    ['LA', article.lang],
    ['UR', article.url],
  ];
  const filled = lines.filter(([, value]) => value !== '');
  return [...filled, ['ER', '']].map(([tag, value]) => `${tag}  - ${value}`).join('\r\n') + '\r\n';
}

/** Hands a file to the reader. */
export function saveFile({ name, type, text }: ExportFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}
