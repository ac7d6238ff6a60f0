// Repacks Pagefind's files of words, and gathers from them which words a shard has, and which beside each other.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CborReader } from './format/cbor.ts';
import {
  lengthLetter,
  parseMeta,
  placesOf,
  printFirstWords,
  printSlotSizes,
  putInSlot,
  requireFields,
  signature,
  type WordTable,
} from './format/pagefind-files.ts';
import { blocksFor, pairKey, printPresence, wordKey } from './format/presence.ts';
import { pack } from './pack.ts';

/** Writes the words of a bundle that Pagefind has made: `words.pack`, `words-0.pack` … and `presence.bin`. */
export async function writeWordFiles(bundle: string, published: string): Promise<void> {
  const metaFile = (await readdir(bundle)).find((file) => file.endsWith('.pf_meta'));
  if (metaFile === undefined) throw new Error(`${bundle} has no index.`);
  const meta = parseMeta(gunzipSync(await readFile(join(bundle, metaFile))));
  const inOrder = meta.sorts[0]?.pages ?? [];
  if (inOrder.some((page, position) => page !== position)) {
    throw new Error('Pagefind has not kept the articles in their order.');
  }
  const chunks = await Promise.all(
    meta.chunks.map(({ name }) => readFile(join(bundle, 'index', `${name}.pf_index`))),
  );
  const slots = chunks.map(putInSlot);
  const sizes = slots.map(({ length }) => length);
  const files: Uint8Array[][] = [];
  for (const [i, { file }] of placesOf(sizes).entries()) {
    (files[file] ??= []).push(slots[i] as Uint8Array);
  }
  for (const [file, pieces] of files.entries()) {
    await writeFile(join(published, `words-${file}.pack`), Buffer.concat(pieces));
  }
  requireFields(meta.fields);
  const table: WordTable = {
    fields: meta.fields,
    lengths: meta.pages.map(({ words }) => lengthLetter(words)).join(''),
    firstWords: printFirstWords(meta.chunks.map(({ from }) => from)),
    slots: printSlotSizes(sizes),
  };
  await writeFile(join(published, 'words.pack'), pack(table));
  const keys = collectKeys(chunks.map((chunk) => gunzipSync(chunk).subarray(signature.length)));
  await writeFile(join(published, 'presence.bin'), printPresence(keys, blocksFor(keys.length)));
}

/** Room for the number of a word in one number with its place: so many words no shard has. */
const mostWords = 2 ** 20;

/** Places in metadata are counted from here on, one field after the other: no text has so many words. */
const firstInField = 2 ** 26;

/** The keys of all words, and of all that stand beside each other, each once and in order. */
function collectKeys(chunks: readonly Uint8Array[]): Uint32Array {
  const words: number[] = [];
  const pages: number[][] = [];
  for (const chunk of chunks) readChunk(new CborReader(chunk), words, pages);
  const keys = [...words];
  for (const occurrences of pages) {
    const inOrder = Float64Array.from(occurrences ?? []).toSorted();
    for (let i = 0; i < inOrder.length; i++) {
      const first = inOrder[i] ?? 0;
      const place = Math.floor(first / mostWords);
      for (let j = i + 1; j < inOrder.length; j++) {
        const second = inOrder[j] ?? 0;
        const apart = Math.floor(second / mostWords) - place;
        if (apart > 1) break;
        if (apart === 1)
          keys.push(pairKey(words[first % mostWords] ?? 0, words[second % mostWords] ?? 0));
      }
    }
  }
  const sorted = Uint32Array.from(keys).toSorted();
  return sorted.filter((key, i) => key !== sorted[i - 1]);
}

/**
 * Reads a file of words: to `words` the key of each, to `pages` for each page where its words stand, each as one
 * number, the place before the number of the word.
 */
function readChunk(reader: CborReader, words: number[], pages: number[][]): void {
  reader.arrayLength();
  for (let left = reader.arrayLength(); left > 0; left--) {
    reader.arrayLength();
    const number = words.push(wordKey(reader.text())) - 1;
    readPages(reader, number, pages);
    for (let variants = reader.arrayLength(); variants > 0; variants--) {
      reader.arrayLength();
      reader.text();
      readPages(reader, number, pages);
    }
  }
}

/** Pages count from the page before; places from the place before, and anew after a negative number. */
function readPages(reader: CborReader, word: number, pages: number[][]): void {
  let page = 0;
  for (let left = reader.arrayLength(); left > 0; left--) {
    reader.arrayLength();
    page += reader.integer();
    const occurrences = (pages[page] ??= []);
    let place = 0;
    for (let locations = reader.arrayLength(); locations > 0; locations--) {
      const step = reader.integer();
      place = step < 0 ? 0 : place + step;
      if (step >= 0) occurrences.push(place * mostWords + word);
    }
    let field = 0;
    for (let locations = reader.arrayLength(); locations > 0; locations--) {
      const step = reader.integer();
      if (step < 0) field = -step;
      place = step < 0 ? field * firstInField : place + step;
      if (step >= 0) occurrences.push(place * mostWords + word);
    }
  }
}
