import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDateTag, isDay } from '../../article/calendar-date.ts';
import { canonicalLanguage } from '../../importers/text/draft-language.ts';

/** What `--help` prints; the README repeats it. */
export const help = (
  formats: readonly { format: string; reads: string }[],
): string => `Import articles from files, folders and archives (.zip, .tar.gz).

  npm run import -- --dry-run PATHS…   shows what would be taken
  npm run import -- PATHS…             takes it

What is taken
  --format NAME        the format of all originals; else each is recognised
  --date-order ORDER   dmy or mdy: how to read 03/04/2019
  --latest DAY         the last day a date may name (else today)
  --pages              take WordPress pages, not posts alone
  --map FILE           which column fills which field, as JSON; written where it does not exist
  --mend-encoding      put text right that was encoded as UTF-8 twice
  --address URL        where the originals were published, for relative links
  --aliases            let articles answer at the path of their original address
                       (Markdown and WordPress always do)
  --name NAME          the source of articles that name none
  --licence TEXT       the licence of articles that name none
  --language TAG       the language of articles that name none; else it is detected

What is written
  --dry-run            nothing
  --update             also articles whose originals have changed since their import
  --overwrite          also those a keeper has edited
  --content DIR        the content folder (content)
  --quarantine DIR     copies of what was refused, each with its reason
  --report FILE        everything that happened, as .json or .html

Exit status: 0 all taken, 1 some refused, 2 misused.

Formats
${formats.map(({ format, reads }) => `  ${format.padEnd(20)} ${reads}`).join('\n')}
`;

const options = {
  format: { type: 'string' },
  'date-order': { type: 'string' },
  latest: { type: 'string' },
  pages: { type: 'boolean' },
  map: { type: 'string' },
  'mend-encoding': { type: 'boolean' },
  address: { type: 'string' },
  aliases: { type: 'boolean' },
  name: { type: 'string' },
  licence: { type: 'string' },
  language: { type: 'string' },
  'dry-run': { type: 'boolean' },
  update: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  content: { type: 'string' },
  quarantine: { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type Arguments = ReturnType<
  typeof parseArgs<{ options: typeof options; allowPositionals: true }>
>;

/** Reads the arguments of an import, or says in a sentence what is wrong with them. */
export function readArguments(
  args: readonly string[],
  formats: readonly string[],
): Arguments | string {
  let parsed: Arguments;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
  return parsed.values.help ? parsed : (findMisuse(parsed, formats) ?? parsed);
}

function findMisuse(
  { values, positionals }: Arguments,
  formats: readonly string[],
): string | undefined {
  const { format, latest, address, language } = values;
  const order = values['date-order'];
  if (positionals.length === 0) return 'Name at least one file, folder or archive.';
  if (format !== undefined && !formats.includes(format)) {
    return `--format ${format} is not known; the formats are ${formats.join(', ')}.`;
  }
  if (order !== undefined && order !== 'dmy' && order !== 'mdy')
    return '--date-order is dmy or mdy.';
  if (latest !== undefined && !(isDateTag(latest) && isDay(latest)))
    return '--latest is a day, such as 2024-03-02.';
  if (address !== undefined && !/^https?:\/\/[^/]/.test(address))
    return '--address is a web address, such as https://example.org/.';
  if (language !== undefined && canonicalLanguage(language) === undefined)
    return '--language is a language tag, such as en.';
  if (values.report !== undefined && !/\.(?:json|html?)$/i.test(values.report))
    return '--report is a file ending in .json or .html.';
  return undefined;
}

/** A path on the command line as the process sees it; none stays none. */
export const resolved = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : resolve(path);
