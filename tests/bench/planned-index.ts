// An index that is made up as it is asked for; see `search-plan.ts`.

import {
  blockOf,
  mostInDirectory,
  printBlock,
  printBlockSizes,
  printGroup,
  type Form,
} from '../../src/search/format/directory.ts';
import { indexFormat, printDayCounts, type Manifest } from '../../src/search/format/manifest.ts';
import { pieceBytes } from '../../src/search/format/pieces.ts';
import { flatPlaces } from '../search/flat-places.ts';
import { firstInText, printPostings } from '../../src/search/format/postings.ts';
import { seal } from '../../src/search/format/sealed.ts';
import { recordBytes, recordsInPiece } from '../../src/search/format/texts.ts';
import { usualSizes } from '../../src/search/index-sizes.ts';
import { pack } from '../../src/search/pack.ts';
import { cutIntoPeriods } from '../../src/search/periods.ts';
import { printTextPieces } from '../../src/search/text-pieces.ts';
import { seededRandom, type Random } from './random.ts';

export interface PlannedWord {
  text: string;
  /** The share of articles that have it. */
  share: number;
}

export interface PlannedIndex {
  shards: number;
  manifestBytes: number;
  fetch: typeof fetch;
  /** What has been asked for since the last call. */
  take(): { requests: number; bytes: number };
}

/** Of each article about so many bytes lie in the directory, measured on a built index of 10,000. */
const directoryBytes = 1000;
const blockBytes = 2048;
const blocksInPiece = pieceBytes.directory / blockBytes;

/** Articles of a part; on average a built one has about as many. */
const partSize = 8 * recordsInPiece;

interface PlannedShard {
  digest: string;
  dates: string[];
  blocks: number;
  /** What is in the blocks that have a word. */
  groups: Map<number, Uint8Array[]>;
  lists: Uint8Array;
}

