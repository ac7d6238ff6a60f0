// Tables: CSV with commas, semicolons or bars, and TSV. The first row names the columns.

import { parse as parseStream } from 'csv-parse';
import { CsvError, parse, type Info } from 'csv-parse/sync';
import { Readable } from 'node:stream';
import { columnRemark, unknownColumns, withoutText } from '../fields/column-map.ts';
import { withDatesOfSource } from '../dates/dates-of-source.ts';
import { draftOfRecord } from '../fields/draft-of-record.ts';
import { fieldOfName } from '../fields/field-names.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { refuse } from '../refuse.ts';

const delimiters = [',', ';', '\t', '|'];

interface Row {
  info: Info;
  record: string[];
  raw: string;
}

const parserOptions = (delimiter: string) => ({
  delimiter,
  info: true,
  raw: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: false,
  bom: true,
  max_record_size: 64 * 1024 * 1024,
});

interface Rows {
  rows: Row[];
  /** Why the reading ended early; the rows before are whole. */
  error: CsvError | undefined;
}

function rowsOf(text: string, delimiter: string, to?: number): Rows {
  const rows: Row[] = [];
  const collect = (row: unknown): null => {
    rows.push(row as Row);
    return null;
  };
  try {
    parse(text, {
      ...parserOptions(delimiter),
      on_record: collect,
      ...(to !== undefined && { to }),
    });
    return { rows, error: undefined };
  } catch (error) {
    if (error instanceof CsvError) return { rows, error };
    throw error;
  }
}

/** The delimiter that cuts most of the first rows into as many cells as the header has, at least two. */
function findDelimiter(text: string): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const delimiter of delimiters) {
    const { rows } = rowsOf(text, delimiter, 50);
    const width = rows[0]?.record.length ?? 0;
    const known = (rows[0]?.record ?? []).filter((name) => fieldOfName(name) !== undefined).length;
    const score =
      width < 2 ? 0 : rows.filter(({ record }) => record.length === width).length * 10 + known;
    const isBetter =
      rows.length > 1 &&
      rows.filter(({ record }) => record.length === width).length > rows.length / 2;
    if (score > most && isBetter) [best, most] = [delimiter, score];
  }
  return best;
}

/** A header that one delimiter cuts, over rows that another does. */
function headerMismatch(text: string): { header: string; rows: string; width: number } | undefined {
  const end = text.indexOf('\n');
  const [first, rest] = [text.slice(0, end), text.slice(end + 1)];
  for (const header of delimiters) {
    const width = first.split(header).length;
    if (width < 2) continue;
    for (const other of delimiters) {
      const rows = other === header ? [] : rowsOf(rest, other, 20).rows;
      if (rows.length > 0 && rows.every(({ record }) => record.length === width)) {
        return { header, rows: other, width };
      }
    }
  }
  return undefined;
}

const shown = (delimiter: string): string => (delimiter === '\t' ? 'tabs' : `\`${delimiter}\``);

/** Spreadsheets name the separator in a line of its own, which is no row. */
const separatorLine = /^sep=.\r?\n/i;

function read(written: string, context: ImportContext): Reading[] {
  // An empty line keeps the numbers of the lines.
  const text = written.replace(separatorLine, '\n');
  const sample = text.slice(0, 400_000);
  const delimiter = findDelimiter(sample);
  const mismatch = delimiter === undefined ? headerMismatch(sample) : undefined;
  if (mismatch) {
    return [
      refuse(context, {
        rule: 'table-header-mismatch',
        line: 1,
        message: `The header is cut by ${shown(mismatch.header)}, the rows below it by ${shown(mismatch.rows)}.`,
        fix: `Write the header with ${shown(mismatch.rows)}, too.`,
      }),
    ];
  }
  if (delimiter === undefined) {
    const { error } = rowsOf(text, ',');
    return [refuse(context, error ? brokenTable(error) : notATable)];
  }
  const { rows, error } = rowsOf(text, delimiter);
  const names = rows[0]?.record.map((name) => name.trim()) ?? [];
  if (hasNoHeader(names, context)) return [refuse(context, withoutHeader(names))];
  const textless = withoutText(names, context);
  if (textless) return [textless];
  const dateColumn = names.findIndex(
    (name) => (context.columns?.[name] ?? fieldOfName(name)) === 'date',
  );
  const ordered = withDatesOfSource(
    context,
    rows.slice(1).map(({ record }) => record[dateColumn] ?? ''),
  );
  return [
    columnRemark(names, context),
    ...unknownColumns(names, context),
    ...(rows.length < 2 && !error ? [refuse(context, emptyTable)] : []),
    ...rows.slice(1).map((row, i) => readRow(row, i + 2, names, ordered)),
    ...(error ? [refuse(context, brokenTable(error))] : []),
  ];
}

