// One shard of the index: its words, what is known of its articles, their texts. An article is a number in the shard; 0 is the newest.

import {
  beginningKey,
  blockOf,
  findGroup,
  parseBeginning,
  parseBlockSizes,
  type Form,
  type Group,
  type LongForm,
} from '../../search/format/directory.ts';
import type { FacetColumn, FacetName, Facets } from '../../search/format/facets.ts';
import { parseDayCounts, type ShardEntry } from '../../search/format/manifest.ts';
import { layOut, pieceBytes, type PiecePlace } from '../../search/format/pieces.ts';
import {
  articlesInBlock,
  parseBlock,
  parsePostings,
  type Postings,
} from '../../search/format/postings.ts';
import { sealBytes, unseal } from '../../search/format/sealed.ts';
import { once, type IndexFiles } from './index-files.ts';
import { readText, type ShownText } from './texts.ts';

/** One byte for each article: 1 where it belongs to the set. */
export type Mask = Uint8Array;

/** A list, and the sizes of the blocks of its places. */
export type List = Postings & { blocks: readonly number[] };

export interface Shard {
  /** The number of articles. */
  count: number;
  /** The date tag of each article. */
  dates: readonly string[];
  /** Finds a stem with its forms, or a facet; nothing where no article has it. */
  group(key: string): Promise<Group | undefined>;
  /** All forms that begin with some letters, three at least. */
  beginningWith(start: string): Promise<Form[]>;
  list(form: Form): Promise<List>;
  /** The places of a form in those of its articles that are wanted, by their numbers. */
  places(form: Form, wanted: Mask): Promise<Map<number, number[]>>;
  facets(facet: FacetName): Promise<FacetColumn>;
  text(position: number): Promise<ShownText>;
}

/** Texts that are kept, so that a page of results shown again is not fetched again. */
const mostTexts = 200;

/** Opens a shard; nothing is fetched before it is asked for. */
export function openShard(entry: ShardEntry, files: IndexFiles): Shard {
  const folder = `s/${entry.digest}`;
  const sizes = parseBlockSizes(entry.blocks);
  const blocks = layOut(sizes, pieceBytes.directory);
  const groups = new Map<string, Promise<Group | undefined>>();
  const read = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const lists = new Map<Form, Promise<List>>();
  const begun = new Map<string, Promise<Form[]>>();
  const texts = new Map<number, Promise<ShownText>>();
  const readBlock = (number: number): Promise<Uint8Array<ArrayBuffer>> =>
    once(read, number, () => {
      const { piece, start } = blocks[number] as PiecePlace;
      const range = { start, length: sizes[number] ?? 0 };
      return files.readPart(`${folder}/d${piece}`, range, (bytes) => unseal(bytes, entry.digest));
    });
  const group = (key: string): Promise<Group | undefined> =>
    once(groups, key, async () => findGroup(await readBlock(blockOf(key, sizes.length)), key));
  const list = (form: Form): Promise<List> =>
    once(lists, form, async () => {
      if ('list' in form) return parsePostings(form.list);
      const { path, start } = placeOf(folder, form);
      const range = { start, length: form.listLength + sealBytes };
      return files.readPart(path, range, (bytes) => parsePostings(unseal(bytes)));
    });
  const dates = parseDayCounts(entry.days).flatMap(({ date, count }) =>
    Array<string>(count).fill(date),
  );
  return {
    count: entry.count,
    dates,
    group,
    beginningWith: (start) =>
      once(begun, start, async () => {
        const parts = (await group(beginningKey(start)))?.forms ?? [];
        const forms = await readBeginnings(files, folder, parts.filter(isLong), start);
        return forms.filter(({ text }) => text.startsWith(start));
      }),
    list,
    places: async (form, wanted) => readPlaces(files, folder, form, await list(form), wanted),
    async facets(facet) {
      return (await files.readPack<Facets>(`${folder}/facets`))[facet];
    },
    text(position) {
      if (texts.size >= mostTexts) texts.clear();
      return once(texts, position, () => readText(files, entry, position, dates[position]));
    },
  };
}

const isLong = (form: Form): form is LongForm => 'at' in form;

/** Where a long list lies. What belongs to it follows in the same piece. */
const placeOf = (folder: string, { at }: LongForm): { path: string; start: number } => ({
  path: `${folder}/l${Math.floor(at / pieceBytes.lists)}`,
  start: at % pieceBytes.lists,
});

/** Reads the words of a beginning; the parts that have them lie behind each other. */
async function readBeginnings(
  files: IndexFiles,
  folder: string,
  parts: readonly LongForm[],
  start: string,
): Promise<Form[]> {
  const byPiece = new Map<string, LongForm[]>();
  for (const part of parts) {
    if (!part.text.startsWith(start) && !start.startsWith(part.text)) continue;
    const { path } = placeOf(folder, part);
    byPiece.set(path, [...(byPiece.get(path) ?? []), part]);
  }
  const read = [...byPiece].map(([path, [first, ...others]]) => {
    const all = first ? [first, ...others] : others;
    const begin = Math.min(...all.map(({ at }) => at));
    const length =
      Math.max(...all.map(({ at, listLength }) => at + listLength + sealBytes)) - begin;
    const range = { start: begin % pieceBytes.lists, length };
    return files.readPart(path, range, (bytes) =>
      all.flatMap(({ at, listLength }) =>
        parseBeginning(bytes.subarray(at - begin, at - begin + listLength + sealBytes)),
      ),
    );
  });
  return (await Promise.all(read)).flat();
}

/** Reads the places of a form in those of its articles that are wanted. */
async function readPlaces(
  files: IndexFiles,
  folder: string,
  form: Form,
  { numbers, blocks: lengths }: List,
  wanted: Mask,
): Promise<Map<number, number[]>> {
  const starts = startsOf(lengths);
  const places = new Map<number, number[]>();
  const note = (block: number, bytes: Uint8Array): void => {
    const first = block * articlesInBlock;
    const count = Math.min(articlesInBlock, numbers.length - first);
    for (const [i, of] of parseBlock(bytes, count).entries())
      places.set(numbers[first + i] ?? 0, of);
  };
  const read = joinNeighbours(neededBlocks(numbers, wanted)).map(async ([first, last]) => {
    const start = starts[first] ?? 0;
    const length = (starts[last + 1] ?? 0) - start;
    const noteAll = (bytes: Uint8Array): void => {
      for (let block = first; block <= last; block++) {
        const from = (starts[block] ?? 0) - start;
        note(block, bytes.subarray(from, from + (lengths[block] ?? 0)));
      }
    };
    if (!isLong(form)) return noteAll(form.places.subarray(start, start + length));
    const { path, start: at } = placeOf(folder, form);
    const range = { start: at + form.listLength + sealBytes + start, length };
    await files.readPart(path, range, noteAll);
  });
  await Promise.all(read);
  return places;
}

/** Where each of some pieces that stand one behind the other begins, and where the last ends. */
function startsOf(lengths: readonly number[]): number[] {
  let at = 0;
  return [0, ...lengths.map((length) => (at += length))];
}

/** The blocks of places that hold wanted articles. */
function neededBlocks(numbers: Uint32Array, wanted: Mask): number[] {
  const needed = new Set<number>();
  for (let i = 0; i < numbers.length; i++) {
    if (wanted[numbers[i] ?? 0] === 1) needed.add(Math.floor(i / articlesInBlock));
  }
  return [...needed];
}

/** Blocks that stand so near each other are fetched as one. */
const smallGap = 4;

/** Joins numbers, ascending, to runs from a first to a last. */
function joinNeighbours(numbers: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number <= last[1] + smallGap) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
