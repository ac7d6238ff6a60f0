// Keys, focus and history of the search page.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSearchSite } from './search-site.ts';
import { connectBrowser } from './connect-browser.ts';
import { startOddHost, type OddHost } from './odd-host.ts';
import { searchPage, type SearchPage } from './search-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-keys-'));
let host: OddHost;
let browser: Browser;
let context: BrowserContext;
let search: SearchPage;

beforeAll(async () => {
  browser = await connectBrowser();
  host = await startOddHost(await buildSearchSite(folder));
});
afterAll(async () => {
  await browser.close();
  host.server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  // A page that the browser keeps comes back by itself; here it has to be built up again.
  await page.addInitScript(() => addEventListener('unload', () => undefined));
  search = searchPage(page, host.address);
});
afterEach(async () => {
  host.spoil = () => undefined;
  await context.close();
});

const press = (key: string): Promise<void> => search.page.keyboard.press(key);
const count = (): Promise<number> => search.page.evaluate(() => history.length);
const query = (): string | null => new URL(search.page.url()).searchParams.get('q');

describe('keys', () => {
  test.each(['ArrowDown', 'ArrowUp', 'Enter', 'Escape', '/'])(
    '%s belongs to the input method while letters are composed',
    async (key) => {
      await search.open('?q=harbour');
      await search.settled();
      await search.page.getByRole('searchbox').focus();
      const taken = await search.page.evaluate((pressed) => {
        const event = new KeyboardEvent('keydown', {
          key: pressed,
          isComposing: true,
          bubbles: true,
          cancelable: true,
        });
        document.activeElement?.dispatchEvent(event);
        return event.defaultPrevented;
      }, key);
      expect(taken).toBe(false);
      expect(await search.focus()).toBe('box');
    },
  );

  test.each(['Alt+ArrowDown', 'Control+ArrowDown', 'Shift+ArrowDown', 'Meta+ArrowDown'])(
    '%s is not taken from the browser',
    async (key) => {
      await search.open('?q=harbour');
      await search.settled();
      await search.page.getByRole('searchbox').focus();
      await press(key);
      expect(await search.focus()).toBe('box');
      const bar = search.page.locator('[data-part="bars"] a').first();
      await bar.focus();
      await press(key.replace('Down', 'Right').replace('Shift', 'Alt'));
      expect(await bar.evaluate((link) => link === document.activeElement)).toBe(true);
    },
  );

  test('arrows go from the box to the last result, to the button for more, and back', async () => {
    await search.open('?q=harbour');
    await search.settled();
    await search.page.getByRole('searchbox').focus();
    for (let i = 0; i < 11; i++) await press('ArrowDown');
    expect(await search.focus()).toBe('more');
    await press('ArrowDown');
    expect(await search.focus()).toBe('more');
    await press('ArrowUp');
    expect(await search.focus()).toBe('headline');
    await press('Escape');
    expect(await search.focus()).toBe('box');
  });
});

describe('the focus is where the reader goes on', () => {
  const byKey = async (within: string): Promise<string> => {
    const link = search.page.locator(within).first();
    await link.waitFor();
    await link.focus();
    await press('Enter');
    await search.page.waitForTimeout(300);
    await search.settled();
    await search.page.waitForTimeout(300);
    return search.focus();
  };

  test.each([
    ['a suggestion', '?q=harbuor', '[data-part="suggestions"] a'],
    ['a wider query', '?q=%22lantern+barge%22', '[data-part="wider"] a'],
    ['all dates', '?q=harbour&from=1961&to=1970', '[data-part="path"] a'],
    ['removing a choice', '?q=harbour&section=Sea', '[data-part="chosen"] a'],
    ['a bar', '?q=harbour', '[data-part="bars"] a'],
  ])('after %s', async (_, at, within) => {
    await search.open(at);
    await search.settled();
    expect(await byKey(within)).toBe('status');
  });

  test.each(['include', 'exclude'])('after a section is chosen to %s', async (choice) => {
    await search.open('?q=harbour');
    await search.settled();
    await search.page.locator('[data-part="facets"] > summary').press('Enter');
    expect(await byKey(`[data-part="sections"] [data-part="${choice}"]`)).toBe('status');
  });

  test('after the button for more: on the first that came, or on the count where all are there', async () => {
    await search.open('?q=harbour');
    await search.settled();
    await search.page.locator('[data-part="more"]').press('Enter');
    await search.page.locator('[data-part="results"] li').nth(11).waitFor();
    const focused = await search.page.evaluate(() =>
      [...document.querySelectorAll('[data-part="headline"]')].indexOf(
        document.activeElement as Element,
      ),
    );
    expect(focused).toBe(10);
  });

  test('after a part is tried again', async () => {
    host.spoil = (path) => (path.endsWith('/d0') ? null : undefined);
    await search.open('?q=harbour');
    await search.settled();
    host.spoil = () => undefined;
    await search.page.getByRole('button', { name: 'Try again' }).press('Enter');
    await search.page.locator('[data-part="results"] li').first().waitFor();
    await search.page.waitForTimeout(300);
    expect(await search.focus()).toBe('status');
  });

  test('while results come in, what has the focus keeps it', async () => {
    await search.open('?q=harbour');
    await search.settled();
    const last = search.page.locator('[data-part="bars"] a').last();
    await last.focus();
    await search.page.setViewportSize({ width: 700, height: 800 });
    await search.page.waitForTimeout(300);
    expect(await last.evaluate((link) => link === document.activeElement)).toBe(true);
  });
});

