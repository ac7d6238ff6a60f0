import { Tally } from '../../src/commands/importing/tally.ts';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import type { Outcome } from '../../src/commands/importing/outcome.ts';
import type { ImportOptions } from '../../src/commands/importing/import-options.ts';
import { runImport } from '../../src/commands/importing/run-import.ts';

export interface Imported {
  outcomes: Outcome[];
  tally: Tally;
  /** What the command prints at its end. */
  told: string;
}

/** Imports into a content folder as the command does, on a day that never changes. */
export async function importInto(
  content: string,
  paths: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  const tally = new Tally({ all: false });
  const outcomes: Outcome[] = [];
  const summary = await runImport(
    {
      paths,
      content,
      importers: await findImporters(),
      dryRun: false,
      update: false,
      overwrite: false,
      fixEncoding: false,
      defaults: {},
      siteLanguage: 'en',
      ...options,
      context: { latestDay: '2026-11-23', ...options.context },
    },
    {
      onOutcome(outcome) {
        outcomes.push(outcome);
        tally.add(outcome);
      },
      onRemark: (problem) => tally.addRemark(problem),
      onNote: (original, note) => tally.addNote(original, note),
      onColumns: (original, columns) => tally.addColumns(original, columns),
      onProgress: () => undefined,
    },
  );
  return { outcomes, tally, told: tally.print({ ...summary, dryRun: options.dryRun ?? false }) };
}
