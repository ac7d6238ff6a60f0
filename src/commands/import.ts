// npm run import -- PATHS… [options]

import { resolve } from 'node:path';
import { sizeOfPaths } from '../originals/originals.ts';
import { canonicalLanguage } from '../importers/text/draft-language.ts';
import type { DateOrder } from '../importers/importer.ts';
import { site } from '../site.ts';
import { readImportOptions, resolved } from './importing/arguments.ts';
import { readColumnMap, writeColumnMap } from './importing/column-map-file.ts';
import { findImporters } from './importing/find-importers.ts';
import type { ImportOptions } from './importing/import-options.ts';
import { ImportCounts } from './importing/import-counts.ts';
import { Progress } from './importing/progress.ts';
import { openReport } from './importing/report.ts';
import { today } from './today.ts';
import { runImport } from './importing/run-import.ts';
import { Misuse, run } from './terminal.ts';

await run(async () => {
  const importers = await findImporters();
  const { values, positionals } = readImportOptions(importers);
  const columns = values.map === undefined ? undefined : await readColumnMap(values.map);
  if (typeof columns === 'string') throw new Misuse(columns);

  const options = optionsOf(values, { paths: positionals, importers, columns });
  const { dryRun } = options;
  const counts = new ImportCounts({ all: values.verbose ?? false });
  const report = values.report === undefined ? undefined : await openReport(values.report);
  const progress = new Progress(
    process.stderr.isTTY ? await sizeOfPaths(positionals) : 0,
    process.stderr,
  );
  const summary = await runImport(options, {
    async onOutcome(outcome) {
      counts.add(outcome);
      await report?.add(outcome);
    },
    onRemark: (problem) => counts.addRemark(problem),
    onNote: (original, note) => counts.addNote(original, note),
    onColumns: (original, found) => counts.addColumns(original, found),
    onProgress: (_, bytes) => progress.show(counts.items, bytes),
  });
  progress.end();
  if (values.map !== undefined && columns === undefined && counts.columns[0]) {
    await writeColumnMap(values.map, counts.columns[0].columns);
  }
  await report?.finish({ dryRun, ...summary, ...counts.end() });
  process.stdout.write(`${counts.print({ ...summary, dryRun })}\n`);
  return counts.byResult.refused > 0 ? 1 : 0;
});

/** What an import is told, from what was typed. */
function optionsOf(
  values: ReturnType<typeof readImportOptions>['values'],
  given: Pick<ImportOptions, 'paths' | 'importers'> & Pick<ImportOptions['context'], 'columns'>,
): ImportOptions {
  return {
    paths: given.paths,
    content: resolve(values.content),
    importers: given.importers,
    format: values.format,
    dryRun: values['dry-run'] ?? false,
    update: values.update ?? false,
    overwrite: values.overwrite ?? false,
    fixEncoding: values['fix-encoding'] ?? false,
    quarantine: resolved(values.quarantine),
    context: {
      latestDay: values.latest ?? today(),
      dateOrder: values['date-order'] as DateOrder | undefined,
      address: values.address,
      columns: given.columns,
      withPages: values.pages,
      withAddresses: values.aliases,
    },
    defaults: {
      name: values.name,
      licence: values.licence,
      language: canonicalLanguage(values.language),
    },
    siteLanguage: site.language,
  };
}
