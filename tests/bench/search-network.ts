// Measures searches as a reader on a slow network has them:
//   npm run bench -- search-index 100000 FOLDER
//   npm run bench -- search-network FOLDER SITE
// FOLDER has a generated site with its index, SITE a built site whose search page is used (`dist`). For each query: time until the first
// ten articles (or all there are) stand on the page, and until count and histogram are complete; requests, bytes, requests that waited
// for each other, and processor time of the browser. Each begins with an empty cache, after the page is ready. Beside it, where FOLDER
// has `stock/`, a bundle of Pagefind's own over the same pages, Pagefind's module on a bare page.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium.ts';
import { generateArticles } from './generate.ts';
import {
  dependentTrips,
  startSlowHost,
  type Exchange,
  type Network,
  type SlowHost,
} from './slow-host.ts';
import { makeVocabulary } from './vocabulary.ts';

const [folder, site = 'dist', only] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run bench -- search-network FOLDER [SITE] [NETWORK]\n');
  process.exit(2);
}

const networks: Network[] = [
  { name: 'phone', roundTripMs: 150, bandwidth: 200_000 },
  { name: 'good', roundTripMs: 40, bandwidth: 1_250_000 },
  { name: 'none', roundTripMs: 0, bandwidth: 1e9 },
].filter(({ name }) => only === undefined || name === only);

const { words } = makeVocabulary(120_000, 7);
const [article] = [...generateArticles({ count: 1 })];
const opening = (article?.body ?? '').split(/[\s.]+/);
const word = (rank: number): string => words[rank] ?? '';
/** The queries, as the page's address has them; what Pagefind's module is asked, where it can be. */
const queries: [name: string, query: string, stock?: string][] = [
  ['a rare word', `?q=${word(60_000)}`, word(60_000)],
  ['a middling word', `?q=${word(4000)}`, word(4000)],
  ['a common word', `?q=${word(200)}`, word(200)],
  ['two words', `?q=${word(900)}+${word(1500)}`, `${word(900)} ${word(1500)}`],
  [
    'three words',
    `?q=${word(300)}+${word(400)}+${word(900)}`,
    `${word(300)} ${word(400)} ${word(900)}`,
  ],
  ['newest first', `?q=${word(200)}&order=newest`],
  ['oldest first', `?q=${word(200)}&order=oldest`],
  ['a phrase', `?q="${opening.slice(4, 7).join(' ')}"`, `"${opening.slice(4, 7).join(' ')}"`],
  ['a phrase of common words', `?q="${word(100)} ${word(120)}"`, `"${word(100)} ${word(120)}"`],
  ['one year', `?q=${word(200)}&from=2010&to=2010`],
  ['ten days', `?q=${word(200)}&from=2010-03-02&to=2010-03-11`],
  ['a word and a section', `?q=${word(900)}+section:science`],
  ['without a word', `?q=${word(900)}+-${word(300)}`],
  ['either word', `?q=${word(4000)}+OR+${word(5000)}`],
  ['in the headline', `?q=title:${word(900)}`],
  ['near each other', `?q="${word(900)} ${word(300)}"~8`],
  ['a beginning', `?q=${word(4000).slice(0, 5)}*`],
  ['a misspelt word', `?q=${misspelt(word(4000))}`],
];

function misspelt(text: string): string {
  return text.slice(0, 2) + text.slice(3);
}

interface Measured {
  readyMs: number;
  firstMs: number;
  completeMs: number;
  exchanges: Exchange[];
  cpuMs: number;
  said: string;
}

const host = await startSlowHost([join(folder, 'site'), site, folder], networks[0] as Network);
const browser = await launchBrowser();
for (const network of networks) {
  host.network = network;
  process.stdout.write(
    `\n${network.name}: ${network.roundTripMs} ms, ${network.bandwidth / 1000} kB/s\n`,
  );
  process.stdout.write(
    `${'search'.padEnd(26)} ready  first  complete  trips  requests  kB     CPU    found\n`,
  );
  for (const [name, query, stock] of queries) {
    print(name, await measureSearch(browser, host, query));
    if (stock !== undefined && existsSync(join(folder, 'stock'))) {
      print('  Pagefind as it comes', await measureStock(browser, host, stock));
    }
  }
}
await browser.close();
host.close();
process.exit(0);

