import { ImportCounts } from '../../src/commands/importing/import-counts.ts';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import type { Outcome } from '../../src/commands/importing/outcome.ts';
import type { ImportOptions } from '../../src/commands/importing/import-options.ts';
import { runImport } from '../../src/commands/importing/run-import.ts';

export interface Imported {
  outcomes: Outcome[];
  counts: ImportCounts;
  /** What the command prints at its end. */
  told: string;
}

/** Imports into a content folder as the command does, on a day that never changes. */
export async function importInto(
  content: string,
  paths: readonly string[],
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  const counts = new ImportCounts({ all: false });
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
        counts.add(outcome);
      },
      onRemark: (problem) => counts.addRemark(problem),
      onNote: (original, note) => counts.addNote(original, note),
      onColumns: (original, columns) => counts.addColumns(original, columns),
      onProgress: () => undefined,
    },
  );
  return { outcomes, counts, told: counts.print({ ...summary, dryRun: options.dryRun ?? false }) };
}
