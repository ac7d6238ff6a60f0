// From an original's bytes to what its reader finds in it.

import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { readHead, type Original } from '../../originals/originals.ts';
import { ReadError } from '../../originals/read-error.ts';
import { Stop } from '../../disk/stop.ts';
import { chooseImporter } from '../../importers/choose-importer.ts';
import { decodeStream } from '../../importers/encoding/decode-stream.ts';
import { findEncoding } from '../../importers/encoding/decode.ts';
import { readText } from '../../importers/encoding/read-text.ts';
import { Utf8Counter, type Utf8Count } from '../../importers/encoding/utf-8.ts';
import type {
  Importer,
  TextImporter,
  ImportContext,
  Reading,
  Refusal,
} from '../../importers/importer.ts';
import { refuse } from '../../importers/refuse.ts';
import { cleanText } from '../../importers/text/clean-text.ts';
import type { Problem } from '../../problem.ts';

/** Formats are recognised by this much of a text. */
const headLength = 65_536;

/** A reader that must have a text whole is given no more than this. */
const mostWholeBytes = 256 * 1024 * 1024;

export interface ReadingsOptions {
  importers: readonly Importer[];
  /** The format the keeper names; else the one recognised. */
  format?: string | undefined;
  fixEncoding?: boolean | undefined;
  context: Omit<ImportContext, 'path'>;
}

export interface Readings {
  sha256: string;
  format: string;
  readings: Iterable<Reading> | AsyncIterable<Reading>;
  /** What was done to the text as a whole, and what is doubtful about it: said once for the original. */
  notes: string[];
  problems: Problem[];
}

/**
 * Reads an original. One that cannot be read to its end, and one at which its reader fails, are refused there: what
 * was found before stays, and the run goes on.
 *
 * @param bytes none where it is too large to be loaded
 */
export async function readOriginal(
  original: Original,
  bytes: Uint8Array | undefined,
  options: ReadingsOptions,
): Promise<Readings> {
  try {
    const found =
      bytes === undefined
        ? await readLarge(original, options)
        : readSmall(original.path, bytes, options, original.findPicture);
    return { ...found, readings: toTheEnd(found.readings, original) };
  } catch (error) {
    const readings = [failureOf(error, original)];
    return { sha256: '', format: 'none', readings, notes: [], problems: [] };
  }
}

async function* toTheEnd(
  readings: Readings['readings'],
  original: Original,
): AsyncGenerator<Reading> {
  try {
    yield* readings;
  } catch (error) {
    yield failureOf(error, original);
  }
}

