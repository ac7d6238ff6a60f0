import type { ArticleRecord } from './record.ts';

/** The columns of the CSV files, in their order. */
export const csvColumns = [
  'url',
  'date',
  'time',
  'updated',
  'title',
  'titleOrigin',
  'summary',
  'section',
  'topics',
  'authors',
  'language',
  'dateline',
  'wordCount',
  'licence',
  'source',
  'sourceUrl',
  'sha256',
] as const satisfies (keyof ArticleRecord)[];

/** Prints records as CSV (RFC 4180) in UTF-8, with a header. Members of a list are parted by `; `. */
export const printCsv = (records: readonly ArticleRecord[]): string =>
  [csvColumns, ...records.map((record) => csvColumns.map((column) => record[column]))]
    .map((row) => `${row.map(printField).join(',')}\r\n`)
    .join('');

function printField(value: string | number | readonly string[] | undefined): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
