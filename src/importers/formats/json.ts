// JSON: one article, a list of them, or an object that holds the list, as content systems export them.

import type { Yaml } from '../../article/front-matter.ts';
import { columnRemark, namesOfRecords, unknownColumns, withoutText } from '../fields/column-map.ts';
import { withDatesOfSource } from '../dates/dates-of-source.ts';
import { draftOfRecord } from '../fields/draft-of-record.ts';
import { fieldOfName } from '../fields/field-names.ts';
import { textValue } from '../fields/values.ts';
import { findWrong } from '../fields/wrong-type.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { plainData } from '../fields/plain-data.ts';
import { refuse } from '../refuse.ts';

type JsonRecord = Record<string, Yaml>;

const isRecord = (value: Yaml | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read(text: string, context: ImportContext): Reading[] {
  let data: Yaml;
  try {
    data = JSON.parse(text) as Yaml;
  } catch (error) {
    const at = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    return [
      refuse(context, {
        rule: 'json-broken',
        line: text.slice(0, at).split('\n').length,
        message: `It is not JSON: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)}.`,
        fix: 'Export it again; a list of objects with a comma between them is expected.',
      }),
    ];
  }
  const records = findRecords(data);
  if (records === undefined || records.length === 0) {
    return [
      refuse(context, {
        rule: 'json-without-articles',
        message: 'The JSON holds no list of articles.',
        fix: 'Expected is an object or a list of objects with keys such as `title`, `date` and `body`.',
      }),
    ];
  }
  const names = Object.keys(records.find(isRecord) ?? {});
  const textless = withoutText(namesOfRecords(records.filter(isRecord)), context);
  if (textless) return [textless];
  const plain = records.map((record) => plainRecord(record));
  const ordered = withDatesOfSource(
    context,
    plain.flatMap((one) => ('record' in one ? [dateText(one.record)] : [])),
  );
  return [
    columnRemark(names, context),
    ...unknownColumns(names, context),
    ...plain.map((one, i): Reading => {
      const item = `item ${i + 1}`;
      if ('record' in one) {
        const part = JSON.stringify(one.record);
        return draftOfRecord(one.record, { item, line: 1, part }, ordered);
      }
      return refuse(context, {
        rule: 'record-wrong-type',
        item,
        message: `What stands in ${item} ${one.wrong}.`,
        fix: 'Correct it in the original.',
      });
    }),
  ];
}

/** A record with numbers as text; or what is wrong with it, to follow "What stands in item 3". */
function plainRecord(value: Yaml): { record: JsonRecord } | { wrong: string } {
  if (!isRecord(value)) return { wrong: 'is not an object' };
  const wrong = findWrong(value);
  return wrong === undefined ? { record: plainData(value) as JsonRecord } : { wrong };
}

/** The dates of a record as written. */
export function dateText(record: JsonRecord): string {
  const entry = Object.entries(record).find(([name]) => fieldOfName(name) === 'date');
  return textValue(entry?.[1]) ?? '';
}

/** Keys under which systems keep their list: Ghost `db[0].data.posts`, Contentful `items`. */
const lists = [
  'items',
  'articles',
  'posts',
  'data',
  'results',
  'documents',
  'docs',
  'entries',
  'records',
  'stories',
  'response',
  'db',
  'hits',
  'content',
];

/** Finds the list of records in a JSON value, at most four levels down. */
export function findRecords(data: Yaml, depth = 0): Yaml[] | undefined {
  if (Array.isArray(data)) {
    if (data.length === 1 && isRecord(data[0]) && !looksLikeArticle(data[0]))
      return findRecords(data[0], depth + 1) ?? data;
    return data;
  }
  if (!isRecord(data) || depth > 4) return undefined;
  if (looksLikeArticle(data)) return [data];
  for (const name of lists) {
    const inside = data[name];
    const records =
      Array.isArray(inside) || isRecord(inside) ? findRecords(inside, depth + 1) : undefined;
    if (records !== undefined && records.some((record) => isRecord(record))) return records;
  }
  // An object that holds articles under their ids.
  const values = Object.values(data);
  return values.length > 0 && values.every((value) => isRecord(value) && looksLikeArticle(value))
    ? values
    : undefined;
}

function looksLikeArticle(record: JsonRecord): boolean {
  const fields = new Set(
    Object.entries(record)
      .filter(([, value]) => typeof value === 'string' || isRecord(value))
      .map(([name]) => fieldOfName(name)),
  );
  const isList = lists.some((name) => {
    const list = record[name];
    return Array.isArray(list) && isRecord(list[0]);
  });
  return (
    !isList &&
    (fields.has('title') || fields.has('body')) &&
    (fields.has('date') || fields.has('body'))
  );
}

export const importer: Importer = {
  format: 'json',
  reads: 'JSON: an article, or a list of articles',
  hasValues: true,
  recognise({ text, path }) {
    const start = text.trimStart()[0];
    if (start !== '{' && start !== '[') return 0;
    return /\.json$/i.test(path) ? 60 : 20;
  },
  read,
};