function failureOf(error: unknown, original: Original): Refusal {
  if (error instanceof Stop) throw error;
  if (error instanceof ReadError) {
    return refuse(original, {
      rule: 'unreadable',
      message: `It could not be read to its end: ${error.message}`,
      fix: 'Check that the file is whole and may be read.',
    });
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return refuse(original, {
    rule: 'reader-failed',
    message: `Its reader failed, which is a fault of Dateline (${reason.slice(0, 200)}).`,
    fix: 'Leave it out for now, and report it with the original.',
  });
}

/**
 * Reads an original that was loaded whole.
 *
 * @param find finds the files beside it that hold the texts of its parts
 */
export function readSmall(
  path: string,
  bytes: Uint8Array,
  options: ReadingsOptions,
  find?: Original['findPicture'],
): Readings {
  const sha256 = hash('sha256', bytes);
  const context: ImportContext = { ...options.context, path };
  const decoded = readText(bytes, {
    path,
    fixEncoding: options.fixEncoding,
    separators: 'stay',
  });
  if ('finding' in decoded) {
    const refused = refuse(context, decoded.finding);
    return { sha256, format: 'none', readings: [refused], notes: [], problems: [] };
  }
  const { text, notes } = decoded;
  const head = { text: text.slice(0, headLength), path, whole: text.length <= headLength };
  const importer = pick(options, head);
  const base = { sha256, format: importer?.format ?? 'none' };
  if (!importer) return { ...base, readings: [unknownFormat(context)], notes, problems: [] };
  if ('readBytes' in importer) {
    const readings = importer.readBytes(() => Readable.from([bytes]), context);
    return { ...base, readings, notes: [], problems: [] };
  }
  const given = importer.hasValues ? text : cleanText(text).text;
  const readings =
    importer.textsBeside && find
      ? readWithTexts(importer, given, context, find)
      : importer.read(given, context);
  return { ...base, readings, notes, problems: decoded.problems };
}

/** Reads an original whose parts have their texts in files of their own. */
async function* readWithTexts(
  importer: TextImporter,
  text: string,
  context: ImportContext,
  find: Original['findPicture'],
): AsyncGenerator<Reading> {
  const textsBeside = new Map<string, string>();
  for (const path of importer.textsBeside?.(text) ?? []) {
    const file = await find(path);
    const decoded = file && readText(await file.read(), { path });
    if (decoded && 'text' in decoded) textsBeside.set(path, decoded.text);
  }
  yield* importer.read(text, { ...context, textsBeside });
}

/** Reads an original that is too large to be loaded, in pieces. */
async function readLarge(original: Original, options: ReadingsOptions): Promise<Readings> {
  const { path } = original;
  const context: ImportContext = { ...options.context, path };
  const bytes = await readHead(original, headLength);
  const { sha256, utf8 } = await survey(original);
  const encoding = findEncoding(bytes, { utf8 });
  const base = { sha256, format: 'none', notes: [], problems: [] };
  if (!encoding || encoding.label.startsWith('utf-32')) {
    const decoded = readText(bytes, { path });
    const finding =
      'finding' in decoded
        ? decoded.finding
        : {
            rule: 'too-large',
            message: 'It is too large to be read in this encoding.',
            fix: 'Convert it to UTF-8.',
          };
    return { ...base, readings: [refuse(context, finding)] };
  }
  const text = new TextDecoder(encoding.label).decode(bytes);
  const importer = pick(options, { text, path, whole: false });
  if (!importer) return { ...base, readings: [unknownFormat(context)] };
  if ('readBytes' in importer) {
    const readings = importer.readBytes(() => original.open(), context);
    return { ...base, format: importer.format, readings };
  }
  if (importer.readLarge) {
    const open = (): AsyncIterable<string> =>
      decodeStream(original.open(), encoding.label, {
        separators: importer.hasValues ? 'stay' : 'end lines',
      });
    return { ...base, format: importer.format, readings: importer.readLarge(open, context) };
  }
  if (original.size > mostWholeBytes) {
    const finding = {
      rule: 'too-large',
      message: `It is larger than ${mostWholeBytes / 1024 / 1024} MB, which no ${importer.format} text is.`,
      fix: 'Cut it into smaller files.',
    };
    return { ...base, readings: [refuse(context, finding)] };
  }
  return readSmall(path, await original.read(), options, original.findPicture);
}

function pick(
  options: ReadingsOptions,
  head: Parameters<Importer['recognise']>[0],
): Importer | undefined {
  return options.format === undefined
    ? chooseImporter(options.importers, head)
    : options.importers.find(({ format }) => format === options.format);
}

const unknownFormat = (context: ImportContext): Reading =>
  refuse(context, {
    rule: 'format-unknown',
    message: 'No reader knows its format.',
    fix: 'Name the format with `--format`, or leave it out.',
  });

/** Reads a large original once from end to end, for its digest and to see how much of it is UTF-8. */
async function survey(original: Original): Promise<{ sha256: string; utf8: Utf8Count }> {
  const digest = createHash('sha256');
  const counter = new Utf8Counter();
  for await (const piece of original.open()) {
    digest.update(piece);
    counter.add(piece);
  }
  return { sha256: digest.digest('hex'), utf8: counter.end() };
}