const notATable = {
  rule: 'not-a-table',
  message: 'It is not a table: its rows have no common number of columns.',
  fix: 'Export it as CSV with a header row, and values that hold commas or line ends in quotes.',
};

const hasNoHeader = (names: readonly string[], { columns }: ImportContext): boolean =>
  columns === undefined && names.every((name) => fieldOfName(name) === undefined);

const withoutHeader = (names: readonly string[]) => ({
  rule: 'table-without-header',
  line: 1,
  message: `The first row names no column that is known: ${names.slice(0, 10).join(', ').slice(0, 120)}.`,
  fix: 'Write a first row with the names of the columns, such as `title,date,body`; or say with `--map` which column is which.',
});

const emptyTable = {
  rule: 'table-empty',
  message: 'The table has a header and no rows.',
  fix: 'Export it again.',
};

const brokenTable = (error: CsvError) => ({
  rule: 'table-broken',
  line: typeof error['lines'] === 'number' ? error['lines'] : undefined,
  message: `The table cannot be read: ${error.message}.`,
  fix: 'Put values that hold quotes into quotes, and double the quotes inside.',
});

function readRow(
  { info, record, raw }: Row,
  number: number,
  names: readonly string[],
  context: ImportContext,
): Reading {
  const item = `row ${number}`;
  // csv-parse counts the lines up to the row's end.
  const line = info.lines - (raw.trimEnd().split('\n').length - 1);
  if (record.length !== names.length) {
    return {
      ...refuse(context, {
        rule: 'row-wrong-width',
        line,
        item,
        message: `There are ${record.length} values in ${item}; the header names ${names.length} columns.`,
        fix: 'Put values that hold the separator or a line end into quotes.',
      }),
      part: raw,
    };
  }
  const values = Object.fromEntries(names.map((name, i) => [name, record[i]?.trim() ?? '']));
  return draftOfRecord(values, { item, line, part: raw }, context);
}

async function* withoutSeparatorLine(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let head: string | undefined = '';
  for await (const piece of pieces) {
    if (head === undefined) yield piece;
    else {
      head += piece;
      if (head.length < 8) continue;
      yield head.replace(separatorLine, '\n');
      head = undefined;
    }
  }
  if (head !== undefined) yield head;
}

async function* readLarge(
  open: () => AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<Reading> {
  let sample = '';
  for await (const piece of open()) {
    sample += piece;
    if (sample.length > 400_000) break;
  }
  const whole = sample.slice(0, sample.lastIndexOf('\n') + 1).replace(separatorLine, '\n');
  const delimiter = findDelimiter(whole);
  if (delimiter === undefined) {
    yield* read(whole, context);
    return;
  }
  const parser = Readable.from(withoutSeparatorLine(open())).pipe(
    parseStream(parserOptions(delimiter)),
  );
  let names: string[] | undefined;
  let number = 1;
  let ordered = context;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      if (names === undefined) {
        names = row.record.map((name) => name.trim());
        if (hasNoHeader(names, context)) {
          yield refuse(context, withoutHeader(names));
          return;
        }
        const textless = withoutText(names, context);
        if (textless) {
          yield textless;
          return;
        }
        const dateColumn = names.findIndex(
          (name) => (context.columns?.[name] ?? fieldOfName(name)) === 'date',
        );
        const { rows } = rowsOf(whole, delimiter, 5000);
        ordered = withDatesOfSource(
          context,
          rows.map(({ record }) => record[dateColumn] ?? ''),
        );
        yield columnRemark(names, context);
        yield* unknownColumns(names, context);
      } else yield readRow(row, ++number, names, ordered);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')))
      throw error;
    yield refuse(context, { ...brokenTable(error as CsvError) });
  }
}

export const importer: Importer = {
  format: 'table',
  reads: 'tables: CSV and TSV with a header row',
  recognise({ text, path }) {
    if (/\.(?:csv|tsv|tab)$/i.test(path)) return 85;
    const [first = ''] = text.split('\n', 1);
    if (first.length > 1000 || /[.!?] /.test(first)) return 0;
    const isHeader = delimiters.some((delimiter) => {
      const names = first.split(delimiter).map((name) => name.replace(/^"|"$/g, ''));
      return (
        names.length >= 3 &&
        names.filter((name) => fieldOfName(name) !== undefined).length >=
          Math.max(2, names.length / 2)
      );
    });
    return isHeader ? 55 : 0;
  },
  read,
  readLarge,
};