export function planIndex(count: number, words: readonly PlannedWord[]): PlannedIndex {
  const random = seededRandom(5);
  const shards = cutIntoPeriods(datesOf(count), usualSizes(count).shards).map(
    ({ newestFirst }, number) => {
      const dates = newestFirst.map(({ date }) => date);
      return planShard({ number, dates, words, random });
    },
  );
  const byDigest = new Map(shards.map((shard) => [shard.digest, shard]));
  const manifest = pack(printManifest(count, shards));
  const files = (path: string, start: number, end: number): Uint8Array => {
    if (path === 'manifest.pack') return manifest;
    const [, digest = '', part = '', name = ''] = /^.\/(\w{16})-?(\d*)\/(.+)$/.exec(path) ?? [];
    const shard = byDigest.get(digest) as PlannedShard;
    const piece = Number(name.replace(/^\D/, ''));
    if (name.startsWith('d'))
      return blockOfShard(shard, piece * blocksInPiece + start / blockBytes);
    if (name.startsWith('l')) {
      return shard.lists.subarray(piece * pieceBytes.lists + start, piece * pieceBytes.lists + end);
    }
    return textOf(shard, Number(part) * partSize + piece * recordsInPiece + start / recordBytes);
  };
  let requests = 0;
  let bytes = 0;
  return {
    shards: shards.length,
    manifestBytes: manifest.length,
    fetch(input, init) {
      const path = new URL(input instanceof Request ? input.url : input).pathname.replace(
        '/search-index/',
        '',
      );
      const [, first, last] =
        /(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
      const body = new Uint8Array(files(path, Number(first), Number(last) + 1));
      requests++;
      bytes += body.length;
      return Promise.resolve(new Response(body, { status: first === undefined ? 200 : 206 }));
    },
    take() {
      const taken = { requests, bytes };
      [requests, bytes] = [0, 0];
      return taken;
    },
  };
}

/** So many days over thirty years, newest first. */
function datesOf(count: number): { date: string }[] {
  const [first, last] = [Date.UTC(1996, 0, 1), Date.UTC(2025, 11, 31)];
  return Array.from({ length: count }, (_, i) => {
    const at = last - ((last - first) * i) / count;
    return { date: new Date(at).toISOString().slice(0, 10) };
  });
}

function planShard({
  number,
  dates,
  words,
  random,
}: {
  number: number;
  dates: string[];
  words: readonly PlannedWord[];
  random: Random;
}): PlannedShard {
  const digest = String(number).padStart(16, '0');
  const blocks = Math.max(1, Math.round((dates.length * directoryBytes) / blockBytes));
  const groups = new Map<number, Uint8Array[]>();
  const lists: Uint8Array[] = [];
  let at = 0;
  for (const { text, share } of words) {
    const { list, places, count } = planList(dates.length, share, random);
    if (count === 0) continue;
    let form: Form = { text, list, places };
    if (list.length + places.length > mostInDirectory) {
      const sealed = Buffer.concat([seal(list), places]);
      if ((at % pieceBytes.lists) + sealed.length > pieceBytes.lists) {
        lists.push(new Uint8Array(pieceBytes.lists - (at % pieceBytes.lists)));
        at += lists.at(-1)?.length ?? 0;
      }
      lists.push(sealed);
      form = { text, at, listLength: list.length, placesLength: places.length, count };
      at += sealed.length;
    }
    const block = blockOf(text, blocks);
    groups.set(block, [...(groups.get(block) ?? []), printGroup({ key: text, forms: [form] })]);
  }
  return { digest, dates, blocks, groups, lists: Buffer.concat(lists) };
}

/** A list of articles that are spread evenly, with one to four places in each. */
function planList(
  articles: number,
  share: number,
  random: Random,
): ReturnType<typeof printPostings> & { count: number } {
  const numbers: number[] = [];
  const marks: number[] = [];
  const places: number[][] = [];
  for (let number = 0; number < articles; number++) {
    if (random.next() >= share) continue;
    numbers.push(number);
    marks.push(random.below(8));
    const stands = new Set(
      Array.from({ length: 1 + random.below(4) }, () => firstInText + random.below(440)),
    );
    places.push([...stands].toSorted((a, b) => a - b));
  }
  const postings = { numbers: Uint32Array.from(numbers), marks: Uint8Array.from(marks) };
  return { ...printPostings(postings, flatPlaces(places)), count: numbers.length };
}

function blockOfShard({ digest, groups }: PlannedShard, number: number): Uint8Array {
  const held = groups.get(number) ?? [];
  const length = held.reduce((sum, group) => sum + group.length, 0);
  // The other words of the block, as one.
  const list = new Uint8Array(Math.max(0, blockBytes - length - 30));
  const others = printGroup({ key: '-', forms: [{ text: '', list, places: new Uint8Array() }] });
  const block = printBlock([...held, others], digest);
  if (block.length !== blockBytes) throw new Error(`A block has ${block.length} bytes.`);
  return block;
}

function textOf({ dates }: PlannedShard, position: number): Uint8Array {
  const text = {
    id: `article-${position}`,
    title: 'Rare and middling',
    date: dates[position] ?? '',
    lang: 'en',
    dir: 'ltr' as const,
    authors: [],
    tags: [],
    content: 'rare middling common third fourth',
    headings: [],
  };
  return printTextPieces([text])[0] ?? new Uint8Array();
}

const printManifest = (count: number, shards: readonly PlannedShard[]): Manifest => ({
  format: indexFormat,
  count,
  shards: shards.map(({ digest, dates, blocks }) => ({
    name: digest,
    digest,
    newest: dates[0] ?? '',
    oldest: dates.at(-1) ?? '',
    count: dates.length,
    days: printDayCounts(dates),
    blocks: printBlockSizes(Array.from({ length: blocks }, () => blockBytes)),
    parts: Array.from({ length: Math.ceil(dates.length / partSize) }, (_, i) => [
      `${digest}-${i}`,
      Math.min(partSize, dates.length - i * partSize),
    ]),
  })),
  language: 'none',
  exceptions: [],
  commonWords: [],
  vocabulary: [],
});
