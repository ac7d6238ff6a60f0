// The search on hosts that answer oddly, with files that are damaged, and while the archive is published anew.

import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { takePage } from '../search/article-page.ts';
import { writePages } from '../search/built-index.ts';
import { connectBrowser } from './connect-browser.ts';
import { startOddHost, type Manner, type OddHost } from './odd-host.ts';
import { searchPage, type SearchPage } from './search-page.ts';

let browser: Browser;
let context: BrowserContext;
let host: OddHost;
let search: SearchPage;
const errors: string[] = [];

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  host = await startOddHost(inject('siteDir'));
  context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  search = searchPage(page, host.address);
});
afterEach(async () => {
  await context.close();
  host.server.closeAllConnections();
  host.server.close();
  const [error] = errors.splice(0);
  if (error !== undefined) throw new Error(`A script of the page threw: ${error}`);
});

const isIndex = (path: string): boolean => path.startsWith('search-index/');

describe('every host is searched alike', () => {
  test.each<Manner>([
    'sends whole files',
    'sends whole files, compressed',
    'keeps files compressed, and cuts those',
    'compresses parts',
    'refuses parts',
    'calls whole files parts',
    'sends other parts',
  ])('one that %s', async (manner) => {
    await search.open('?q=dike');
    const plain = [await search.settled(), ...(await search.headlines())];
    host.manner = manner;
    await context.clearCookies();
    await search.open('?q=dike');
    expect([await search.settled(), ...(await search.headlines())]).toEqual(plain);
    expect(await search.said()).not.toMatch(/could not|Nothing found/);
  });
});

test('the headers that hosts are told let the search run', async () => {
  const [, block = ''] =
    /^\/archive\/\*\n((?: {2}.*\n)+)/.exec(
      readFileSync(join(inject('siteDir'), '_headers'), 'utf8'),
    ) ?? [];
  host.headers = Object.fromEntries(
    block
      .trim()
      .split(/\n */)
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  expect(Object.keys(host.headers)).toContain('Content-Security-Policy');
  await search.open('?q=dike');
  expect(await search.settled()).toMatch(/^\d+ articles?\.$/);
});

describe('what could not be looked up is not called nothing', () => {
  const damages: [string, (bytes: Buffer) => Buffer | null][] = [
    ['is missing', () => null],
    ['is an HTML page', () => Buffer.from('<!doctype html><title>Home</title>'.repeat(3000))],
    ['is garbage', (bytes) => Buffer.from(bytes.map((byte, i) => (byte * 7 + i) % 256))],
    ['is cut short', (bytes) => bytes.subarray(0, 40)],
    ['is empty', () => Buffer.alloc(0)],
  ];
  const files: [string, RegExp][] = [
    ['the directory', /\/d0$/],
    ['the manifest', /manifest\.pack$/],
  ];
  test.each(
    files.flatMap(([file, path]) => damages.map(([how, spoil]) => ({ file, path, how, spoil }))),
  )('$file $how, and is tried again', async ({ path, spoil }) => {
    host.spoil = (asked, bytes) => (isIndex(asked) && path.test(asked) ? spoil(bytes) : undefined);
    await search.open('?q=dike');
    await search.page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await search.said()).toMatch(/could not be/);
    expect(await search.said()).not.toContain('Nothing found');
    expect(await search.announced()).toMatch(/could not be/);
    expect(await search.announced()).not.toContain('Nothing found');
    host.spoil = () => undefined;
    await search.page.getByRole('button', { name: 'Try again' }).click();
    await search.page.locator('[data-part="results"] li').first().waitFor();
    await search.page
      .getByText(/^\d+ articles?\.$/)
      .first()
      .waitFor();
    expect(await search.said()).not.toMatch(/could not be/);
  });

  test('nor without a network', async () => {
    await search.open();
    await search.page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await search.page.getByRole('searchbox').fill('dike');
    await search.page.keyboard.press('Enter');
    await search.settled();
    expect(await search.said()).toMatch(/no connection[^]*could not be searched/);
    expect(await search.said()).not.toMatch(/Nothing found|unda–/);
    expect(await search.announced()).toMatch(/could not be/);
    await context.setOffline(false);
    await search.page.getByRole('button', { name: 'Try again' }).click();
    await search.page
      .getByText(/^\d+ articles?\.$/)
      .first()
      .waitFor();
  });

  test('a spelling that could not be looked up is said not to be', async () => {
    host.spoil = (path) => (/\/v\/[0-9a-f]+$/.test(path) ? null : undefined);
    await search.open('?q=dyke+xylophonn');
    await search.page
      .locator('li', { hasText: 'Other spellings could not be looked up' })
      .waitFor();
    host.spoil = () => undefined;
    await search.page.getByRole('button', { name: 'Try again' }).click();
    await search.page.locator('li', { hasText: 'Other spellings' }).waitFor({ state: 'detached' });
    expect(await search.said()).toMatch(/^Nothing found/);
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html>')],
  ])('a worker whose file is %s is done without', async (_, bytes) => {
    host.spoil = (path) => (/worker.*\.js$/.test(path) ? bytes : undefined);
    await search.open('?q=dike');
    expect(await search.settled()).toMatch(/^\d+ articles?\.$/);
  });

  test('where no script of the search comes, the page asks to be loaded again', async () => {
    host.spoil = (path) => (/(?:worker|service)[^/]*\.js$/.test(path) ? null : undefined);
    await search.open('?q=dike');
    await search.page
      .getByText(/Load the page again/)
      .first()
      .waitFor();
    host.spoil = () => undefined;
    await search.page.getByRole('button', { name: 'Load the page again' }).click();
    expect(await search.settled()).toMatch(/^\d+ articles?\.$/);
  });
});