describe('history', () => {
  test.each(['harbour', '"harbour report"', 'title:harbour date:1969', 'a+b & c'])(
    'Enter on the search that is shown adds nothing: %s',
    async (text) => {
      await search.open();
      await search.type(text);
      const before = await count();
      for (let i = 0; i < 3; i++) await press('Enter');
      expect(await count()).toBe(before);
    },
  );

  test('each search is one step back, however quickly the next was typed', async () => {
    await search.page.goto(host.address);
    await search.open();
    await search.type('pilots');
    await press('Enter');
    await search.type('harbour');
    await press('Enter');
    await search.settled();
    await search.page.goBack();
    expect(query()).toBe('pilots');
    await search.page.getByText('2 articles.').first().waitFor();
    expect(await search.page.getByRole('searchbox').inputValue()).toBe('pilots');
    await search.page.goForward();
    expect(query()).toBe('harbour');
  });

  test('a search opened by its address is one as well; letters of one word are not', async () => {
    await search.open('?q=pilots');
    await search.settled();
    const before = await count();
    await search.type('har');
    await search.page.getByRole('searchbox').pressSequentially('bour', { delay: 450 });
    await press('Enter');
    expect(await count()).toBe(before + 1);
    await search.page.goBack();
    expect(query()).toBe('pilots');
  });

  test('a search that was typed and left for another is a step', async () => {
    await search.open();
    await search.type('pilots');
    await search.type('harbour');
    await search.page.goBack();
    expect(query()).toBe('pilots');
  });

  test('a choice in what was typed leads back to it', async () => {
    await search.open();
    await search.type('harbour');
    await search.page.locator('[data-part="bars"] a').first().click();
    await search.page.waitForURL(/from=/);
    await search.page.goBack();
    expect(query()).toBe('harbour');
    expect(search.page.url()).not.toContain('from=');
  });

  test.each([
    ['ten', 0],
    ['thirty', 1],
  ])('back from an article, %s results stand at the same place', async (_, more) => {
    await search.open('?q=harbour');
    await search.settled();
    for (let i = 0; i < more; i++) {
      await search.page.getByRole('button', { name: /^Show/ }).click();
      await search.page.locator('[data-part="results"] li').nth(29).waitFor();
    }
    const shown = (await search.headlines()).length;
    await search.page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await search.page.waitForTimeout(300);
    const link = search.page.locator('[data-part="headline"]').nth(more === 0 ? 6 : 8);
    const before = await link.boundingBox();
    await link.click();
    await search.page.waitForURL(/mark=/);
    await search.page.goBack();
    await search.settled();
    await search.page.waitForTimeout(300);
    expect(await search.headlines()).toHaveLength(shown);
    const after = await link.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
    await search.page.reload();
    await search.settled();
    await search.page.waitForTimeout(300);
    expect(await search.headlines()).toHaveLength(shown);
    const reloaded = await link.boundingBox();
    expect(Math.abs((reloaded?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  });
});

describe('until the script comes', () => {
  test('the page has a box, a sentence and the years', async () => {
    host.spoil = (path) => (path.endsWith('.js') ? null : undefined);
    await search.open('?q=harbour');
    const main = search.page.locator('main');
    expect(await main.innerText()).toMatch(/being loaded.*by its date/);
    expect(await search.page.getByRole('searchbox').isVisible()).toBe(true);
    await main.getByRole('link', { name: '2024', exact: true }).click();
    expect(search.page.url()).toContain('/2024/');
  });

  test('what is typed before is searched when it has come', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await context.route(/_astro\/.*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await search.page.goto(`${host.address}search/`, { waitUntil: 'commit' });
    await search.page.getByRole('searchbox').fill('pilots');
    release();
    expect(await search.settled()).toBe('2 articles.');
    expect(await search.page.getByText(/being loaded/).isVisible()).toBe(false);
  });
});
