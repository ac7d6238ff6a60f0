// One shard of the index: its words, what is known of its articles, their texts. An article is a number in the shard; 0 is the newest.

import {
  blockOf,
  findGroup,
  parseBlockSizes,
  type Form,
  type Group,
} from '../../search/format/directory.ts';
import type { FactColumn, FactName, Facts } from '../../search/format/facts.ts';
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
  /** Finds a stem with its forms, or a fact; nothing where no article has it. */
  group(key: string): Promise<Group | undefined>;
  list(form: Form): Promise<List>;
  /** The places of a form in those of its articles that are wanted, by their numbers. */
  places(form: Form, wanted: Mask): Promise<Map<number, number[]>>;
  facts(column: FactName): Promise<FactColumn>;
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
  const texts = new Map<number, Promise<ShownText>>();
  const readBlock = (number: number): Promise<Uint8Array<ArrayBuffer>> =>
    once(read, number, () => {
      const { piece, start } = blocks[number] as PiecePlace;
      const stretch = { start, length: sizes[number] ?? 0 };
      // A block that parses is whole: it is sealed.
      return files.readPart(`${folder}/d${piece}`, stretch, (bytes) => (unseal(bytes), bytes));
    });
  const longPlace = (at: number): { path: string; start: number } => ({
    path: `${folder}/l${Math.floor(at / pieceBytes.lists)}`,
    start: at % pieceBytes.lists,
  });
  const list = (form: Form): Promise<List> =>
    once(lists, form, async () => {
      if ('list' in form) return parsePostings(form.list);
      const { path, start } = longPlace(form.at);
      const stretch = { start, length: form.listLength + sealBytes };
      return files.readPart(path, stretch, (bytes) => parsePostings(unseal(bytes)));
    });
  return {
    count: entry.count,
    dates: parseDayCounts(entry.days).flatMap(({ date, count }) => Array<string>(count).fill(date)),
    group: (key) =>
      once(groups, key, async () => findGroup(await readBlock(blockOf(key, sizes.length)), key)),
    list,
    async places(form, wanted) {
      const { numbers, blocks: lengths } = await list(form);
      const starts = startsOf(lengths);
      const needed = neededBlocks(numbers, wanted);
      const places = new Map<number, number[]>();
      const note = (block: number, bytes: Uint8Array): void => {
        const first = block * articlesInBlock;
        const count = Math.min(articlesInBlock, numbers.length - first);
        for (const [i, of] of parseBlock(bytes, count).entries()) {
          places.set(numbers[first + i] ?? 0, of);
        }
      };
      await Promise.all(
        joinNeighbours(needed).map(async ([first, last]) => {
          const start = starts[first] ?? 0;
          const length = (starts[last + 1] ?? 0) - start;
          const noteAll = (bytes: Uint8Array): void => {
            for (let block = first; block <= last; block++) {
              const from = (starts[block] ?? 0) - start;
              note(block, bytes.subarray(from, from + (lengths[block] ?? 0)));
            }
          };
          if ('list' in form) return noteAll(form.places.subarray(start, start + length));
          const long = longPlace(form.at + form.listLength + sealBytes + start);
          await files.readPart(long.path, { start: long.start, length }, noteAll);
        }),
      );
      return places;
    },
    async facts(column) {
      return (await files.readPack<Facts>(`${folder}/facts`))[column];
    },
    text(position) {
      if (texts.size >= mostTexts) texts.clear();
      return once(texts, position, () => readText(files, entry, position));
    },
  };
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

/** Joins numbers, ascending, to stretches from a first to a last. */
function joinNeighbours(numbers: readonly number[]): [first: number, last: number][] {
  const stretches: [number, number][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last && number <= last[1] + smallGap) last[1] = number;
    else stretches.push([number, number]);
  }
  return stretches;
}
