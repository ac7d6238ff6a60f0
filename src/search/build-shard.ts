// Makes the words of a shard of the analyses of its parts: a directory, and the lists that are too long for it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnalysis, type AnalysedForm } from './analyse-part.ts';
import { collectFacts } from './facts.ts';
import { factNames, type Facts } from './format/facts.ts';
import {
  blockOf,
  blocksFor,
  factKey,
  foldFactName,
  printBlock,
  printBlockSizes,
  printGroup,
  type Form,
} from './format/directory.ts';
import { layOut, pieceBytes } from './format/pieces.ts';
import { parseBlock, parsePostings, printPostings, articlesInBlock } from './format/postings.ts';
import { seal } from './format/sealed.ts';
import { isUnspaced } from './format/text-words.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { pack } from './pack.ts';

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

/** A form with more bytes than this, its list and its places together, lies outside the directory. */
const mostInDirectory = 192;

/**
 * Writes the files of a shard into a folder: `d0` … the directory, `l0` … long lists, `facts`.
 *
 * @param parts in the order of the articles' numbers
 * @param newestFirst the shard's articles in the same order
 * @returns the sizes of the directory's blocks, see `printBlockSizes`, and the shard's words
 */
export function buildShard(
  folder: string,
  parts: readonly ShardPart[],
  newestFirst: readonly IndexedArticle[],
): { blocks: string; words: ShardWord[] } {
  mkdirSync(folder, { recursive: true });
  const words: ShardWord[] = [];
  const groups = new Map<string, LaidForm[]>();
  for (const form of mergeParts(parts)) {
    const { text, stem, written } = form;
    if (written !== '' && !isUnspaced(text)) {
      words.push({ text, written, stem, count: form.numbers.length });
    }
    push(groups, stem, { text, ...printMerged(form) });
  }
  const facts = collectFacts(newestFirst);
  for (const [key, numbers] of factLists(facts)) {
    const marks = new Uint8Array(numbers.length);
    push(groups, key, {
      text: '',
      ...printPostings({ numbers, marks }, []),
      count: numbers.length,
    });
  }
  const blocks = writeDirectory(folder, groups);
  writeFileSync(join(folder, 'facts'), pack(facts));
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
  list: Uint8Array<ArrayBuffer>;
  places: Uint8Array<ArrayBuffer>;
  count: number;
}

function printMerged({ numbers, marks, places }: Merged): Omit<LaidForm, 'text'> {
  const postings = { numbers: Uint32Array.from(numbers), marks: Uint8Array.from(marks) };
  return { ...printPostings(postings, places), count: numbers.length };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The articles of each name of each column, under the keys of the directory; a language is also found without its region. */
function factLists(facts: Facts): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  for (const column of factNames) {
    const { names, rows } = facts[column];
    const keys = names.map((name) => keysOfName(column, name));
    for (const [number, row] of rows.entries()) {
      for (const key of new Set(row.flatMap((place) => keys[place] ?? [])))
        push(lists, key, number);
    }
  }
  return new Map([...lists].map(([key, numbers]) => [key, Uint32Array.from(numbers)]));
}

function keysOfName(column: string, name: string): string[] {
  const folded = foldFactName(name);
  const primary = folded.split('-')[0] ?? '';
  const names = column === 'languages' && primary !== folded ? [folded, primary] : [folded];
  return names.map((each) => factKey(column, each));
}

function writeDirectory(folder: string, groups: ReadonlyMap<string, LaidForm[]>): string {
  const long: Uint8Array[] = [];
  const laid = [...groups.values()].flat().filter(isLong);
  const sealed = laid.map(({ list, places }) => Buffer.concat([seal(list), places]));
  const at = new Map<LaidForm, number>();
  for (const [i, { piece, start }] of layOut(
    sealed.map(({ length }) => length),
    pieceBytes.lists,
  ).entries()) {
    at.set(laid[i] as LaidForm, piece * pieceBytes.lists + start);
    long[piece] = Buffer.concat([long[piece] ?? Buffer.alloc(0), sealed[i] as Uint8Array]);
  }
  writePieces(folder, 'l', long);
  const printed = [...groups].map(([key, forms]) => ({
    key,
    bytes: printGroup({ key, forms: forms.map((form) => formOf(form, at.get(form))) }),
  }));
  const count = blocksFor(printed.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const perBlock: Uint8Array[][] = Array.from({ length: count }, () => []);
  for (const { key, bytes } of printed) perBlock[blockOf(key, count)]?.push(bytes);
  const blocks = perBlock.map(printBlock);
  const sizes = blocks.map(({ length }) => length);
  const pieces: Uint8Array[][] = [];
  for (const [i, { piece }] of layOut(sizes, pieceBytes.directory).entries()) {
    (pieces[piece] ??= []).push(blocks[i] as Uint8Array);
  }
  writePieces(
    folder,
    'd',
    pieces.map((piece) => Buffer.concat(piece)),
  );
  return printBlockSizes(sizes);
}

const isLong = ({ list, places }: LaidForm): boolean =>
  list.length + places.length > mostInDirectory;

const formOf = ({ text, list, places, count }: LaidForm, at: number | undefined): Form =>
  at === undefined
    ? { text, list, places }
    : { text, at, listLength: list.length, placesLength: places.length, count };

function writePieces(folder: string, letter: string, pieces: readonly Uint8Array[]): void {
  for (const [number, piece] of pieces.entries()) {
    writeFileSync(join(folder, `${letter}${number}`), piece);
  }
}