function print(name: string, measured: Measured): void {
  const { readyMs, firstMs, completeMs, exchanges, cpuMs, said } = measured;
  const seconds = (ms: number): string => (ms / 1000).toFixed(2).padStart(5);
  const bytes = exchanges.reduce((sum, exchange) => sum + exchange.bytes, 0);
  process.stdout.write(
    `${name.padEnd(26)} ${seconds(readyMs)}  ${seconds(firstMs)}  ${seconds(completeMs)}    ` +
      `${String(dependentTrips(exchanges)).padStart(4)}  ${String(exchanges.length).padStart(7)}  ` +
      `${(bytes / 1000).toFixed(0).padStart(5)}  ${seconds(cpuMs)}  ${said}\n`,
  );
}

/** Processor time of the browser's processes that run pages and workers, in milliseconds. */
async function cpuOf(of: Browser): Promise<number> {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

function measureSearch(of: Browser, at: SlowHost, query: string): Promise<Measured> {
  return withPage(async (page) => {
    const began = performance.now();
    await page.goto(`${at.address}search/`);
    await page.locator('search-histogram:not([hidden])').waitFor({ timeout: 60_000 });
    const readyMs = performance.now() - began;
    await page.waitForTimeout(300);
    at.take();
    const cpuBefore = await cpuOf(of);
    // A link of the page itself, so that nothing but the search is fetched; the page notes the times, for to ask from outside is slow.
    const { firstMs, completeMs } = await page.evaluate(async (address) => {
      const link = document.createElement('a');
      link.href = address;
      document.querySelector('search-page')?.append(link);
      const started = performance.now();
      let shownAt: number | undefined;
      link.click();
      return new Promise<{ firstMs: number; completeMs: number }>((resolve) => {
        const look = (): void => {
          const isComplete = document.querySelector('[data-part="announce"]:not(:empty)') !== null;
          const isFull =
            document.querySelector('[data-part="results"] > li:nth-child(10)') !== null;
          if (isFull || isComplete) shownAt ??= performance.now();
          if (!isComplete) return;
          observer.disconnect();
          resolve({
            firstMs: (shownAt ?? started) - started,
            completeMs: performance.now() - started,
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      });
    }, query);
    const said = (await page.locator('[data-part="announce"]').textContent()) ?? '';
    return {
      readyMs,
      firstMs,
      completeMs,
      exchanges: at.take(),
      cpuMs: (await cpuOf(of)) - cpuBefore,
      said: said.slice(0, 60),
    };
  });
}

function measureStock(of: Browser, at: SlowHost, query: string): Promise<Measured> {
  writeFileSync(join(folder ?? '', 'stock.html'), '<!doctype html><title>Pagefind</title>');
  return withPage(async (page) => {
    const began = performance.now();
    await page.goto(`${at.address}stock.html`);
    await page.evaluate(async () => {
      const module = (await import(`${location.origin}/stock/pagefind.js`)) as {
        init(): Promise<void>;
      };
      await module.init();
      Object.assign(globalThis, { stock: module });
    });
    const readyMs = performance.now() - began;
    at.take();
    const cpuBefore = await cpuOf(of);
    const { firstMs, found } = await page.evaluate(async (text) => {
      interface Stock {
        search(text: string): Promise<{ results: { data(): Promise<unknown> }[] }>;
      }
      const started = performance.now();
      const { results } = await (globalThis as unknown as { stock: Stock }).stock.search(text);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return { firstMs: performance.now() - started, found: results.length };
    }, query);
    return {
      readyMs,
      firstMs,
      completeMs: firstMs,
      exchanges: at.take(),
      cpuMs: (await cpuOf(of)) - cpuBefore,
      said: `${found} articles`,
    };
  });
}
