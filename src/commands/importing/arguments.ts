import { resolve } from 'node:path';
import { isDateTag, isDay } from '../../article/calendar-date.ts';
import { canonicalLanguage } from '../../importers/text/draft-language.ts';
import { readOptions, type Options } from '../options.ts';
import { archive, content } from '../shared-options.ts';
import { Misuse } from '../terminal.ts';

const taken = 'What is taken';
const written = 'What is written';

const options = {
  format: {
    type: 'string',
    value: 'NAME',
    group: taken,
    does: 'the format of all originals; else each is recognised',
  },
  'date-order': {
    type: 'string',
    value: 'ORDER',
    group: taken,
    does: 'dmy or mdy: how to read 03/04/2019',
  },
  latest: {
    type: 'string',
    value: 'DAY',
    group: taken,
    does: 'the last day a date may name; else today',
  },
  pages: { type: 'boolean', group: taken, does: 'take WordPress pages, not posts alone' },
  map: {
    type: 'string',
    value: 'FILE',
    group: taken,
    does: 'which column fills which field, as JSON; written where it does not exist',
  },
  'fix-encoding': {
    type: 'boolean',
    group: taken,
    does: 'put text right that was encoded as UTF-8 twice',
  },
  address: {
    type: 'string',
    value: 'URL',
    group: taken,
    does: 'where the originals were published, for relative links',
  },
  aliases: {
    type: 'boolean',
    group: taken,
    does: 'let articles answer at the path of their original address; Markdown and WordPress always do',
  },
  name: {
    type: 'string',
    value: 'NAME',
    group: taken,
    does: 'the source of articles that name none',
  },
  licence: {
    type: 'string',
    value: 'TEXT',
    group: taken,
    does: 'the licence of articles that name none',
  },
  language: {
    type: 'string',
    value: 'TAG',
    group: taken,
    does: 'the language of articles that name none; else it is detected',
  },
  'dry-run': { type: 'boolean', group: written, does: 'nothing' },
  update: {
    type: 'boolean',
    group: written,
    does: 'also articles whose originals have changed since their import',
  },
  overwrite: { type: 'boolean', group: written, does: 'also those a keeper has edited' },
  archive: { ...archive, group: written },
  content: { ...content, group: written },
  quarantine: {
    type: 'string',
    value: 'DIR',
    group: written,
    does: 'copies of what was refused, each with its reason',
  },
  report: {
    type: 'string',
    value: 'FILE',
    group: written,
    does: 'everything that happened, as .json or .html',
  },
  verbose: {
    type: 'boolean',
    group: 'What is said',
    does: 'everything, of each original; else a summary with examples',
  },
} as const satisfies Options;

/**
 * Reads the arguments of an import.
 *
 * @throws Help and Misuse, see `readOptions`
 */
export function readImportOptions(formats: readonly { format: string; reads: string }[]) {
  const read = readOptions({
    name: 'npm run import',
    operand: 'PATHS…',
    does: 'Imports articles from files, folders and archives (.zip, .tar.gz). `--dry-run` shows what would be taken.',
    options,
    more: `Exit status: 0 all taken, 1 some refused, 2 misused.

Formats
${formats.map(({ format, reads }) => `  ${format.padEnd(20)} ${reads}`).join('\n')}`,
  });
  requireSense(
    read,
    formats.map(({ format }) => format),
  );
  return read;
}

function requireSense(
  { values, positionals }: ReturnType<typeof readOptions<typeof options>>,
  formats: readonly string[],
): void {
  const { format, latest, address, language, report } = values;
  const order = values['date-order'];
  if (positionals.length === 0) {
    throw new Misuse(
      'Name at least one file, folder or archive. `npm run import -- --help` explains the options.',
    );
  }
  if (format !== undefined && !formats.includes(format)) {
    throw new Misuse(`--format ${format} is not known; the formats are ${formats.join(', ')}.`);
  }
  if (order !== undefined && order !== 'dmy' && order !== 'mdy')
    throw new Misuse('--date-order is dmy or mdy.');
  if (latest !== undefined && !(isDateTag(latest) && isDay(latest)))
    throw new Misuse('--latest is a day, such as 2024-03-02.');
  if (address !== undefined && !/^https?:\/\/[^/]/.test(address))
    throw new Misuse('--address is a web address, such as https://example.org/.');
  if (language !== undefined && canonicalLanguage(language) === undefined)
    throw new Misuse('--language is a language tag, such as en.');
  if (report !== undefined && !/\.(?:json|html?)$/i.test(report))
    throw new Misuse('--report is a file ending in .json or .html.');
}

/** A path on the command line as the process sees it; none stays none. */
export const resolved = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(path);
