import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { openPage } from './open-page.ts';
import { parseContextObject, type CoinsItem } from './zotero-coins.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Opens a page, and counts how often it has Zotero look again. */
async function visit(path: string): Promise<Page> {
  const page = await openPage(browser);
  await page.addInitScript(() => {
    document.addEventListener('ZoteroItemUpdated', () => {
      const { dataset } = document.documentElement;
      dataset['told'] = String(Number(dataset['told'] ?? 0) + 1);
    });
  });
  await page.goto(inject('siteAddress') + path, { waitUntil: 'networkidle' });
  return page;
}

/** What Zotero finds: its translator takes `span.Z3988[title]`. */
async function itemsOn(page: Page): Promise<(CoinsItem | undefined)[]> {
  const spans = await page
    .locator('span.Z3988[title]')
    .evaluateAll((found) => found.map((span) => (span as HTMLElement).title));
  return spans.map(parseContextObject);
}

test('a day and a topic offer Zotero each article of their lists', async () => {
  for (const path of ['2024/03/01/', 'topics/floods/']) {
    const page = await visit(path);
    const items = await itemsOn(page);
    expect(items).toHaveLength(await page.locator('article.card').count());
    const dike = items.find((item) => item?.url?.endsWith('/2024/03/01/dike-holds/'));
    expect(dike).toMatchObject({
      itemType: 'newspaperArticle',
      date: '2024-03-01',
      publicationTitle: 'Dateline',
    });
    expect(dike?.url).toBe('https://westwerd.example/archive/2024/03/01/dike-holds/');
    expect(await page.locator('html').getAttribute('data-told')).toBe('1');
  }
});

test('results of a search are offered, and Zotero is told when they change', async () => {
  const page = await visit('search/?q=dike');
  await page.locator('.Z3988').first().waitFor({ state: 'attached' });
  const items = await itemsOn(page);
  expect(items.length).toBeGreaterThan(0);
  expect(items.every((item) => item?.itemType === 'newspaperArticle')).toBe(true);
  expect(items.every((item) => item?.url?.startsWith('https://westwerd.example/archive/'))).toBe(
    true,
  );
  expect(Number(await page.locator('html').getAttribute('data-told'))).toBeGreaterThan(0);
});

test('an article offers itself alone', async () => {
  const page = await visit('2024/03/01/dike-holds/');
  expect(await itemsOn(page)).toEqual([]);
});
