// Changed code makes anew the pages that are made by it, and leaves the others alone.

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../src/disk/list-files.ts';
import { changes, type Ground } from './changes.ts';
import { makeProject } from './project.ts';

const project = makeProject();
afterAll(() => project.remove());
const ground: Ground = {
  project,
  outDir: join(project.root, 'out/site'),
  cacheDir: join(project.root, 'out/cache'),
  env: {},
};

const articles = 30;
/** How many files each build makes in any case. */
let always = 0;

/** Parts of the search index that the last build made. */
let shards = 0;

async function countMade(): Promise<number> {
  const { outDir, cacheDir } = ground;
  const { status, output } = await project.build(['--out', outDir, '--cache', cacheDir]);
  expect(status, output).toBe(0);
  const made = /(\d+) of them made/.exec(output.replaceAll(',', ''))?.[1];
  shards = Number(/parts? of the index, (\d+) of them new/.exec(output)?.[1]);
  return Number(made) - always;
}

const change = (file: string, text: string): void => appendFileSync(join(project.root, file), text);

beforeAll(async () => {
  for (let i = 0; i < articles; i++) changes.addArticle(ground, i * 7, i * 5);
  await countMade();
  always = await countMade();
});

test('of nothing, few files', () => {
  expect(always).toBeLessThan(25);
});

test('of a page and a script, that page and the articles that link to the script', async () => {
  change('src/pages/[...own].astro', '\n<p>One more sentence.</p>\n');
  change('src/browser/cite.ts', '\nconsole.debug(1);\n');
  const made = await countMade();
  expect(made).toBeGreaterThan(articles);
  expect(made).toBeLessThan(articles + 6);
});

test('of a script that another one loads, the pages that link to the other one', async () => {
  change('src/browser/cite-panel.ts', '\nconsole.debug(2);\n');
  const made = await countMade();
  expect(made).toBeGreaterThanOrEqual(articles);
  expect(made).toBeLessThan(articles + 5);
});

test('of the name of the archive, every page that says it', async () => {
  const file = join(project.contentDir, 'archive.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^name: .*/m, 'name: The Zeeland Courier'));
  expect(await countMade()).toBeGreaterThan(articles * 2);
  const pages = listFiles(ground.outDir).filter((path) => path.endsWith('index.html'));
  const old = pages.filter(
    (path) => !readFileSync(join(ground.outDir, path), 'utf8').includes('The Zeeland Courier'),
  );
  expect(old).toEqual([]);
  expect(shards).toBe(0);
});

test('of how an article looks, no part of the search index', async () => {
  change('src/components/ArticleHead.astro', '\n<!-- changed -->\n');
  expect(await countMade()).toBeGreaterThanOrEqual(articles);
  expect(shards).toBe(0);
});

test('of what every page shows and the search reads, every page and the index', async () => {
  change('src/components/Folio.astro', '\n<!-- changed -->\n');
  change('src/components/ArticleBody.astro', '\n<p>One more sentence.</p>\n');
  expect(await countMade()).toBeGreaterThan(articles * 2);
  expect(shards).toBe(1);
});
