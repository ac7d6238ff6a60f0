// The large picture of a printed page, with and without scripts.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFaults } from './accessibility.ts';
import { connectBrowser } from './connect-browser.ts';
import { openPage } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

const article = (): string => `${inject('siteAddress')}2024/03/01/dike-holds/`;

test('a printed page is enlarged over the article, and left by Escape', async () => {
  const page = await openPage(browser);
  await page.goto(article());
  const link = page.getByRole('link', { name: 'The whole page' });
  await link.click();
  const picture = page.locator('dialog img');
  await picture.waitFor();
  const width = async (): Promise<number> => (await picture.boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole('dialog').getByRole('button', { name: 'Larger' }).click();
  expect(await width()).toBeGreaterThan(1.4 * before);
  expect(await findFaults(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('without scripts the link leads to the large picture', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(article());
  await page.getByRole('link', { name: 'The whole page' }).click();
  await page.waitForURL(/page-3\.png$/);
});
