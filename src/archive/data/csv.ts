import { recordColumns, type ArticleRecord } from './record.ts';

/** Prints records as CSV (RFC 4180) in UTF-8, with a header. Members of a list are parted by `; `. */
export const printCsv = (records: readonly ArticleRecord[]): string =>
  [recordColumns, ...records.map((record) => recordColumns.map((column) => record[column]))]
    .map((row) => `${row.map(printField).join(',')}\r\n`)
    .join('');

function printField(value: string | number | readonly string[] | undefined): string {
  const text = Array.isArray(value) ? value.join('; ') : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
