import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFaultsInLooks } from './accessibility.ts';
import { findClippedText } from './clipping.ts';
import { connectBrowser } from './connect-browser.ts';
import { kinds } from './kinds.ts';
import { openPage } from './open-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
});

const url = (path: string): string => inject('siteAddress') + path;

/** How far things of a page have moved since it was asked for; 0 where nothing has. */
const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { shifts: { total: number } }).shifts.total);

async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        shifts.total += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

test.each(Object.entries(kinds))(
  'the page "%s" does not move while it loads, and has no fault that axe finds',
  async (_, path) => {
    const page = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await countShifts(page);
    await page.goto(url(path), { waitUntil: 'networkidle' });
    expect(await shifted(page)).toBe(0);
    expect(await findFaultsInLooks(page)).toEqual([]);
  },
);

test('the articles of the reader’s day are whole on a phone, and move nothing', async () => {
  const page = await openPage(browser, { viewport: { width: 320, height: 700 } });
  await page.clock.setFixedTime('2026-06-05T10:00:00');
  await page.goto(url(''), { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: '5 June', exact: true }).waitFor();
  expect(await page.locator('on-this-day li').count()).toBeGreaterThan(0);
  expect(await findClippedText(page)).toEqual([]);
});

test('every word of an article stands on the printed page', async () => {
  // The width of A4 between its margins.
  const page = await openPage(browser, { viewport: { width: 680, height: 900 } });
  await page.emulateMedia({ media: 'print' });
  await page.goto(url('2023/06/05/wide-things/'));
  expect(await findClippedText(page)).toEqual([]);
  expect(await page.getByText('Twice a day, by eye.').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.getByText('Twice a day, by eye.').isVisible()).toBe(false);
});

test('a printed page says on which day it was read, and no other page takes the time to', async () => {
  const page = await openPage(browser);
  await page.clock.setFixedTime('2027-03-02T10:00:00');
  await page.goto(url('2024/03/01/'));
  const day = page.locator('[data-date-of-access]');
  expect(await day.textContent()).toBe('');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await day.textContent()).toBe('Read on 2 March 2027');
});

test('the first stop of the Tab key skips to the content', async () => {
  const page = await openPage(browser);
  await page.goto(url('2024/03/01/'));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
    'Skip to the content',
  );
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
});

test('without scripts every link of the folio and the calendars works', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(url(''));
  await page.getByRole('link', { name: 'Dates', exact: true }).click();
  await page.getByRole('link', { name: /^2024: / }).click();
  await page.getByRole('link', { name: 'March', exact: true }).click();
  await page.getByRole('link', { name: /^1\b.*2 articles/ }).click();
  await page.getByRole('link', { name: 'Dike holds through the night' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Dike holds');
});

test('the choice of dark is kept and applied before the next page is drawn', async () => {
  const page = await openPage(browser, { colorScheme: 'light' });
  await page.goto(url('about/'));
  await page.getByRole('radio', { name: 'Dark' }).check();
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();
  await page.goto(url('dates/'));
  expect(await background()).toBe(dark);
  await page.getByRole('radio', { name: 'System' }).check();
  expect(await background()).not.toBe(dark);
});

test('an old article says how old it is on the day it is read', async () => {
  const page = await openPage(browser);
  await page.clock.setFixedTime('2027-03-02T10:00:00');
  await page.goto(url('2024/03/01/dike-holds/'));
  expect(await page.locator('[data-age-of]').textContent()).toBe(
    'This article is more than 3 years old',
  );
  await page.clock.setFixedTime('2024-08-02T10:00:00');
  await page.goto(url('2024/03/01/dike-holds/'));
  expect(await page.locator('[data-age-of]').isHidden()).toBe(true);
});

test("the front page shows the reader's own day in other years", async () => {
  const page = await openPage(browser);
  await page.clock.setFixedTime('2027-02-28T10:00:00');
  await page.goto(url(''));
  await page.clock.setFixedTime('2028-02-29T10:00:00');
  await page.reload();
  await page.getByRole('link', { name: '29 February', exact: true }).waitFor();
  expect(await page.locator('on-this-day').textContent()).toContain('Leap day market opens');
});

test.each(['news/1207/', 'news/1207', 'paper/d%C3%ADke.html', '?p=1207'])(
  'the old address %s brings a reader to the article',
  async (old) => {
    const page = await openPage(browser);
    await page.goto(url(old));
    await page.waitForURL(url('2024/03/01/dike-holds/'));
  },
);

test('light or dark, chosen on one page, is taken over by those that are open or kept', async () => {
  const one = await openPage(browser);
  const other = await one.context().newPage();
  await one.goto(url('2024/'));
  await other.goto(url(''));
  await one.getByRole('radio', { name: 'Dark' }).check();
  await other.locator('html[data-theme="dark"]').waitFor();
  expect(await other.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  await one.goto(url('about/'));
  await one.getByRole('radio', { name: 'Light' }).check();
  await one.goBack();
  // A browser puts back what a form had when the page was left, after it is loaded.
  await expect.poll(() => one.locator('html').getAttribute('data-theme')).toBe('light');
  await expect.poll(() => one.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
});

test('the days of the year lead to what was printed on each', async () => {
  const page = await openPage(browser);
  await page.goto(url('on-this-day/'));
  expect(await page.locator('main li').count()).toBe(366);
  await page.getByRole('link', { name: /^29 February: / }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('29 February');
});
