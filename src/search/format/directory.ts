// The directory of a shard: where a word is found without anything to be looked up before.
//
// A *group* is what a stem stands for: the forms of a word, each with its own list of articles, so that any inflection is found,
// and a word as it was typed is known from its other forms. Sections, topics, authors and languages are groups of one form, under
// the keys of `facetKey`. Groups lie in blocks, at the place that the hash of their key computes. A block is sealed for its shard and padded with
// noughts to a whole number of 32 bytes; the manifest knows its size. In it, one behind the other:
//
//   key (counted text), the length of the rest, how many forms; for each form its text and either
//     1, list, places (both counted)              short ones, here
//     2, where, length of list, of places, count  long ones, in the shard's lists: the place of the sealed list, then the
//                                                 sealed places, block by block
//
// A key that is empty ends a block.
//
// Forms are also found by their *beginning*. For each first three letters there is a group under `beginningKey`, whose forms are no
// words: each stands for the words that have the same first four letters, and tells where among the long lists they are printed, in
// the order of the alphabet, as one sealed group: its key is what they begin with, its forms are their endings, and short lists
// are without places.

import { ByteReader, ByteWriter, fnv1a } from './bytes.ts';
import { seal, sealBytes, unseal } from './sealed.ts';
import { fold } from './text-words.ts';

export interface Group {
  key: string;
  forms: Form[];
}

export type Form =
  { text: string; list: Uint8Array<ArrayBuffer>; places: Uint8Array<ArrayBuffer> } | LongForm;

export interface LongForm {
  text: string;
  at: number;
  listLength: number;
  placesLength: number;
  count: number;
}

/** A form with more bytes than this, its list and its places together, lies outside the directory. */
export const mostInDirectory = 192;

/** Blocks are about so large, in bytes: smaller ones are more, larger ones longer under way. */
const blockBytes = 2048;
const unit = 32;

/** How many blocks a directory of so many bytes has. */
export const blocksFor = (bytes: number): number => Math.max(1, Math.round(bytes / blockBytes));

const encoder = new TextEncoder();

/** The block in which a key lies (FNV-1a, with the last mixing of MurmurHash3). */
export function blockOf(key: string, blocks: number): number {
  let hash = fnv1a(encoder.encode(key));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % blocks;
}

/** The key of a section, topic, author or language; no word begins like it. */
export const facetKey = (facet: string, name: string): string => `:${facet}:${name}`;

/** How many letters a beginning needs, and how many the words of a part share. */
export const beginningLetters = { group: 3, part: 4 };

/** The first letters of a word, fewer where it is shorter but for a `group`: none where it has not so many. */
export function lettersOf(text: string, count: number): string {
  let end = 0;
  let letters = 0;
  for (; letters < count && end < text.length; letters++) {
    end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  }
  return letters < beginningLetters.group ? '' : text.slice(0, end);
}

/** The key of the words that begin like a text. */
export const beginningKey = (text: string): string => `>${lettersOf(text, beginningLetters.group)}`;

/** Used again for each group. */
const writers = /* @__PURE__ */ makeWriters();

function makeWriters() {
  return { group: new ByteWriter(), body: new ByteWriter() };
}

export function printGroup({ key, forms }: Group): Uint8Array<ArrayBuffer> {
  const body = writers.body.clear();
  body.varint(forms.length);
  for (const form of forms) {
    body.text(form.text);
    if ('list' in form) {
      body.byte(1);
      body.counted(form.list);
      body.counted(form.places);
    } else {
      body.byte(2);
      for (const value of [form.at, form.listLength, form.placesLength, form.count]) {
        body.varint(value);
      }
    }
  }
  const out = writers.group.clear();
  out.text(key);
  out.counted(body.written);
  return out.finish();
}

/** Prints a block of printed groups. @param shard its digest */
export function printBlock(groups: readonly Uint8Array[], shard: string): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  for (const group of groups) out.raw(group);
  const size = Math.ceil((out.length + 1 + sealBytes) / unit) * unit;
  const padded = new Uint8Array(size - sealBytes);
  padded.set(out.finish());
  return seal(padded, shard);
}

/** Finds a group in a block that has been unsealed. */
export function findGroup(block: Uint8Array<ArrayBuffer>, key: string): Group | undefined {
  const reader = new ByteReader(block);
  for (;;) {
    const found = reader.text();
    if (found === '') return undefined;
    const body = reader.counted();
    if (found === key) return { key, forms: parseForms(new ByteReader(body)) };
  }
}

/** Reads the words of a beginning. */
export function parseBeginning(sealed: Uint8Array<ArrayBuffer>): Form[] {
  const reader = new ByteReader(unseal(sealed));
  const letters = reader.text();
  const forms = parseForms(new ByteReader(reader.counted()));
  return forms.map((form) => ({ ...form, text: letters + form.text }));
}

function parseForms(reader: ByteReader): Form[] {
  return Array.from({ length: reader.varint() }, (): Form => {
    const text = reader.text();
    if (reader.byte() === 1) return { text, list: reader.counted(), places: reader.counted() };
    const [at, listLength] = [reader.varint(), reader.varint()];
    return { text, at, listLength, placesLength: reader.varint(), count: reader.varint() };
  });
}

/** Prints the sizes of blocks, a letter each: `0` stands for none, each next one for 32 bytes more. */
export const printBlockSizes = (sizes: readonly number[]): string =>
  sizes.map((size) => String.fromCharCode(48 + Math.min(size / unit, 0xd000))).join('');

/** Reads the sizes of blocks, in bytes. */
export const parseBlockSizes = (letters: string): number[] =>
  Array.from({ length: letters.length }, (_, i) => (letters.charCodeAt(i) - 48) * unit);

/** Names are the same whatever their case, accents, blanks or hyphens: `north-korea` is North Korea. */
export const foldFacetName = (name: string): string =>
  name
    .split(/[\s_-]+/)
    .map(fold)
    .join('-');
