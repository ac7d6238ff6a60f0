// Queries as people type and paste them, and what the search says it has found.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSearchSite } from './search-site.ts';
import { connectBrowser } from './connect-browser.ts';
import { startOddHost, type OddHost } from './odd-host.ts';
import { searchPage, type SearchPage } from './search-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-typing-'));
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
  context = await browser.newContext();
  search = searchPage(await context.newPage(), host.address);
});
afterEach(() => context.close());

const submit = async (text: string): Promise<string> => {
  await search.page.getByRole('searchbox').fill(text);
  await search.page.keyboard.press('Enter');
  return search.settled();
};
const from = (): ReturnType<SearchPage['page']['locator']> => search.page.locator('[name="from"]');
const to = (): ReturnType<SearchPage['page']['locator']> => search.page.locator('[name="to"]');

describe('a query is read as it looks', () => {
  /** Queries, each with the headline of the one article that it finds. */
  const queries = [
    ['barge lantern', 'Barge carries a lantern'],
    ['barge - lantern', 'Barge carries a lantern'],
    ['barge – lantern', 'Barge carries a lantern'],
    ['barge,lantern', 'Barge carries a lantern'],
    ['barge/lantern', 'Barge carries a lantern'],
    ['barge;lantern', 'Barge carries a lantern'],
    ['barge+lantern', 'Barge carries a lantern'],
    ['bar\u00ADge \u200Elantern\u200F', 'Barge carries a lantern'],
    ['ｂａｒｇｅ　ｌａｎｔｅｒｎ', 'Barge carries a lantern'],
    ['\tbarge\n lantern ', 'Barge carries a lantern'],
    // A minus that touches its word leaves it out.
    ['barge -lantern', 'Barge runs aground'],
  ] as const;

  test('signs between words are blanks, but a minus that touches its word', async () => {
    for (const [text, headline] of queries) {
      await search.open();
      expect(await submit(text), text).toBe('1 article.');
      expect(await search.headlines(), text).toEqual([headline]);
    }
  });

  test('a headline that was copied finds its article', async () => {
    await search.open();
    await submit('Pilots strike again - owners “surprised”, say ships/crews');
    expect((await search.headlines())[0]).toBe(
      'Pilots strike again - owners “surprised”, say ships/crews',
    );
  });
});

