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
const sizes = { largest: 8, smallest: 4 };

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

test('shards that have not changed are not built again', async () => {
  const first = await build(articles);
  expect(first.built).toBe(first.shards);
  expect((await build(articles)).built).toBe(0);
  const more = { date: '2029-12-31', title: 'One more', body: '<p>Late news.</p>' };
  expect((await build([...articles, more])).built).toBe(1);
});

test('shards that other code made are built again', async () => {
  const first = await build(articles);
  expect((await build(articles, 'cache', 'another')).built).toBe(first.shards);
});

test('the same articles give the same bytes', async () => {
  await build(articles, 'one');
  const before = await digests();
  await build(articles, 'other');
  expect(await digests()).toEqual(before);
});

test('what no reader fetches is left out', async () => {
  await build(articles);
  const names = [...(await digests()).keys()].map((path) => path.replace(/^.*\//, ''));
  for (const name of names) {
    expect(name).toMatch(
      /^(?:manifest|words|words-[0-9a-f]+|cards|facts|texts-\d+)\.pack$|^(?:presence|text-places)\.bin$|^wasm\.en\.pagefind$|^pagefind\.js$/,
    );
  }
});

test('the manifest lists every article once', async () => {
  await build(articles);
  const bytes = await readFile(join(folder, 'site/search-index/manifest.pack'));
  const manifest = JSON.parse(gunzipSync(bytes).toString()) as Manifest;
  expect(manifest.count).toBe(30);
  expect(manifest.shards.reduce((sum, { count }) => sum + count, 0)).toBe(30);
  expect(manifest.shards.every(({ bytes: size }) => size > 0)).toBe(true);
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
