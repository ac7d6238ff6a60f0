// Two searches that ours is measured beside, over the same pages: Pagefind as it comes, and MiniSearch with its index downloaded whole.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Page } from 'playwright-core';
import { readArticleText } from '../../src/search/article-text.ts';

/** A search on a bare page of its own. */
export interface Contender {
  name: string;
  /** Loads it, until it can be asked. */
  open(page: Page): Promise<void>;
  /** Asks, and reads the first ten. Returns how long that took in milliseconds, and how many were found. */
  ask(page: Page, words: string): Promise<{ ms: number; found: number }>;
}

const blank = 'blank.html';

/**
 * Makes the indexes of the contenders beside a generated site, where they are not there.
 *
 * @param folder has `site/`; receives `stock/` and `minisearch/`
 * @param most MiniSearch is left out where there are more articles than this: its index is downloaded whole
 */
export function prepareContenders(folder: string, most: number): Contender[] {
  writeFileSync(join(folder, blank), '<!doctype html><title>Search</title>');
  if (!existsSync(join(folder, 'stock'))) {
    const runner = join(
      dirname(createRequire(import.meta.url).resolve('pagefind')),
      'runner/bin.cjs',
    );
    const args = ['--site', join(folder, 'site'), '--output-path', join(folder, 'stock')];
    execFileSync(process.execPath, [runner, ...args], { stdio: 'ignore' });
  }
  const pages = globSync('*/**/index.html', {
    cwd: join(folder, 'site'),
    exclude: ['search-index/**'],
  });
  if (pages.length > most) return [pagefind];
  if (!existsSync(join(folder, 'minisearch.json'))) writeMiniSearch(folder, pages);
  return [pagefind, miniSearch];
}

function writeMiniSearch(folder: string, pages: readonly string[]): void {
  const index = new MiniSearch({ fields: ['title', 'body'], storeFields: ['title'] });
  for (const [id, page] of pages.entries()) {
    const blocks = readArticleText(readFileSync(join(folder, 'site', page), 'utf8')) ?? [];
    const [title, ...body] = blocks.map(({ text }) => text);
    index.add({ id, title, body: body.join(' ') });
  }
  writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(index));
  const module = createRequire(import.meta.url).resolve('minisearch');
  copyFileSync(join(dirname(module), '../es/index.js'), join(folder, 'minisearch.js'));
}

/** What the page keeps of a search that is open. */
interface Kept {
  find(words: string): Promise<number>;
}

async function askKept(page: Page, words: string): Promise<{ ms: number; found: number }> {
  return page.evaluate(async (text) => {
    const { kept } = globalThis as unknown as { kept: Kept };
    const started = performance.now();
    const found = await kept.find(text);
    return { ms: performance.now() - started, found };
  }, words);
}

const pagefind: Contender = {
  name: 'Pagefind as it comes',
  async open(page) {
    await page.goto(`/${blank}`);
    await page.evaluate(async () => {
      const module = (await import(`${location.origin}/stock/pagefind.js`)) as {
        init(): Promise<void>;
        search(text: string): Promise<{ results: { data(): Promise<unknown> }[] }>;
      };
      await module.init();
      const find: Kept['find'] = async (text) => {
        const { results } = await module.search(text);
        await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return results.length;
      };
      Object.assign(globalThis, { kept: { find } });
    });
  },
  ask: askKept,
};

const miniSearch: Contender = {
  name: 'MiniSearch, whole',
  async open(page) {
    await page.goto(`/${blank}`);
    await page.evaluate(async () => {
      const [{ default: Index }, text] = await Promise.all([
        import(`${location.origin}/minisearch.js`) as Promise<{ default: typeof MiniSearch }>,
        fetch('/minisearch.json').then((response) => response.text()),
      ]);
      const index = Index.loadJSON(text, { fields: ['title', 'body'], storeFields: ['title'] });
      const options = {
        prefix: true,
        fuzzy: 0.2,
        combineWith: 'AND',
        boost: { title: 2 },
      } as const;
      const find: Kept['find'] = (words) => Promise.resolve(index.search(words, options).length);
      Object.assign(globalThis, { kept: { find } });
    });
  },
  ask: askKept,
};
