import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openShard, type Shard } from '../../src/browser/search/shard.ts';
import type { IndexFiles } from '../../src/browser/search/index-files.ts';
import { printAnalysis, type AnalysedForm } from '../../src/search/analysis.ts';
import { buildShard } from '../../src/search/build-shard.ts';
import { printDayCounts } from '../../src/search/format/manifest.ts';
import { writePieces } from '../../src/search/piece-writer.ts';
import { flatPlaces } from './flat-places.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-shard-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A form that stands in the first so many articles, at the same places in each. */
function aForm(text: string, articles: number, places: number[]): AnalysedForm {
  const numbers = Uint32Array.from({ length: articles }, (_, i) => i);
  const of = Array.from({ length: articles }, () => places);
  const marks = new Uint8Array(articles);
  return { text, stem: text, written: text, numbers, marks, ...flatPlaces(of) };
}

/** Builds a shard of one part, and opens it from the disk. */
function build(forms: AnalysedForm[], count: number): Shard {
  const date = '2024-03-01';
  const newestFirst = Array.from({ length: count }, (_, i) => ({
    id: `${i}`,
    title: '',
    titleOrigin: 'given' as const,
    date,
    tags: [],
    authors: [],
    lang: 'en',
    dir: 'ltr' as const,
  }));
  const { blocks } = buildShard(
    folder,
    'digest',
    [{ analysis: printAnalysis(forms), count }],
    newestFirst,
  );
  const files: IndexFiles = {
    readManifest: () => Promise.reject(new Error('There is none.')),
    readPack: () => Promise.reject(new Error('There is none.')),
    readPart: async (path, { start, length }, read) => {
      const bytes = readFileSync(join(folder, path.slice('s/digest/'.length)));
      return read(new Uint8Array(bytes.subarray(start, start + length)));
    },
  };
  const days = printDayCounts(newestFirst.map((article) => article.date));
  const entry = { name: 'all', digest: 'digest', newest: date, oldest: date, count, days, blocks };
  return openShard({ ...entry, parts: [] }, files);
}

test('places of a list that is longer than a piece are read where they lie', async () => {
  const places = Array.from({ length: 900 }, (_, i) => 64 + i * 60_000);
  const shard = build([aForm('before', 300, [70]), aForm('everywhere', 640, places)], 640);
  expect(statSync(join(folder, 'l1')).size).toBeGreaterThan(1_200_000);
  const group = await shard.group('everywhere');
  const wanted = new Uint8Array(640);
  wanted[639] = 1;
  const found = await shard.places(group?.forms[0] as never, wanted);
  expect(found.get(639)).toEqual(places);
});

test('every form is found by its beginning, short lists and long ones, in the order of the alphabet', async () => {
  const words = ['fl', 'flo', 'float', 'flood', 'flooded', 'floods', 'florid', 'flow', 'fly'];
  const shard = build(
    words.map((text, i) => aForm(text, i % 3 === 0 ? 400 : 2, [64])),
    400,
  );
  const texts = async (start: string): Promise<string[]> =>
    (await shard.beginningWith(start)).map(({ text }) => text);
  expect(await texts('flo')).toEqual(words.filter((word) => word.startsWith('flo')));
  expect(await texts('flood')).toEqual(['flood', 'flooded', 'floods']);
  expect(await texts('xyz')).toEqual([]);
  for (const form of await shard.beginningWith('flo')) {
    const length = words.indexOf(form.text) % 3 === 0 ? 400 : 2;
    expect((await shard.list(form)).numbers).toHaveLength(length);
  }
});

test('a part of the index that no host would take is refused, and nothing is cut', () => {
  const parts = [new Uint8Array(70), new Uint8Array(60), new Uint8Array(200)];
  writePieces(folder, 'p', parts, 128);
  expect(readdirSync(folder)).toEqual(['p0', 'p1', 'p2']);
  expect(statSync(join(folder, 'p2')).size).toBe(200);
  expect(() => writePieces(folder, 'q', [new Uint8Array(17 * 2 ** 20)], 128)).toThrow(RangeError);
});
