// A small index of several shards, built once for the tests that search it, and an engine over it.

import type { Server } from 'node:http';
import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine, type Engine } from '../../src/browser/search/engine.ts';
import type { Progress, SearchRequest } from '../../src/browser/search/progress.ts';
import { SearchRun } from '../../src/browser/search/search-run.ts';
import { serveSite } from '../../src/commands/serve-site.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import type { IndexSizes } from '../../src/search/index-sizes.ts';
import type { IndexedArticle } from '../../src/search/indexed-article.ts';
import type { PrintPage } from './article-page.ts';

/** An article as a test gives it: what matters there, and a body in HTML. */
export type ToIndex = Partial<IndexedArticle> & { date: string; title: string; body: string };

export interface BuiltIndex {
  siteDir: string;
  server: Server;
  address: string;
  engine: Engine;
  close(): Promise<void>;
}

/** Sizes that make several shards of a dozen articles. */
export const smallSizes: IndexSizes = {
  shards: { largest: 6, smallest: 3 },
  parts: { largest: 3, smallest: 1 },
};

/** Writes pages, builds their index, serves it and opens it as a browser would. */
export async function buildTestIndex(
  articles: readonly ToIndex[],
  page: PrintPage,
  sizes?: IndexSizes,
): Promise<BuiltIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-search-'));
  const siteDir = join(folder, 'site');
  await buildSearchIndex({
    newestFirst: await writePages(siteDir, articles, page),
    siteDir,
    cacheDir: join(folder, 'cache'),
    language: 'en',
    ...(sizes ? { sizes } : {}),
  });
  return openBuiltIndex(siteDir, folder);
}

/**
 * Serves a site and opens its index as a browser would.
 *
 * @param folder is removed when the index is closed
 */
export async function openBuiltIndex(siteDir: string, folder: string): Promise<BuiltIndex> {
  const { server, address } = await serveSite(siteDir, { base: '/', port: 0, host: 'localhost' });
  return {
    siteDir,
    server,
    address,
    engine: await openEngine(`${address}search-index/`),
    async close() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Writes the page of each article. Returns them as the index wants them, newest first. */
export async function writePages(
  siteDir: string,
  articles: readonly ToIndex[],
  page: PrintPage,
): Promise<IndexedArticle[]> {
  const indexed: IndexedArticle[] = [];
  for (const [i, { body, ...given }] of articles.entries()) {
    const id = given.id ?? `${given.date.replaceAll('-', '/')}/article-${i}`;
    const folder = join(siteDir, id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), page({ ...given, body }));
    indexed.push({
      titleOrigin: 'given',
      tags: [],
      authors: [],
      lang: 'en',
      dir: 'ltr',
      ...given,
      id,
    });
  }
  return indexed.toSorted((a, b) => (key(a) < key(b) ? 1 : -1));
}

const key = ({ date }: IndexedArticle): string => (date === 'undated' ? '' : date);

const plain: SearchRequest = { text: '', order: 'relevance', facets: [], relax: true };

/** Searches to the end. */
export async function searchAll(
  engine: Engine,
  request: Partial<SearchRequest>,
): Promise<{ run: SearchRun; progress: Progress; reports: Progress[] }> {
  const reports: Progress[] = [];
  const run = new SearchRun(engine, { ...plain, ...request }, (progress) => reports.push(progress));
  await run.start();
  const progress = reports.at(-1);
  if (!progress) throw new Error('The search reported nothing.');
  return { run, progress, reports };
}

/** The ids of what a search finds. */
export async function findIds(engine: Engine, request: Partial<SearchRequest>): Promise<string[]> {
  const { run } = await searchAll(engine, request);
  return (await run.list(1000)).map(({ id }) => id);
}
