// Measures searches as a reader on a slow network has them:
//   npm run bench -- search-index 10000 FOLDER
//   npm run bench -- search-network FOLDER SITE [PROFILE]
// FOLDER has a generated site with its index, SITE a built site whose search page is used (`dist`). For each query: time until the page
// can be searched; until the first ten articles (or all there are) stand on the page, and until count and histogram are complete;
// trips that waited for each other, requests, bytes, and processor time of page and worker. Each begins with an empty cache, after
// the page is ready. Beside it, on a bare page: Pagefind's module over a bundle of its own, and MiniSearch.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/chromium.ts';
import { slowDown, usageOfPages } from './page-processes.ts';
import { prepareContenders, type Contender } from './search-contenders.ts';
import { measuredQueries } from './search-queries.ts';
import { chainOf, startSlowHost, type Exchange, type Network } from './slow-host.ts';

const [folder, site = 'dist', only] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run bench -- search-network FOLDER [SITE] [PROFILE]\n');
  process.exit(2);
}

/** A network, and how many times slower the processor is made. */
interface Profile extends Network {
  slower: number;
}

const phone = { name: 'phone', roundTripMs: 150, bandwidth: 200_000, slower: 1 };
const profiles: Profile[] = [
  phone,
  { name: 'good', roundTripMs: 40, bandwidth: 1_250_000, slower: 1 },
  { ...phone, name: 'slow-processor', slower: 4 },
  { name: 'none', roundTripMs: 0, bandwidth: 1e9, slower: 1 },
].filter(({ name }) => only === undefined || name === only);

/** With more articles, an index that is downloaded whole is not measured. */
const mostWhole = 10_000;

interface Measured {
  readyMs: number;
  firstMs: number;
  completeMs: number;
  exchanges: Exchange[];
  cpuMs: number;
  said: string;
}

const contenders = prepareContenders(folder, mostWhole);
const host = await startSlowHost([join(folder, 'site'), site, folder], phone);
const browser = await launchBrowser();
for (const profile of profiles) {
  host.network = profile;
  const { name, roundTripMs, bandwidth, slower } = profile;
  const processor = slower > 1 ? `, the processor ${slower} times slower` : '';
  process.stdout.write(`\n${name}: ${roundTripMs} ms, ${bandwidth / 1000} kB/s${processor}\n`);
  process.stdout.write(
    `${'search'.padEnd(26)} ready  first  complete  trips  requests  kB     CPU    found\n`,
  );
  for (const { name: kind, address, words } of measuredQueries) {
    const ours = await measured((page) => measureSearch(page, address), profile);
    print(kind, ours);
    if (name === 'phone' && ['a rare word', 'two words', 'a misspelt word'].includes(kind)) {
      printChain(ours.exchanges);
    }
    for (const contender of words === undefined ? [] : contenders) {
      if (contender.name.includes('whole') && slower + roundTripMs > 1 && kind !== 'a rare word')
        continue;
      print(
        `  ${contender.name}`,
        await measured((page) => measureContender(page, contender, words ?? ''), profile),
      );
    }
  }
}
await browser.close();
host.close();
process.exit(0);

function print(
  name: string,
  { readyMs, firstMs, completeMs, exchanges, cpuMs, said }: Measured,
): void {
  const seconds = (ms: number): string => (ms / 1000).toFixed(2).padStart(5);
  const bytes = exchanges.reduce((sum, exchange) => sum + exchange.bytes, 0);
  process.stdout.write(
    `${name.padEnd(26)} ${seconds(readyMs)}  ${seconds(firstMs)}  ${seconds(completeMs)}    ` +
      `${String(chainOf(exchanges).length).padStart(4)}  ${String(exchanges.length).padStart(7)}  ` +
      `${(bytes / 1000).toFixed(0).padStart(5)}  ${seconds(cpuMs)}  ${said}\n`,
  );
}

/** Writes out which requests waited for which. */
function printChain(exchanges: readonly Exchange[]): void {
  for (const [i, trip] of chainOf(exchanges).entries()) {
    const paths = trip.map(({ path, bytes }) => {
      const short = path
        .replace(/^.*search-index\//, '')
        .replace(/[0-9a-f]{12,}/, (digest) => digest.slice(0, 4));
      return `${short} (${bytes})`;
    });
    process.stdout.write(`    trip ${i + 1}: ${paths.join(', ')}\n`);
  }
}

async function measured(
  use: (page: Page) => Promise<Measured>,
  { slower }: Profile,
): Promise<Measured> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: host.address });
  const page = await context.newPage();
  const stop = await slowDown(browser, slower);
  try {
    return await use(page);
  } finally {
    stop();
    await context.close();
  }
}

/** Measures what is done once a page is ready. */
async function afterReady(
  of: Browser,
  readyMs: number,
  ask: () => Promise<Pick<Measured, 'firstMs' | 'completeMs' | 'said'>>,
): Promise<Measured> {
  host.take();
  const before = await usageOfPages(of);
  const answered = await ask();
  return { readyMs, ...answered, exchanges: host.take(), cpuMs: (await usageOfPages(of)) - before };
}

async function measureSearch(page: Page, address: string): Promise<Measured> {
  const began = performance.now();
  await page.goto('/search/');
  await page.locator('search-histogram:not([hidden])').waitFor({ timeout: 60_000 });
  const readyMs = performance.now() - began;
  await pause(300);
  return afterReady(browser, readyMs, async () => {
    const times = await page.evaluate(askOnPage, address);
    const said = (await page.locator('[data-part="announce"]').textContent()) ?? '';
    return { ...times, said: said.slice(0, 60) };
  });
}

/** Follows a link of the page itself, so that nothing but the search is fetched; the page notes the times, for to ask from outside is slow. */
function askOnPage(address: string): Promise<{ firstMs: number; completeMs: number }> {
  const link = document.createElement('a');
  link.href = address;
  document.querySelector('search-page')?.append(link);
  const started = performance.now();
  let shownAt: number | undefined;
  link.click();
  return new Promise((resolve) => {
    const look = (): void => {
      const isComplete = document.querySelector('[data-part="announce"]:not(:empty)') !== null;
      const isFull = document.querySelector('[data-part="results"] > li:nth-child(10)') !== null;
      if (isFull || isComplete) shownAt ??= performance.now();
      if (!isComplete) return;
      observer.disconnect();
      const now = performance.now();
      resolve({ firstMs: (shownAt ?? now) - started, completeMs: now - started });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

async function measureContender(
  page: Page,
  contender: Contender,
  words: string,
): Promise<Measured> {
  page.setDefaultTimeout(180_000);
  const began = performance.now();
  await contender.open(page);
  const readyMs = performance.now() - began;
  return afterReady(browser, readyMs, async () => {
    const { ms, found } = await contender.ask(page, words);
    return { firstMs: ms, completeMs: ms, said: `${found} articles` };
  });
}
