import { hash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, inject } from 'vitest';
import { takePage } from './article-page.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import type { Manifest } from '../../src/search/format/manifest.ts';
import { writePages, type ToIndex } from './built-index.ts';

const articles: ToIndex[] = Array.from({ length: 30 }, (_, i) => ({
  date: `${2000 + i}-05-05`,
  title: `Report ${i}`,
  body: `<p>The ${i % 2 ? 'river' : 'harbour'} was calm in ${2000 + i}.</p>`,
}));
const sizes = { shards: { largest: 8, smallest: 4 }, parts: { largest: 3, smallest: 1 } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-index-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function build(given: readonly ToIndex[], cache = 'cache', code = 'one') {
  const siteDir = join(folder, 'site');
  return buildSearchIndex({
    newestFirst: await writePages(siteDir, given, takePage(inject('siteDir'))),
    siteDir,
    cacheDir: join(folder, cache),
    code,
    language: 'en',
    sizes,
  });
}

async function digests(): Promise<Map<string, string>> {
  const root = join(folder, 'site/search-index');
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  return new Map(
    await Promise.all(
      files
        .filter((file) => file.isFile())
        .map(async (file): Promise<[string, string]> => {
          const path = join(file.parentPath, file.name);
          return [path, hash('sha256', await readFile(path))];
        }),
    ),
  );
}

test('parts that have not changed are not built again', async () => {
  const first = await build(articles);
  expect(first.built).toBe(first.parts);
  expect((await build(articles)).built).toBe(0);
  const more = { date: '2029-12-31', title: 'One more', body: '<p>Late news.</p>' };
  expect((await build([...articles, more])).built).toBeLessThanOrEqual(2);
});

test('parts that other code made are built again', async () => {
  const first = await build(articles);
  expect((await build(articles, 'cache', 'another')).built).toBe(first.parts);
});

test('the same articles give the same bytes, whatever was built before', async () => {
  await build(articles, 'one');
  const before = await digests();
  await build(articles, 'other');
  expect(await digests()).toEqual(before);
  await build(articles.slice(0, 20), 'other');
  const edited = { ...(articles[3] as ToIndex), body: '<p>The river was wild.</p>' };
  await build(articles.with(3, edited), 'other');
  await build(articles, 'other');
  expect(await digests()).toEqual(before);
});

test('one more article leaves the other shards as they are', async () => {
  await build(articles);
  const before = await digests();
  const more = { date: '2029-12-31', title: 'One more', body: '<p>Late news.</p>' };
  await build([...articles, more]);
  const after = await digests();
  const changed = [...after].filter(([path, digest]) => before.get(path) !== digest);
  const shards = new Set(changed.flatMap(([path]) => /\/s\/([0-9a-f]+)\//.exec(path)?.[1] ?? []));
  expect(shards.size).toBe(1);
  for (const [path, digest] of before) {
    if (!path.endsWith('manifest.pack') && after.has(path)) expect(after.get(path)).toBe(digest);
  }
});

test('every file but the manifest is named after its content', async () => {
  await build(articles);
  const root = join(folder, 'site/search-index/');
  for (const path of (await digests()).keys()) {
    expect(path.slice(root.length)).toMatch(
      /^(?:manifest\.pack|s\/[0-9a-f]{16}\/(?:d\d+|l\d+|facets)|x\/[0-9a-f]{16}\/\d+|v\/[0-9a-f]{12})$/,
    );
  }
});

test('the manifest lists every article once', async () => {
  await build(articles);
  const bytes = await readFile(join(folder, 'site/search-index/manifest.pack'));
  const manifest = JSON.parse(gunzipSync(bytes).toString()) as Manifest;
  const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
  expect(manifest.count).toBe(30);
  expect(sum(manifest.shards.map(({ count }) => count))).toBe(30);
  for (const { parts, count } of manifest.shards) {
    expect(sum(parts.map(([, articlesOfPart]) => articlesOfPart))).toBe(count);
  }
});

test('a page without a text to index is an error that names it', async () => {
  await expect(
    buildSearchIndex({
      newestFirst: (
        await writePages(join(folder, 'site'), articles.slice(0, 1), takePage(inject('siteDir')))
      ).map((one) => ({
        ...one,
        id: 'nowhere',
      })),
      siteDir: join(folder, 'site'),
      cacheDir: join(folder, 'cache'),
      language: 'en',
    }),
  ).rejects.toThrow(/nowhere/);
});
