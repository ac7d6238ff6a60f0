import type { ImportContext, Reading } from '../importer.ts';
import { warn } from '../refuse.ts';
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

/** Warns where no column was taken for the text: the articles will have none. */
export function missingBody(names: readonly string[], context: ImportContext): Reading[] {
  const columns = context.columns ?? guessColumns(names);
  const filled = Object.values(columns);
  if (filled.includes('body') || filled.includes('summary')) return [];
  return [
    {
      kind: 'remark',
      problem: warn(context, {
        rule: 'column-of-text-unknown',
        message: `No column is known to hold the text; the columns are ${names.slice(0, 20).join(', ')}.`,
        mend: 'Write a map such as `{ "Story": "body" }` into a file and name it with `--map`.',
      }),
    },
  ];
}

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
        mend: `The columns are ${names.slice(0, 20).join(', ')}.`,
      }),
    },
  ];
}
