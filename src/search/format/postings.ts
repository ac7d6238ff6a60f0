// The articles that have a word, and where it stands in each.
//
// A list: how many articles (varint), Rice's k of the gaps (a byte, 128 added where there are places), then bits: for each article the gap to the one before
// less one in Rice's code, its strength in three bits, and one bit that tells whether the word stands in the headline.
// After it, byte-aligned, the sizes of the blocks of places as varints.
//
// Places are kept apart, for few queries need them: blocks of 64 articles, each beginning with Rice's k of its gaps
// (a byte); for each article how often the word stands in it less one (Rice, k = 0), the first place and the gaps between
// the next. The headline's words have the places from 0 on, those of the text the places from `firstInText` on, so that
// one block is enough to tell whether words stand beside each other in an article, or in its headline.

import { BitReader, BitWriter, ByteReader, ByteWriter, riceParameter } from './bytes.ts';

/** The articles that have a word, in the order of their numbers, with what is known of each. */
export interface Postings {
  numbers: Uint32Array;
  /** The strength of the word in each article, from 0 to 7; 8 is added where it stands in the headline. */
  marks: Uint8Array;
}

/** Of each article of a list the places at which the word stands, ascending. */
export type Places = readonly (readonly number[])[];

/** The place of the first word of a text after its headline. */
export const firstInText = 64;

/** The bit of a mark that tells of the headline. */
export const inHeadline = 8;

/** How many articles a block of places is for. */
export const articlesInBlock = 64;

const withPlaces = 128;

/** Prints a list and its places; without places where it has none, as of a topic. */
export function printPostings(
  { numbers, marks }: Postings,
  places: Places,
): { list: Uint8Array<ArrayBuffer>; places: Uint8Array<ArrayBuffer> } {
  const blocks: Uint8Array[] = [];
  for (let i = 0; i < places.length; i += articlesInBlock) {
    blocks.push(printBlock(places.slice(i, i + articlesInBlock)));
  }
  const list = new ByteWriter();
  const count = numbers.length;
  const k = riceParameter(((numbers.at(-1) ?? 0) + 1) / Math.max(1, count) - 1);
  list.varint(count);
  list.byte(k + (places.length > 0 ? withPlaces : 0));
  const bits = new BitWriter();
  let before = -1;
  for (let i = 0; i < count; i++) {
    const number = numbers[i] ?? 0;
    bits.rice(number - before - 1, k);
    bits.bits(marks[i] ?? 0, 4);
    before = number;
  }
  list.raw(bits.finish());
  const all = new ByteWriter();
  for (const block of blocks) {
    list.varint(block.length);
    all.raw(block);
  }
  return { list: list.finish(), places: all.finish() };
}

/** Reads a list. */
export function parsePostings(bytes: Uint8Array<ArrayBuffer>): Postings & { blocks: number[] } {
  const head = new ByteReader(bytes);
  const count = head.varint();
  const first = head.byte();
  const k = first % withPlaces;
  if (count > bytes.length * 8) throw new RangeError('A list is longer than its bytes.');
  const bits = new BitReader(bytes, head.at);
  const numbers = new Uint32Array(count);
  const marks = new Uint8Array(count);
  let before = -1;
  for (let i = 0; i < count; i++) {
    numbers[i] = before = before + 1 + bits.rice(k);
    marks[i] = bits.bits(4);
  }
  head.at = bits.byteAfter;
  const length = first < withPlaces ? 0 : Math.ceil(count / articlesInBlock);
  const blocks = Array.from({ length }, () => head.varint());
  return { numbers, marks, blocks };
}

function printBlock(places: Places): Uint8Array {
  let sum = 0;
  let count = 0;
  for (const each of places) {
    sum += each.at(-1) ?? 0;
    count += each.length;
  }
  const k = riceParameter(sum / Math.max(1, count));
  const bits = new BitWriter();
  bits.bits(k, 8);
  for (const each of places) {
    bits.rice(each.length - 1, 0);
    let before = -1;
    for (const place of each) {
      bits.rice(place - before - 1, k);
      before = place;
    }
  }
  return bits.finish();
}

/** Reads a block of places: those of so many articles. */
export function parseBlock(bytes: Uint8Array, articles: number): number[][] {
  const bits = new BitReader(bytes);
  const k = bits.bits(8);
  return Array.from({ length: articles }, () => {
    let before = -1;
    return Array.from({ length: bits.rice(0) + 1 }, () => (before += 1 + bits.rice(k)));
  });
}
