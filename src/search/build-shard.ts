// Makes the words of a shard of the analyses of its parts: a directory, and the lists that are too long for it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnalysis, type AnalysedForm } from './analyse-part.ts';
import { collectFacets } from './facets.ts';
import { facetNames, type Facets } from './format/facets.ts';
import {
  beginningKey,
  beginningLetters,
  blockOf,
  blocksFor,
  facetKey,
  foldFacetName,
  lettersOf,
  mostInDirectory,
  printBlock,
  printBlockSizes,
  printGroup,
  type Form,
} from './format/directory.ts';
import { layOut, pieceBytes } from './format/pieces.ts';
import { parseBlock, parsePostings, printPostings, articlesInBlock } from './format/postings.ts';
import { seal, sealBytes } from './format/sealed.ts';
import { isUnspaced } from './format/text-words.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { pack } from './pack.ts';
import { writePieces } from './piece-writer.ts';

/** The analysis of a part, and how many articles it has. */
export interface ShardPart {
  analysis: Uint8Array<ArrayBuffer>;
  count: number;
}

/** A form of the shard that may be suggested or begun with. */
export interface ShardWord {
  text: string;
  /** As the archive writes it. */
  written: string;
  stem: string;
  /** How many of the shard's articles have it. */
  count: number;
}

/**
 * Writes the files of a shard into a folder: `d0` … the directory, `l0` … long lists, `facets`.
 *
 * @param digest of what goes into it
 * @param parts in the order of the articles' numbers
 * @param newestFirst the shard's articles in the same order
 * @returns the sizes of the directory's blocks, see `printBlockSizes`, and the shard's words
 */
export function buildShard(
  folder: string,
  digest: string,
  parts: readonly ShardPart[],
  newestFirst: readonly IndexedArticle[],
): { blocks: string; words: ShardWord[] } {
  mkdirSync(folder, { recursive: true });
  const words: ShardWord[] = [];
  const groups = new Map<string, LaidForm[]>();
  for (const form of mergeParts(parts)) {
    const { text, stem, written } = form;
    const isWritten = written !== '' && !isUnspaced(text);
    if (isWritten) words.push({ text, written, stem, count: form.numbers.length });
    push(groups, stem, { text, isWritten, ...printMerged(form) });
  }
  const facets = collectFacets(newestFirst);
  for (const [key, numbers] of facetLists(facets)) {
    const marks = new Uint8Array(numbers.length);
    push(groups, key, {
      text: '',
      isWritten: false,
      ...printPostings({ numbers, marks }, []),
      count: numbers.length,
    });
  }
  const blocks = writeDirectory(folder, digest, groups);
  writeFileSync(join(folder, 'facets'), pack(facets));
  return { blocks, words };
}

interface Merged {
  text: string;
  stem: string;
  written: string;
  numbers: number[];
  marks: number[];
  places: number[][];
}

/** The forms of all parts, each once, in the order of their texts: parts have theirs in this order, so one form is here at a time. */
function* mergeParts(parts: readonly ShardPart[]): Generator<Merged> {
  let before = 0;
  const readers = parts.map(({ analysis, count }) => {
    const forms = parseAnalysis(analysis);
    before += count;
    return { forms, offset: before - count, next: nextOf(forms) };
  });
  for (;;) {
    let least: string | undefined;
    for (const { next } of readers) {
      if (next && (least === undefined || next.text < least)) least = next.text;
    }
    if (least === undefined) return;
    const merged: Merged = {
      text: least,
      stem: '',
      written: '',
      numbers: [],
      marks: [],
      places: [],
    };
    for (const reader of readers) {
      if (reader.next?.text !== least) continue;
      addForm(merged, reader.next, reader.offset);
      reader.next = nextOf(reader.forms);
    }
    yield merged;
  }
}

const nextOf = (forms: Generator<AnalysedForm>): AnalysedForm | undefined => {
  const { value, done } = forms.next();
  return done === true ? undefined : value;
};

function addForm(merged: Merged, form: AnalysedForm, offset: number): void {
  if (merged.stem === '') merged.stem = form.stem;
  if (merged.written === '') merged.written = form.written;
  const { numbers, marks, blocks } = parsePostings(form.list);
  for (const number of numbers) merged.numbers.push(number + offset);
  for (const mark of marks) merged.marks.push(mark);
  let start = 0;
  for (const [i, length] of blocks.entries()) {
    const articles = Math.min(articlesInBlock, numbers.length - i * articlesInBlock);
    merged.places.push(...parseBlock(form.places.subarray(start, start + length), articles));
    start += length;
  }
}

interface LaidForm {
  text: string;
  /** Whether it stands in some text, between blanks: it can be suggested and begun with. */
  isWritten: boolean;
  list: Uint8Array<ArrayBuffer>;
  places: Uint8Array<ArrayBuffer>;
  count: number;
}

