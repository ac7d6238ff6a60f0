// Makes the words of a shard of the analyses of its parts: a directory, and the lists that are too long for it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinAnalyses, type AnalysedPart } from './analysis.ts';
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
import { noPlaces, printPostings, withoutPlaces } from './format/postings.ts';
import { seal, sealBytes } from './format/sealed.ts';
import { isUnspaced } from './format/text-words.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { pack } from './pack.ts';
import { writePieces } from './piece-writer.ts';

/** A form of the shard that may be suggested or begun with. */
export interface ShardWord {
  text: string;
  /** As the archive writes it. */
  written: string;
  stem: string;
  /** How many of the shard's articles have it. */
  count: number;
  /** Whether the browser's stemmer gives another stem; absent where it does not. */
  isException?: true;
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
  parts: readonly AnalysedPart[],
  newestFirst: readonly IndexedArticle[],
): { blocks: string; words: ShardWord[] } {
  mkdirSync(folder, { recursive: true });
  const words: ShardWord[] = [];
  const groups = new Map<string, LaidForm[]>();
  for (const form of joinAnalyses(parts)) {
    const { text, stem, written } = form;
    const count = form.numbers.length;
    const isWritten = written !== '' && !isUnspaced(text);
    if (isWritten) words.push({ text, written, stem, count });
    push(groups, stem, { text, isWritten, ...printPostings(form, form), count });
  }
  const facets = collectFacets(newestFirst);
  for (const [key, numbers] of facetLists(facets)) {
    const marks = new Uint8Array(numbers.length);
    push(groups, key, {
      text: '',
      isWritten: false,
      ...printPostings({ numbers, marks }, noPlaces),
      count: numbers.length,
    });
  }
  const blocks = writeDirectory(folder, digest, groups);
  writeFileSync(join(folder, 'facets'), pack(facets));
  return { blocks, words };
}

interface LaidForm {
  text: string;
  /** Whether it stands in some text, between blanks: it can be suggested and begun with. */
  isWritten: boolean;
  list: Uint8Array<ArrayBuffer>;
  places: Uint8Array<ArrayBuffer>;
  count: number;
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
        ...bareForm(formOf(form, at)),
        text: form.text.slice(letters.length),
      }));
      return { letters, forms: of, bytes: seal(printGroup({ key: letters, forms: endings })) };
    });
}

const bareForm = (form: Form): Form =>
  'list' in form
    ? { ...form, list: withoutPlaces(form.list, form.places.length), places: nothing }
    : form;

const nothing = new Uint8Array();

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
