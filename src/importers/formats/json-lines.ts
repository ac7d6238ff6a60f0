// JSON Lines: one object on each line. A broken line costs itself alone.

import { columnRemark, namesOfRecords, unknownColumns, withoutText } from '../fields/column-map.ts';
import { withDatesOfSource } from '../dates/dates-of-source.ts';
import { draftOfRecord } from '../fields/draft-of-record.ts';
import { findWrong } from '../fields/wrong-type.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { plainData } from '../fields/plain-data.ts';
import { refuse } from '../refuse.ts';
import type { Yaml } from '../../article/front-matter.ts';
import { dateText } from './json.ts';
import { ninjsRecord } from './ninjs.ts';

type JsonRecord = Record<string, Yaml>;

interface BadLine {
  bad: 'json-line-broken' | 'record-wrong-type';
  /** To follow "The line 3": `is not JSON`. */
  what: string;
}

function parseLine(line: string): { record: JsonRecord } | BadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { bad: 'json-line-broken', what: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { bad: 'record-wrong-type', what: 'is not an object' };
  }
  const wrong = findWrong(value as Record<string, unknown>);
  if (wrong !== undefined) return { bad: 'record-wrong-type', what: wrong };
  return { record: plainData(value) as JsonRecord };
}

const recordsOf = (lines: readonly string[]): JsonRecord[] =>
  lines.map(parseLine).flatMap((parsed) => ('record' in parsed ? [parsed.record] : []));

function readLine(line: string, number: number, context: ImportContext): Reading | undefined {
  if (line.trim() === '') return undefined;
  const item = `line ${number}`;
  const parsed = parseLine(line);
  if ('bad' in parsed) {
    return {
      ...refuse(context, {
        rule: parsed.bad,
        line: number,
        item,
        message: `What stands in ${item} ${parsed.what}.`,
        fix: 'Correct the line in the original; each line is one object.',
      }),
      part: line,
    };
  }
  const { record } = parsed;
  const place = { item, line: number, part: line };
  return ninjsRecord(record, place, context) ?? draftOfRecord(record, place, context);
}

function read(text: string, context: ImportContext): Reading[] {
  const lines = text.split('\n');
  const records = recordsOf(lines.slice(0, 5000));
  const names = Object.keys(records[0] ?? {});
  const textless = records.length > 0 && withoutText(namesOfRecords(records), context);
  if (textless) return [textless];
  const ordered = withDatesOfSource(context, records.map(dateText));
  const readings = lines.map((line, i) => readLine(line, i + 1, ordered));
  return [
    columnRemark(names, context),
    ...unknownColumns(names, context),
    ...readings.filter((reading) => reading !== undefined),
  ];
}

/** A line longer than this, in characters, is no record. */
const longestLine = 64 * 1024 * 1024;

async function* readLarge(
  open: () => AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<Reading> {
  let number = 0;
  let rest = '';
  let ordered = context;
  for await (const piece of open()) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (number === 0) {
      const records = recordsOf(lines);
      const textless = records.length > 0 && withoutText(namesOfRecords(records), context);
      if (textless) {
        yield textless;
        return;
      }
      ordered = withDatesOfSource(context, records.map(dateText));
      yield columnRemark(Object.keys(records[0] ?? {}), context);
    }
    for (const line of lines) {
      const reading = readLine(line, ++number, ordered);
      if (reading) yield reading;
    }
    if (rest.length > longestLine) {
      yield refuse(context, {
        rule: 'too-large',
        line: number + 1,
        message: 'A line is longer than 64 MB.',
        fix: 'Leave it out.',
      });
      return;
    }
  }
  const last = readLine(rest, number + 1, ordered);
  if (last) yield last;
}

const isLine = (line: string): boolean => line.startsWith('{') && 'record' in parseLine(line);

export const importer: Importer = {
  format: 'json-lines',
  reads: 'JSON Lines (.jsonl, .ndjson): an article on each line',
  hasValues: true,
  recognise({ text, path }) {
    if (/\.(?:jsonl|ndjson|jsonlines)$/i.test(path)) return 90;
    const [first = '', second = ''] = text.trimStart().split('\n', 2);
    return isLine(first) && isLine(second) ? 75 : 0;
  },
  read,
  readLarge,
};