function printMerged({ numbers, marks, places }: Merged): Omit<LaidForm, 'text' | 'isWritten'> {
  const postings = { numbers: Uint32Array.from(numbers), marks: Uint8Array.from(marks) };
  return { ...printPostings(postings, places), count: numbers.length };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The articles of each name of each facet, under the keys of the directory; a language is also found without its region. */
function facetLists(facets: Facets): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  for (const facet of facetNames) {
    const { names, rows } = facets[facet];
    const keys = names.map((name) => keysOfName(facet, name));
    for (const [number, row] of rows.entries()) {
      for (const key of new Set(row.flatMap((place) => keys[place] ?? [])))
        push(lists, key, number);
    }
  }
  return new Map([...lists].map(([key, numbers]) => [key, Uint32Array.from(numbers)]));
}

function keysOfName(facet: string, name: string): string[] {
  const folded = foldFacetName(name);
  const primary = folded.split('-')[0] ?? '';
  const names = facet === 'languages' && primary !== folded ? [folded, primary] : [folded];
  return names.map((each) => facetKey(facet, each));
}

/** Writes the lists that are too long for the directory, the forms by their beginnings, and the directory. */
function writeDirectory(
  folder: string,
  digest: string,
  groups: ReadonlyMap<string, LaidForm[]>,
): string {
  const forms = [...groups.values()].flat();
  const long = forms.filter(isLong);
  const lists = long.map(({ list, places }) => Buffer.concat([seal(list), places]));
  const at = new Map(placesOf(lists).map((place, i) => [long[i] as LaidForm, place]));
  const beginnings = printBeginnings(forms, at);
  const parts = [...lists, ...beginnings.map(({ bytes }) => bytes)];
  writePieces(folder, 'l', parts, pieceBytes.lists);
  const printed = [...groups].map(([key, of]) => ({
    key,
    bytes: printGroup({ key, forms: of.map((form) => formOf(form, at)) }),
  }));
  printed.push(...printBeginningGroups(beginnings, placesOf(parts).slice(lists.length)));
  const count = blocksFor(printed.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const perBlock: Uint8Array[][] = Array.from({ length: count }, () => []);
  for (const { key, bytes } of printed) perBlock[blockOf(key, count)]?.push(bytes);
  const blocks = perBlock.map((of) => printBlock(of, digest));
  writePieces(folder, 'd', blocks, pieceBytes.directory);
  return printBlockSizes(blocks.map(({ length }) => length));
}

const isLong = ({ list, places }: LaidForm): boolean =>
  list.length + places.length > mostInDirectory;

const placesOf = (parts: readonly Uint8Array[]): number[] =>
  layOut(
    parts.map(({ length }) => length),
    pieceBytes.lists,
  ).map(({ piece, start }) => piece * pieceBytes.lists + start);

const formOf = (form: LaidForm, at: ReadonlyMap<LaidForm, number>): Form => {
  const { text, list, places, count } = form;
  const place = at.get(form);
  return place === undefined
    ? { text, list, places }
    : { text, at: place, listLength: list.length, placesLength: places.length, count };
};

/** Forms that begin alike, as one sealed part. */
interface Beginning {
  letters: string;
  forms: LaidForm[];
  bytes: Uint8Array<ArrayBuffer>;
}

/** Prints the written forms, in alphabetical order, a part for each beginning. */
function printBeginnings(
  forms: readonly LaidForm[],
  at: ReadonlyMap<LaidForm, number>,
): Beginning[] {
  const alike = new Map<string, LaidForm[]>();
  for (const form of forms) {
    if (form.isWritten) push(alike, lettersOf(form.text, beginningLetters.part), form);
  }
  return [...alike]
    .filter(([letters]) => lettersOf(letters, beginningLetters.group) !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([letters, of]) => {
      const endings = of.map((form) => ({
        ...withoutPlaces(formOf(form, at)),
        text: form.text.slice(letters.length),
      }));
      return { letters, forms: of, bytes: seal(printGroup({ key: letters, forms: endings })) };
    });
}

function withoutPlaces(form: Form): Form {
  if (!('list' in form)) return form;
  return { text: form.text, ...printPostings(parsePostings(form.list), []) };
}

/** Prints the groups that tell where the parts of each beginning lie. */
function printBeginningGroups(
  beginnings: readonly Beginning[],
  places: readonly number[],
): { key: string; bytes: Uint8Array<ArrayBuffer> }[] {
  const groups = new Map<string, Form[]>();
  for (const [i, { letters, forms, bytes }] of beginnings.entries()) {
    push(groups, beginningKey(letters), {
      text: letters,
      at: places[i] ?? 0,
      listLength: bytes.length - sealBytes,
      placesLength: 0,
      count: forms.length,
    });
  }
  return [...groups].map(([key, forms]) => ({ key, bytes: printGroup({ key, forms }) }));
}