describe('a count is a count of what was asked', () => {
  const exported = async (): Promise<string[]> => {
    await search.page.getByText('Save these results').click();
    const [download] = await Promise.all([
      search.page.waitForEvent('download'),
      search.page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    let text = '';
    for await (const chunk of await download.createReadStream()) text += String(chunk);
    return text.trim().split('\r\n').slice(1);
  };

  test('a phrase that stands nowhere is found nowhere; its words apart are one click away', async () => {
    await search.open(`?q=${encodeURIComponent('"lantern barge"')}`);
    expect(await search.settled()).toBe('Nothing found for “"lantern barge"”.');
    expect(await search.headlines()).toEqual([]);
    expect(
      await search.page.locator('[data-part="bars"] a').first().getAttribute('aria-label'),
    ).toMatch(/: 0 of/);
    expect(await search.said()).toMatch(/No article has “lantern barge” word for word/);
    expect(await search.said()).not.toMatch(/few/i);
    expect(await search.announced()).toMatch(/1 article has these words apart/);
    await search.page.getByRole('link', { name: '1 article has these words apart' }).click();
    expect(await search.settled()).toBe('1 article.');
    expect(await search.headlines()).toEqual(['Barge carries a lantern']);
    expect(await search.page.getByRole('searchbox').inputValue()).toBe('lantern barge');
    expect(await exported()).toHaveLength(1);
  });

  test('words that one article has together stay one article', async () => {
    await search.open('?q=barge+lantern');
    expect(await search.settled()).toBe('1 article.');
    expect(await search.said()).toMatch(/Only 1 article has all of this/);
    expect(await search.headlines()).toHaveLength(1);
    expect(await exported()).toHaveLength(1);
    await search.page.getByRole('link', { name: '2 articles without “lantern”' }).click();
    expect(await search.settled()).toBe('2 articles.');
  });

  test('what is misspelt is corrected, said and counted', async () => {
    await search.open('?q=lanternn');
    expect(await search.settled()).toBe('1 article.');
    expect(await search.said()).toMatch(/No article has “lanternn”. Read as: “lantern”/);
  });

  test('a word that nothing is like is left out only by the reader', async () => {
    await search.open('?q=barge+zzzzzzzzzz');
    expect(await search.settled()).toMatch(/^Nothing found/);
    await search.page.getByRole('link', { name: '2 articles without “zzzzzzzzzz”' }).click();
    expect(await search.settled()).toBe('2 articles.');
  });
});

describe('dates', () => {
  test.each(['196O', 'July 1969', '800', '20.07.1969', '1969-13', '1969-02-30'])(
    'a wrong one, %s, stays in its field, and the limit before it in force',
    async (wrong) => {
      await search.open('?q=harbour&from=1960&to=1970');
      const before = await search.settled();
      await from().fill(wrong);
      await search.page.keyboard.press('Tab');
      await search.page.locator('[data-part="date-wrong"]', { hasText: wrong }).waitFor();
      expect(await from().inputValue()).toBe(wrong);
      expect(await from().getAttribute('aria-invalid')).toBe('true');
      await search.page.getByRole('searchbox').click();
      await search.page.keyboard.press('Enter');
      expect(await search.settled()).toBe(before);
      expect(await from().inputValue()).toBe(wrong);
      expect(await search.focus()).toBe('box');
      expect(search.page.url()).toContain('from=1960&to=1970');
      await from().fill('');
      await search.page.keyboard.press('Enter');
      await search.page.waitForURL((url) => !url.search.includes('from'));
      expect(await from().getAttribute('aria-invalid')).toBe('false');
      expect(await search.said()).not.toContain(wrong);
    },
  );

  test('a day that does not exist is said to be none, in field, query and address', async () => {
    await search.open('?q=harbour&from=1969-02-30');
    await search.settled();
    expect(await from().inputValue()).toBe('1969-02-30');
    expect(await search.said()).toContain('“1969-02-30” is no day of the calendar');
    await submit('harbour date:1969-02-30');
    expect(await search.said()).toContain('“1969-02-30” is no day of the calendar');
  });

  test.each([
    ['1969/7/20', '1969-07-20'],
    ['1969.07', '1969-07'],
    ['١٩٦٩', '1969'],
    ['1969–07–20', '1969-07-20'],
  ])('%s is read the same in field, query and address', async (written, tag) => {
    await search.open(`?q=harbour+date:${encodeURIComponent(written)}`);
    const byQuery = [await search.settled(), ...(await search.headlines())];
    await search.open(
      `?q=harbour&from=${encodeURIComponent(written)}&to=${encodeURIComponent(written)}`,
    );
    expect([await search.settled(), ...(await search.headlines())]).toEqual(byQuery);
    expect(await from().inputValue()).toBe(tag);
    await search.open('?q=harbour');
    await search.settled();
    await from().fill(written);
    await to().fill(written);
    await search.page.keyboard.press('Enter');
    await search.page.waitForURL(new RegExp(`from=${tag}&to=${tag}`));
    expect([await search.settled(), ...(await search.headlines())]).toEqual(byQuery);
    expect(byQuery[0]).toMatch(/^\d/);
  });

  test('a range the wrong way round is exchanged, however it was written', async () => {
    await search.open('?q=harbour+date:1960..1980');
    const right = await search.settled();
    expect(right).toMatch(/^[1-9]/);
    await search.open('?q=harbour');
    await search.settled();
    await to().fill('1960');
    await from().fill('1980');
    await search.page.keyboard.press('Enter');
    await search.page.waitForURL(/from=1960&to=1980/);
    expect(await search.settled()).toBe(right);
    expect(await search.said()).toMatch(/ends before it begins/);
    for (const query of ['harbour from:1980 to:1960', 'harbour date:1980..1960']) {
      await submit(query);
      await search.page.waitForURL((url) => url.searchParams.get('q') === query);
      expect(await search.said()).toMatch(/ends before it begins/);
    }
    await search.open('?q=harbour&from=1980&to=1960');
    expect(await search.settled()).toBe(right);
    expect(await search.said()).toMatch(/ends before it begins/);
    expect([await from().inputValue(), await to().inputValue()]).toEqual(['1960', '1980']);
  });
});
