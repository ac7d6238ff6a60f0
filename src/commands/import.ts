// npm run import -- PATHS… [options]

import { parseArgs } from 'node:util';
import { contentDir } from '../files/content-dir.ts';
import { isDateTag, isDay } from '../article/calendar-date.ts';
import { site } from '../site.ts';
import { findImporters } from './importing/find-importers.ts';
import { Tally } from './importing/print-summary.ts';
import { runImport } from './importing/run-import.ts';
import { resolve } from 'node:path';

const help = `Import articles from files, folders and archives (.zip, .tar.gz).

  npm run import -- --dry-run PATHS…     shows what would be taken
  npm run import -- PATHS…               takes it

  --dry-run            write nothing
  --format NAME        the format of all originals; else it is recognised
  --update             take originals again that have changed since their import
  --overwrite          take them even where a keeper has edited the article
  --date-order ORDER   dmy or mdy: how to read 03/04/2019
  --latest DAY         the last day a date may name (today)
  --mend-encoding      put text right that was encoded as UTF-8 twice
  --content DIR        the content folder (content)
  --quarantine DIR     copy there what was refused
  --help
`;

const { values, positionals } = readArguments();

if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const misuse = findMisuse();
if (misuse !== undefined) {
  process.stderr.write(`${misuse}\n\n${help}`);
  process.exit(2);
}

const tally = new Tally();
const summary = await runImport(
  {
    paths: positionals,
    content: values.content === undefined ? contentDir : resolve(values.content),
    importers: await findImporters(),
    format: values.format,
    dryRun: values['dry-run'] ?? false,
    update: values.update ?? false,
    overwrite: values.overwrite ?? false,
    mendEncoding: values['mend-encoding'] ?? false,
    quarantine: values.quarantine,
    context: {
      latestDay: values.latest ?? today(),
      dateOrder: values['date-order'] as 'dmy' | 'mdy' | undefined,
    },
    defaults: {},
    siteLanguage: site.language,
  },
  {
    onOutcome: (outcome) => tally.add(outcome),
    onRemark: (problem) => tally.addProblem(problem),
    onColumns: () => undefined,
    onNote: () => undefined,
    onProgress: () => undefined,
  },
);
process.stdout.write(`${tally.print({ ...summary, dryRun: values['dry-run'] ?? false })}\n`);
process.exitCode = tally.counts.refused > 0 ? 1 : 0;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        format: { type: 'string' },
        update: { type: 'boolean' },
        overwrite: { type: 'boolean' },
        'date-order': { type: 'string' },
        latest: { type: 'string' },
        'mend-encoding': { type: 'boolean' },
        content: { type: 'string' },
        quarantine: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${help}`);
    process.exit(2);
  }
}

function findMisuse(): string | undefined {
  if (positionals.length === 0) return 'Name at least one file, folder or archive.';
  const order = values['date-order'];
  if (order !== undefined && order !== 'dmy' && order !== 'mdy')
    return '--date-order is dmy or mdy.';
  if (values.latest !== undefined && !(isDateTag(values.latest) && isDay(values.latest))) {
    return '--latest is a day, such as 2024-03-02.';
  }
  return undefined;
}

/** The civil day where the command runs. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
