// Measures what a search fetches, in a real browser:
//   npm run bench -- search-index 100000 FOLDER && npm run bench -- search-download FOLDER SITE
// FOLDER has the generated site with its index, SITE a built site whose search page is used (`dist`). Bytes are
// those of bodies, texts compressed; fonts and pages are counted with what is fetched before a search.

import { join } from 'node:path';
import { launchBrowser } from '../browser/chromium.ts';
import { serveCounting, type Sent } from './counting-server.ts';
import { generateArticles } from './generate.ts';
import { makeVocabulary } from './vocabulary.ts';

const [folder, site = 'dist'] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run bench -- search-download FOLDER [SITE]\n');
  process.exit(2);
}
const { words } = makeVocabulary(120_000, 7);
const [article] = [...generateArticles({ count: 1 })];
const phrase = (article?.body ?? '')
  .split(/[\s.]+/)
  .slice(4, 7)
  .join(' ');
const common = words[200] ?? '';
const searches: Record<string, string> = {
  'a rare word': `?q=${words[60_000]}`,
  'two words': `?q=${words[900]}+${words[1500]}`,
  'a common word, newest first': `?q=${common}&order=newest`,
  'a phrase, rare': `?q="${phrase}"`,
  'a phrase of two common words': `?q="${words[100]} ${words[120]}"`,
  'a common word in one year': `?q=${common}&from=2010&to=2010`,
};

const server = await serveCounting([join(folder, 'site'), site]);
const browser = await launchBrowser();
const print = ({ requests, bytes }: Sent): string =>
  `${String(requests).padStart(5)} / ${(bytes / 1000).toFixed(0).padStart(6)} kB`;
process.stdout.write(
  `${'search'.padEnd(30)} ${'ready'.padEnd(17)} ${'first ten, or all'.padEnd(24)} complete count\n`,
);
for (const [name, query] of Object.entries(searches)) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.address}search/`);
  await page.locator('search-histogram:not([hidden])').waitFor();
  const ready = server.take();
  // A link of the page itself, so that nothing but the search is fetched.
  const began = performance.now();
  await page.evaluate(async (address) => {
    const link = document.createElement('a');
    link.href = address;
    document.querySelector('search-page')?.append(link);
    link.click();
    // To ask again and again from outside would notice it half a second late, when more has been fetched.
    const isShown = (): boolean =>
      document.querySelector(
        '[data-part="results"] > li:nth-child(10), [role="status"]:not(:empty)',
      ) !== null;
    await new Promise<void>((shown) => {
      const observer = new MutationObserver(() => {
        if (!isShown()) return;
        observer.disconnect();
        shown();
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, query);
  const first = server.take();
  const firstMs = performance.now() - began;
  await page
    .locator('[role="status"]:not(:empty)')
    .waitFor({ state: 'attached', timeout: 300_000 });
  const rest = server.take();
  const complete = { requests: first.requests + rest.requests, bytes: first.bytes + rest.bytes };
  const completeMs = performance.now() - began;
  const said = await page.locator('[data-part="status"]').textContent();
  process.stdout.write(
    `${name.padEnd(30)} ${print(ready)} ${print(first)} ${(firstMs / 1000).toFixed(1)} s  ` +
      `${print(complete)} ${(completeMs / 1000).toFixed(1)} s  ${said}\n`,
  );
  await context.close();
}
await browser.close();
server.server.close();