describe('an archive that is published anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-anew-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The site with other articles, and so with another index. */
  let published = 0;
  const publishAnew = async (): Promise<string> => {
    const dir = join(folder, String(++published));
    // The site's own folder is a link.
    cpSync(realpathSync(inject('siteDir')), dir, { recursive: true });
    const newestFirst = await writePages(
      dir,
      [
        {
          date: '2025-02-02',
          title: 'Harbour master speaks',
          body: '<p>The ferry and the quay.</p>',
        },
        { date: '2025-02-01', title: 'A ferry sinks', body: '<p>Off the harbour, at night.</p>' },
        { date: '2024-12-31', title: 'The dike once more', body: '<p>It held again.</p>' },
      ],
      takePage(dir),
    );
    const cacheDir = join(folder, 'cache');
    await buildSearchIndex({ newestFirst, siteDir: dir, cacheDir, language: 'en' });
    return dir;
  };

  const answersOf = async (word: string): Promise<string[]> => {
    const fresh = searchPage(await context.newPage(), host.address);
    await fresh.open(`?q=${word}`);
    const answers = [await fresh.settled(), ...(await fresh.headlines())];
    await fresh.page.close();
    return answers;
  };

  test.each([
    ['has been searched', '?q=dike'],
    ['has not been searched yet', ''],
  ])('is searched by an open page that %s: what it was, or what it is', async (_, query) => {
    const words = ['harbour', 'ferry', 'dike'];
    const before: string[][] = [];
    for (const word of words) before.push(await answersOf(word));
    await search.open(query);
    await search.page.locator('[data-part="bars"] li').first().waitFor();
    if (query !== '') await search.settled();
    host.dir = await publishAnew();
    for (const [i, word] of words.entries()) {
      await search.type(word);
      await search.page.waitForTimeout(1500);
      const answers = [await search.settled(), ...(await search.headlines())];
      expect([before[i], await answersOf(word)]).toContainEqual(answers);
    }
    if (query === '') expect(await search.said()).toContain('published anew');
  });

  test('is not called empty in the midst of a delivery, and is searched after it', async () => {
    const before = host.dir;
    host.dir = await publishAnew();
    // The manifest has come, nothing of what it names has.
    host.spoil = (path) =>
      isIndex(path) && !path.endsWith('manifest.pack') && !existsSync(join(before, path))
        ? null
        : undefined;
    await search.open('?q=harbour');
    await search.page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await search.said()).not.toContain('Nothing found');
    host.spoil = () => undefined;
    await search.page.getByRole('button', { name: 'Try again' }).click();
    await search.page
      .getByText(/^\d+ articles?\.$/)
      .first()
      .waitFor();
  });
});
