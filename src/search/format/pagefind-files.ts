// Pagefind's files as its version 1.6 writes and reads them, and how this project packs them. Pagefind writes some
// hundred files of words for a shard. Here they stand one behind the other in a few larger files, and a table says
// where each begins, so that the browser asks for the bytes of one (RFC 9110 §14, range requests). From that table
// the browser makes Pagefind's metadata, which as Pagefind writes them are several times as large.

import { CborReader, printCbor, type Cbor } from './cbor.ts';

/** Stands at the head of each decompressed file. */
export const signature = 'pagefind_dcd';

/** Pagefind's metadata of an index. */
export interface Meta {
  version: string;
  /** For each page its name in results, and its number of words. */
  pages: { name: string; words: number }[];
  /** The files of words, in alphabetical order: between which words each lies, and its name. */
  chunks: { from: string; to: string; name: string }[];
  /** For each sort key the pages in their order. */
  sorts: { key: string; pages: number[] }[];
  fields: string[];
}

/**
 * The fields of metadata in an index. Pagefind knows a word's field by its place in this list, so what the index was made
 * with and what the browser says must be the same: else the weight of one goes to another.
 */
const metaFields = ['title'];

/** @throws Error where an index has other fields than the browser will be told of */
export function requireFields(fields: readonly string[]): void {
  if (fields.join() === metaFields.join()) return;
  throw new Error(`The index has the fields ${fields.join(', ')}, not ${metaFields.join(', ')}.`);
}

/** Reads metadata, decompressed. */
export function parseMeta(bytes: Uint8Array): Meta {
  const [version, pages, chunks, , sorts, fields] = new CborReader(
    bytes.subarray(signature.length),
  ).value() as [string, [string, number][], [string, string, string][], Cbor, Cbor[][], string[]];
  return {
    version,
    pages: pages.map(([name, words]) => ({ name, words })),
    chunks: chunks.map(([from, to, name]) => ({ from, to, name })),
    sorts: sorts.map(([key, order]) => ({ key: key as string, pages: order as number[] })),
    fields,
  };
}

/**
 * Prints metadata as Pagefind reads it.
 *
 * @param pages for each page its name in results, and its number of words
 * @param chunks the first word of each file of words, or a beginning of it, and the name of the file; in order
 */
export function printMeta(
  version: string,
  pages: readonly [name: string, words: number][],
  chunks: readonly [from: string, name: string][],
): Uint8Array<ArrayBuffer> {
  const ends = [...chunks.slice(1).map(([from]) => from), afterAllWords];
  return signed([
    version,
    pages.map(([name, words]) => [name, words, '']),
    chunks.map(([from, name], i) => [from, ends[i] ?? '', name]),
    [],
    [],
    metaFields,
  ]);
}

const afterAllWords = '\u{10FFFF}';

/** Prints a file of words, each of which stands on one page, at its head. */
export const printWords = (
  words: readonly { word: string; page: number }[],
): Uint8Array<ArrayBuffer> =>
  signed([words.map(({ word, page }) => [word, [[page, [0], []]], []])]);

function signed(value: Cbor): Uint8Array<ArrayBuffer> {
  const body = printCbor(value);
  const bytes = new Uint8Array(signature.length + body.length);
  bytes.set(new TextEncoder().encode(signature));
  bytes.set(body, signature.length);
  return bytes;
}

/** What the browser must know of a shard's words before it can look one up. */
export interface WordTable {
  /** The fields of metadata, see `requireFields`. */
  fields: string[];
  /** How long each article is, newest first: a letter for each, see `lengthLetter`. */
  lengths: string;
  /** The first word of each piece of the index, or a beginning of it; see `printFirstWords`. */
  firstWords: string;
  /** The size of each piece's slot; see `printSlotSizes`. */
  slots: string;
}

/** A piece lies in a slot of a whole number of so many bytes: coarse sizes are a few bits each in the table. */
const slotBytes = 128;

/** Puts a piece in its slot, whose first byte says how many bytes at its end are not used. */
export function putInSlot(piece: Uint8Array): Uint8Array {
  const size = Math.ceil((piece.length + 1) / slotBytes) * slotBytes;
  const slot = new Uint8Array(size);
  slot[0] = size - 1 - piece.length;
  slot.set(piece, 1);
  return slot;
}

/** Takes a piece out of its slot. */
export const takeFromSlot = <T extends ArrayBufferLike>(slot: Uint8Array<T>): Uint8Array<T> =>
  slot.subarray(1, slot.length - (slot[0] ?? 0));

/** The letter for a slot of no bytes; each next one stands for 128 bytes more. */
const noBytes = 48;

/** Beyond it, letters are halves of others (Unicode Standard, 3.8, surrogates). */
const lastLetter = 0xd7ff;

/**
 * Prints the sizes of slots, a letter each.
 *
 * @throws RangeError for a slot of more than seven million bytes
 */
export function printSlotSizes(bytes: readonly number[]): string {
  const letters = bytes.map((size) => noBytes + size / slotBytes);
  if (letters.some((letter) => letter > lastLetter)) {
    throw new RangeError('A piece of the index is too large for its table.');
  }
  return letters.map((letter) => String.fromCharCode(letter)).join('');
}

/** Reads the sizes of slots, in bytes. */
export const parseSlotSizes = (letters: string): number[] =>
  Array.from({ length: letters.length }, (_, i) => (letters.charCodeAt(i) - noBytes) * slotBytes);

/** Prints words in order, one a line: a letter for how much of the word before it begins with, and the rest. */
export function printFirstWords(words: readonly string[]): string {
  return words
    .map((word, i) => {
      const shared = sharedLength(words[i - 1] ?? '', word);
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('\n');
}

/** Reads words that `printFirstWords` printed. */
export function parseFirstWords(text: string): string[] {
  let before = '';
  return text === ''
    ? []
    : text
        .split('\n')
        .map((line) => (before = before.slice(0, line.charCodeAt(0) - 65) + line.slice(1)));
}

/** How many letters two words begin with alike, up to 25, `Z`. */
function sharedLength(one: string, other: string): number {
  let shared = 0;
  while (shared < 25 && shared < other.length && one[shared] === other[shared]) shared++;
  return shared;
}

/** The letter `a` stands for texts of about so many words, `b` for twice as many, and so on. */
const shortest = 16;

/** Lengths of texts decide little, and a letter for each doubling takes a bit or two when it is compressed. */
export const lengthLetter = (words: number): string =>
  String.fromCharCode(97 + Math.min(25, Math.max(0, Math.round(Math.log2(words / shortest)))));

/** About how many words a text has that is as long as its letter says. */
export const wordsOfLetter = (letter: string): number =>
  shortest * 2 ** (letter.charCodeAt(0) - 97);

/** Where a piece stands: in which of the larger files, and between which bytes. */
export interface Place {
  file: number;
  start: number;
  length: number;
}

/** A file of pieces is closed when it is at least so large, in bytes. */
const fullFile = 200_000;

/** The places of pieces that stand one behind the other. */
export function placesOf(lengths: readonly number[]): Place[] {
  let file = 0;
  let start = 0;
  return lengths.map((length) => {
    if (start >= fullFile) {
      file++;
      start = 0;
    }
    start += length;
    return { file, start: start - length, length };
  });
}
