// Has Pagefind index a few hundred texts, and reads back what it made of each word: its stem, and how much it counts at its place.
// All that is known of Pagefind's file formats is here and in `cbor.ts`. What an upgrade changes is named, not misread.

import { createIndex } from 'pagefind';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { CborReader } from './cbor.ts';

/** A block of a text as Pagefind is to read it. */
export interface IndexedBlock {
  /** Letters and digits only, as they are compared. */
  words: readonly string[];
  /** 1 to 6 for a heading. */
  level?: number | undefined;
}

/** What Pagefind makes of the words of one text, by their places. */
export interface IndexedWords {
  stems: (string | undefined)[];
  /** 1 for a word of a paragraph, more for one of a heading. */
  weights: number[];
}

/** The version whose files are read here; `package.json` pins it. */
const knownVersion = '1.6.0';

/** The version of Pagefind that is installed, which decides what it makes of words. */
export function pagefindVersion(): string {
  const main = fileURLToPath(import.meta.resolve('pagefind'));
  const text = readFileSync(join(dirname(main), '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Stands at the head of each decompressed file. */
const signature = 'pagefind_dcd';

/**
 * Indexes texts with Pagefind.
 *
 * @param language the language whose stemmer is used; without one, words are their own stems
 * @throws Error where Pagefind fails, or answers otherwise than is expected of it
 */
export async function indexWords(
  texts: readonly (readonly IndexedBlock[])[],
  language: string,
): Promise<IndexedWords[]> {
  // Pagefind leaves out a text without words, and numbers the others without it.
  const read: IndexedWords[] = texts.map(() => ({ stems: [], weights: [] }));
  const withWords = [...texts.entries()].filter(([, blocks]) =>
    blocks.some(({ words }) => words.length > 0),
  );
  if (withWords.length === 0) return read;
  const { index, errors } = await createIndex({ forceLanguage: language, keepIndexUrl: true });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  for (const [number, blocks] of withWords) {
    const added = await index.addHTMLFile({
      url: `${number}`,
      content: printDocument(number, blocks, language),
    });
    if (added.errors.length > 0) throw new Error(`Pagefind refused: ${added.errors.join('; ')}`);
  }
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(`Pagefind failed: ${made.errors.join('; ')}`);
  await index.deleteIndex();
  const numbered = withWords.map(([number]) => read[number] as IndexedWords);
  for (const { path, content } of made.files) {
    if (path.endsWith('.pf_meta')) requireOrder(openFile(content), withWords.length);
    if (path.endsWith('.pf_index')) readChunk(openFile(content), numbered);
  }
  return read;
}

/** The key that keeps texts in their order is text, not a number: Pagefind compares numbers with 32 bits only. */
function printDocument(number: number, blocks: readonly IndexedBlock[], language: string): string {
  const printed = blocks.map(({ words, level }) => {
    const tag = level === undefined ? 'p' : `h${level}`;
    return `<${tag}>${words.join(' ')}</${tag}>`;
  });
  const key = `k${String(number).padStart(7, '0')}`;
  return `<html lang="${language}"><body><div data-pagefind-body data-pagefind-sort="order:${key}">${printed.join('')}</div></body></html>`;
}

/** Opens a file of Pagefind's. */
function openFile(content: Uint8Array): CborReader {
  const bytes = gunzipSync(content);
  if (bytes.subarray(0, signature.length).toString() !== signature) {
    throw changed(`a file of the index does not begin with \`${signature}\``);
  }
  return new CborReader(bytes.subarray(signature.length));
}

/** Pagefind numbers pages as it likes; a sort key tells its order, and that it is ours. */
function requireOrder(reader: CborReader, texts: number): void {
  const [, , , , sorts] = reader.value() as [unknown, unknown, unknown, unknown, unknown[][]];
  const [name, order] = (sorts?.[0] ?? []) as [unknown, unknown];
  if (name !== 'order' || !Array.isArray(order) || order.length !== texts) {
    throw changed('the fifth part of its metadata does not list the texts by our sort key');
  }
  if (order.some((page, position) => page !== position)) {
    throw changed('it does not number texts in the order of our sort key');
  }
}

/** Reads the head of an array whose length the format fixes. */
function expectParts(reader: CborReader, count: number, what: string): void {
  const found = reader.arrayLength();
  if (found !== count) throw changed(`${what} has ${found} parts, not ${count}`);
}

/** What an upgrade of Pagefind has changed under the reader of its files. */
const changed = (what: string): Error =>
  new Error(
    `Pagefind ${pagefindVersion()} writes its index otherwise than version ${knownVersion}, which is read here: ${what}. See “Upgrading Astro and Pagefind” in .github/CONTRIBUTING.md.`,
  );

/** A file of words: for each its stem, the texts that have it, and the same for its forms with accents. */
function readChunk(reader: CborReader, read: IndexedWords[]): void {
  expectParts(reader, 1, 'a file of words');
  for (let left = reader.arrayLength(); left > 0; left--) {
    expectParts(reader, 3, 'the entry of a word');
    const stem = reader.text().normalize('NFC');
    readPages(reader, stem, read);
    for (let forms = reader.arrayLength(); forms > 0; forms--) {
      expectParts(reader, 2, 'a form of a word');
      reader.text();
      readPages(reader, stem, read);
    }
  }
}

/** How much a word of a paragraph counts in Pagefind's files: weights are counted in 24ths, and stored with one added. */
const [weightUnit, weightOffset] = [24, 1];

/** Texts count from the text before; places from the place before, and anew after a negative number, which is a weight. */
function readPages(reader: CborReader, stem: string, read: IndexedWords[]): void {
  let page = 0;
  for (let left = reader.arrayLength(); left > 0; left--) {
    expectParts(reader, 3, 'a text of a word');
    page += reader.integer();
    const words = read[page];
    let place = 0;
    let weight = 1;
    for (let locations = reader.arrayLength(); locations > 0; locations--) {
      const step = reader.integer();
      if (step < 0) {
        place = 0;
        weight = (-step - weightOffset) / weightUnit;
        continue;
      }
      place += step;
      if (!words) throw changed(`a word stands in text ${page}, which it was not given`);
      words.stems[place] = stem;
      words.weights[place] = weight;
    }
    // Places in metadata: the headline, which is among the words as well.
    for (let locations = reader.arrayLength(); locations > 0; locations--) reader.integer();
  }
}
