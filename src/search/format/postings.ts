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

/** The places at which a word stands in the articles of a list, those of one article, ascending, behind those of the other. */
export interface Places {
  /** How many places each article has; none at all where places are not kept, as of a topic. */
  counts: ArrayLike<number>;
  places: ArrayLike<number>;
}

export const noPlaces: Places = { counts: [], places: [] };

/** The place of the first word of a text after its headline. */
export const firstInText = 64;

/** The bit of a mark that tells of the headline. */
export const inHeadline = 8;

/** How many articles a block of places is for. */
export const articlesInBlock = 64;

const withPlaces = 128;

/** Used again for each list, of which an archive has hundreds of thousands. */
const writers = /* @__PURE__ */ makeWriters();

function makeWriters() {
  return { list: new ByteWriter(), places: new ByteWriter(), bits: new BitWriter() };
}

/** Prints a list and its places. */
export function printPostings(
  { numbers, marks }: Postings,
  { counts, places }: Places,
): { list: Uint8Array<ArrayBuffer>; places: Uint8Array<ArrayBuffer> } {
  const list = writers.list.clear();
  const all = writers.places.clear();
  const bits = writers.bits.clear();
  const count = numbers.length;
  const k = riceParameter(((numbers[count - 1] ?? 0) + 1) / Math.max(1, count) - 1);
  list.varint(count);
  list.byte(k + (counts.length > 0 ? withPlaces : 0));
  let before = -1;
  for (let i = 0; i < count; i++) {
    const number = numbers[i] ?? 0;
    bits.rice(number - before - 1, k);
    bits.bits(marks[i] ?? 0, 4);
    before = number;
  }
  list.raw(bits.written);
  for (let i = 0, at = 0; i < counts.length; i += articlesInBlock) {
    const { length } = all;
    const end = Math.min(i + articlesInBlock, counts.length);
    at = writeBlock(bits.clear(), { counts, places }, { from: i, end, at });
    all.raw(bits.written);
    list.varint(all.length - length);
  }
  return { list: list.finish(), places: all.finish() };
}

/**
 * The same list without places.
 *
 * @param placesLength how many bytes they have
 */
export function withoutPlaces(
  list: Uint8Array<ArrayBuffer>,
  placesLength: number,
): Uint8Array<ArrayBuffer> {
  if (placesLength === 0) return list;
  const head = new ByteReader(list);
  if (head.varint() > articlesInBlock) return printPostings(parsePostings(list), noPlaces).list;
  // Those of one block: its size stands at the end, a byte for each seven bits.
  const sizeBytes = placesLength < 128 ? 1 : placesLength < 16_384 ? 2 : 3;
  const bare = list.slice(0, -sizeBytes);
  bare[head.at] = (bare[head.at] as number) - withPlaces;
  return bare;
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

/**
 * Writes the block of some articles of a list.
 *
 * @param at where the places of its first article begin
 * @returns where those of the next one begin
 */
function writeBlock(
  bits: BitWriter,
  { counts, places }: Places,
  { from, end, at }: { from: number; end: number; at: number },
): number {
  let sum = 0;
  let next = at;
  for (let i = from; i < end; i++) {
    next += counts[i] as number;
    sum += places[next - 1] as number;
  }
  const k = riceParameter(sum / Math.max(1, next - at));
  bits.bits(k, 8);
  next = at;
  for (let i = from; i < end; i++) {
    const count = counts[i] as number;
    bits.rice(count - 1, 0);
    let before = -1;
    for (const last = next + count; next < last; next++) {
      const place = places[next] as number;
      bits.rice(place - before - 1, k);
      before = place;
    }
  }
  return next;
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
