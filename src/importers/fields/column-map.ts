import type { ImportContext, Reading, Refusal } from '../importer.ts';
import { refuse, warn } from '../refuse.ts';
import { flattenRecord } from './fields-of-record.ts';
import type { Yaml } from '../../article/front-matter.ts';
import { bareName, fieldAliases, fieldOfName, type RecordField } from './field-names.ts';

/** Which field each column fills; columns that fill none are kept in `source.fields`. */
function guessColumns(names: readonly string[]): Record<string, RecordField> {
  const best = new Map<RecordField, { name: string; rank: number }>();
  for (const name of names) {
    const field = fieldOfName(name);
    if (field === undefined) continue;
    const rank = (fieldAliases[field] as readonly string[]).indexOf(bareName(name));
    const before = best.get(field);
    if (before === undefined || rank < before.rank) best.set(field, { name, rank });
  }
  return Object.fromEntries([...best].map(([field, { name }]) => [name, field]));
}

/** Says which columns were taken for which fields, once for an original. */
export function columnRemark(names: readonly string[], context: ImportContext): Reading {
  const columns = context.columns ?? guessColumns(names);
  return { kind: 'columns', columns: { ...columns } };
}

/**
 * Refuses an original none of whose columns holds a text: an index of articles, such as a key that names files with
 * their titles and dates, is none itself.
 */
export function withoutText(names: readonly string[], context: ImportContext): Refusal | undefined {
  const columns = context.columns ?? guessColumns(names);
  const filled = Object.values(columns);
  if (filled.includes('body') || filled.includes('summary')) return undefined;
  return refuse(context, {
    rule: 'table-without-text',
    line: 1,
    message: `It is a list without texts: no column is known to hold one. The columns are ${names.slice(0, 20).join(', ')}.`,
    fix: 'Leave it out; or, where one does hold the text, write a map such as `{ "Story": "body" }` into a file and name it with `--map`.',
  });
}

/** The names of the first records that stand for fields, those one level down among them. */
export const namesOfRecords = (records: readonly Readonly<Record<string, Yaml>>[]): string[] => [
  ...new Set(
    records.slice(0, 100).flatMap((record) => flattenRecord(record).map(([name]) => name)),
  ),
];

/** Warns of columns of a keeper's map that the original does not have. */
export function unknownColumns(names: readonly string[], context: ImportContext): Reading[] {
  const missing = Object.keys(context.columns ?? {}).filter((name) => !names.includes(name));
  if (missing.length === 0) return [];
  return [
    {
      kind: 'remark',
      problem: warn(context, {
        rule: 'column-unknown',
        message: `The map names columns that are not here: ${missing.join(', ')}.`,
        fix: `The columns are ${names.slice(0, 20).join(', ')}.`,
      }),
    },
  ];
}
