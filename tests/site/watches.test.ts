import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, expect, inject, test } from 'vitest';
import { openEngine, type Engine } from '../../src/browser/search/engine.ts';
import { parseConfiguration } from '../../src/configuration/parse-configuration.ts';
import { findIds } from '../search/built-index.ts';

const file = 'tests/site/newspaper/archive.yaml';
const parsed = parseConfiguration(readFileSync(file, 'utf8'), file);
const watches = 'site' in parsed ? parsed.site.watches : [];

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(`${inject('siteAddress')}search-index/`);
});

const read = (path: string): string => readFileSync(join(inject('siteDir'), path), 'utf8');

test.each(watches)('“$name” shows what a reader finds who searches for $query', async (watch) => {
  const found = await findIds(engine, { text: watch.query, order: 'newest', relax: false });
  const base = 'https://westwerd.example/archive/';
  const feed = parseAtomFeed(read(`watches/${watch.slug}/feed.xml`));
  expect((feed.entries ?? []).map(({ id }) => id)).toEqual(
    found.slice(0, 50).map((id) => `${base}${id}/`),
  );
  const main = read(`watches/${watch.slug}/index.html`).replace(/^[^]*<main|<\/main>[^]*$/g, '');
  const shown = [...main.matchAll(/class="headline[^"]*"[^>]*>\s*<a href="\/archive\/([^"]+)\/"/g)];
  expect(shown.map(([, id]) => id)).toEqual(found.slice(0, 30));
});

test('the watches of the tests find different things, one of them nothing', async () => {
  const counts = await Promise.all(
    watches.map(async ({ query }) => (await findIds(engine, { text: query, relax: false })).length),
  );
  expect(counts.at(-1)).toBe(0);
  expect(new Set(counts).size).toBe(watches.length);
});

test('watches are listed on a page of their own, and among the feeds', () => {
  for (const { slug } of watches) {
    expect(read('watches/index.html')).toContain(`href="/archive/watches/${slug}/feed.xml"`);
    expect(read('feeds/all.opml')).toContain(`/archive/watches/${slug}/feed.xml`);
  }
  expect(read('feeds/index.html')).toContain('href="/archive/watches/"');
});
