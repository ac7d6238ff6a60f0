// What is told of originals, and of parts of them, that become no article.

import type { Unreadable } from '../../originals/originals.ts';
import type { OriginalRecord } from '../../importers/article-file.ts';
import type { LeftOut, Refusal } from '../../importers/importer.ts';
import type { Problem } from '../../problem.ts';
import type { Outcome } from './outcome.ts';

export function leftOutOutcome(reading: LeftOut, record: OriginalRecord, format: string): Outcome {
  return {
    result: 'left-out',
    original: record.path,
    item: reading.item,
    count: reading.count,
    title: reading.what,
    format,
    notes: [],
    problems: [],
  };
}

export function refusedOutcome(reading: Refusal, record: OriginalRecord, format: string): Outcome {
  return {
    result: 'refused',
    original: record.path,
    item: reading.item,
    count: 1,
    format,
    notes: [],
    problems: [reading.problem],
  };
}

/** An original that is passed over by its kind. */
export const passedOver = (original: string, what: string): Outcome => ({
  result: 'left-out',
  original,
  count: 1,
  title: what,
  notes: [],
  problems: [],
});

const kindsPassedOver: Record<string, string> = {
  link: 'links to other files',
  special: 'files that are no files',
};

const fixes: Record<string, string> = {
  missing: 'Check the path.',
  encrypted: 'Unpack it with its password and import the folder.',
  'archive-empty': 'Look for a better copy of the archive, or leave it out.',
  'archive-broken': 'Unpack it with another program and import the folder.',
  'archive-bomb': 'It is made to fill disks; do not unpack it. Leave it out.',
  unreadable: 'Check that the file is whole and may be read.',
};

export function unreadableOutcome(unreadable: Unreadable): Outcome {
  const { path, reason, detail } = unreadable;
  const what = kindsPassedOver[reason];
  if (what !== undefined) return passedOver(path, what);
  const problem: Problem = {
    place: { file: path },
    rule: reason,
    severity: 'error',
    message: `It could not be opened: ${detail}`,
    fix: fixes[reason] ?? '',
  };
  return { result: 'refused', original: path, count: 1, notes: [], problems: [problem] };
}
