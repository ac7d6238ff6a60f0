// Small steps from a draft, as its reader gave it, to what is written and told.

import { addressOfFile } from '../../importers/aliases.ts';
import type { OriginalRecord } from '../../importers/article-file.ts';
import type { Draft } from '../../importers/importer.ts';
import type { Decision } from '../../importers/decisions/import-decisions.ts';
import type { Problem } from '../../problem.ts';
import type { ImportOptions } from './import-options.ts';
import type { Outcome } from './outcome.ts';

export const outcomeOf = (
  draft: Draft,
  about: { record: OriginalRecord; format: string; headline: string | undefined; file: string },
): Outcome => ({
  result: 'unchanged',
  original: about.record.path,
  item: draft.item,
  count: 1,
  file: about.file,
  title: about.headline,
  date: draft.fields.date,
  provenance: draft.provenance,
  format: about.format,
  notes: draft.notes,
  problems: draft.problems,
});

export function withDefaults(
  draft: Draft,
  { name, licence, language }: ImportOptions['defaults'],
): Draft {
  if (name === undefined && licence === undefined && language === undefined) return draft;
  const isGiven = draft.provenance.language === 'given' || language === undefined;
  return {
    ...draft,
    fields: isGiven ? draft.fields : { ...draft.fields, lang: language },
    provenance: isGiven ? draft.provenance : { ...draft.provenance, language: 'given (on import)' },
    source: {
      ...draft.source,
      name: draft.source.name ?? name,
      licence: draft.source.licence ?? licence,
    },
  };
}

/** An article that moves to another day answers at its old address. */
export function withOldAddress(draft: Draft, decision: Decision): Draft {
  if (!('to' in decision) || decision.to === decision.file) return draft;
  const old = addressOfFile(decision.file);
  return { ...draft, fields: { ...draft.fields, aliases: [...(draft.fields.aliases ?? []), old] } };
}

/** What the checks find in an article that is not written yet is told at its original. */
export const atOriginal = (problem: Problem, record: OriginalRecord, { line }: Draft): Problem => ({
  ...problem,
  place: { file: record.path, line },
});
