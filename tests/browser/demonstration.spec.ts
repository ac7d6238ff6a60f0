// The demonstration archive as it is published: what its pages weigh, and its headlines, typed as they are printed.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from '../../src/commands/serve-site.ts';
import { listFiles } from '../../src/disk/list-files.ts';
import { connectBrowser } from './connect-browser.ts';
import { searchPage } from './search-page.ts';

/** Each is searched alone; every fourth says enough, and all of them take three minutes more. */
const every = Number(process.env['DATELINE_EVERY_HEADLINE'] ?? 4);

const folder = mkdtempSync(join(tmpdir(), 'dateline-headlines-'));
const siteDir = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  const args = ['src/commands/build.ts', '--out', siteDir, '--cache', join(folder, 'cache')];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
});

test('a first visit takes at most 14 KiB for the page and its style sheets', () => {
  const weights = new Map<string, number>();
  const weigh = (file: string): number => {
    const known = weights.get(file) ?? gzipSync(readFileSync(join(siteDir, file))).length;
    weights.set(file, known);
    return known;
  };
  const pages = listFiles(siteDir).filter((file) => file.endsWith('index.html'));
  const heavy = pages.flatMap((file) => {
    const links = readFileSync(join(siteDir, file), 'utf8').match(
      /<link [^>]*rel="stylesheet"[^>]*>/g,
    );
    const sheets = (links ?? []).map((link) => /href="\/([^"]+)"/.exec(link)?.[1] ?? '');
    const bytes = [file, ...sheets].reduce((sum, one) => sum + weigh(one), 0);
    return bytes > 14 * 1024 ? [`${file} ${bytes}`] : [];
  });
  expect(pages.length).toBeGreaterThan(1000);
  expect(heavy).toEqual([]);
});

test('each headline finds its article first', async () => {
  const { server, address } = await serveSite(siteDir, { base: '/', port: 0, host: 'localhost' });
  const browser = await connectBrowser();
  try {
    const search = searchPage(await browser.newPage(), address);
    await search.open();
    const headlines = printedHeadlines().filter((_, i) => i % every === 0);
    expect(headlines.length).toBeGreaterThan(20);
    const others: string[] = [];
    for (const headline of headlines) {
      await search.page.getByRole('searchbox').fill(headline);
      await search.page.keyboard.press('Enter');
      await search.settled();
      const [first] = await search.headlines();
      if (first !== headline) others.push(`${headline} → ${first}`);
    }
    expect(others).toEqual([]);
  } finally {
    await browser.close();
    server.close();
  }
});

/** The headlines that authors gave; those that were made of a first sentence are cut short. */
function printedHeadlines(): string[] {
  return listFiles(siteDir)
    .filter((file) => /^(?:\d{4}|undated)\/.*index\.html$/.test(file))
    .flatMap((file) => {
      const page = readFileSync(join(siteDir, file), 'utf8');
      const [, headline] =
        /<h1 class="p-name"(?![^>]*data-derived)[^>]*>([^<]*)<\/h1>/.exec(page) ?? [];
      return headline === undefined ? [] : [plain(headline)];
    });
}

const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
