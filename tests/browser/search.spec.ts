// The search page in a browser, over the small newspaper.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { findFaultsInLooks } from './accessibility.ts';
import { connectBrowser } from './connect-browser.ts';
import { openPage } from './open-page.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the page's scripts threw; there is never any. */
const errors: string[] = [];

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(async () => {
  await context.close();
  const [error] = errors.splice(0);
  if (error !== undefined) throw new Error(`A script of the page threw: ${error}`);
});

const open = (query = ''): Promise<unknown> => page.goto(`${inject('siteAddress')}search/${query}`);
const status = (): Promise<string | null> => page.locator('[data-part="status"]').textContent();
/** Waits until a search has been announced to the end. Returns what is said of it. */
const settled = async (): Promise<string> => {
  await page.locator('[role="status"]:not(:empty)').waitFor({ state: 'attached' });
  return (await status()) ?? '';
};
const headlines = (): Promise<string[]> =>
  page.locator('[data-part="results"] [data-part="headline"]').allTextContents();

test('what is typed is found, and the address leads to it again', async () => {
  await open();
  await page.getByRole('searchbox').fill('dike');
  await page.keyboard.press('Enter');
  expect(await settled()).toMatch(/^\d+ articles?\.$/);
  expect((await headlines()).join(' ')).toMatch(/dike/i);
  expect((await headlines()).join(' ')).not.toContain('…');
  expect(page.url()).toContain('?q=dike');
  await page.reload();
  await settled();
  expect((await headlines()).length).toBeGreaterThan(0);
});

test('a result shows the picture at the head of its article, and nothing where there is none', async () => {
  await open('?q=dike');
  await settled();
  const result = page.locator('[data-part="results"] > li', { hasText: 'Dike holds' }).first();
  const picture = result.locator('img');
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const shown = await page.locator('[data-part="results"] > li img').count();
  expect(shown).toBeLessThan(await page.locator('[data-part="results"] > li').count());
});

test('back and forward go from search to search', async () => {
  await open('?q=dike');
  await settled();
  await page.getByRole('searchbox').fill('xylophone');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing found for “xylophone”').first().waitFor();
  await page.goBack();
  await page.locator('[data-part="results"] li').first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('dike');
  await page.goForward();
  await page.getByText('Nothing found for “xylophone”').first().waitFor();
});

test('the keyboard alone searches, goes through the results and opens one with its words marked', async () => {
  await page.goto(`${inject('siteAddress')}about/`);
  await page.keyboard.press('/');
  await page.keyboard.type('dike');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\/\?q=dike/);
  await settled();
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  const first = await page.evaluate(() => document.activeElement?.textContent);
  expect(first).toBe((await headlines())[0]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/mark=dike/);
  await page.locator('[data-pagefind-body] mark').first().waitFor();
  expect(await page.locator('[data-pagefind-body] mark').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Remove the marks' }).click();
  expect(await page.locator('[data-pagefind-body] mark').count()).toBe(0);
  expect(page.url()).not.toContain('mark=');
});

describe.each([
  [1280, 900],
  [390, 844],
])('on a screen of %i × %i', (width, height) => {
  beforeEach(() => page.setViewportSize({ width, height }));

  test.each(['?q=the', '?q=the&from=2020&to=2024&section=-Nowhere'])(
    'two results stand below what was asked, without scrolling: %s',
    async (query) => {
      await open(query);
      await settled();
      const second = await page.locator('[data-part="results"] > li').nth(1).boundingBox();
      expect((second?.y ?? Infinity) + (second?.height ?? 0)).toBeLessThanOrEqual(height);
    },
  );

  test('what a search can be narrowed to is in sight, or one press away', async () => {
    await open('?q=the');
    await settled();
    const include = page.locator('[data-part="include"]').first();
    if (width < 1024) await page.getByText('Narrow the search').click();
    await include.waitFor();
    const name = (await include.textContent()) ?? '';
    await include.click();
    await page.waitForURL(/section=/);
    if (width >= 1024) {
      await page.locator('[data-part="sections"]').locator('a.chosen', { hasText: name }).click();
      await page.waitForURL((url) => !url.search.includes('section='));
    }
  });
});

describe('the histogram', () => {
  test('is low until it is made larger', async () => {
    await open('?q=the');
    await settled();
    const bars = page.locator('[data-part="bars"]');
    const low = (await bars.boundingBox())?.height ?? 0;
    await page.getByRole('button', { name: 'Larger' }).click();
    expect((await bars.boundingBox())?.height).toBeGreaterThan(2 * low);
    await page.getByRole('button', { name: 'Smaller' }).click();
    expect((await bars.boundingBox())?.height).toBe(low);
  });

  test('narrows the search to a bar, and leads out again', async () => {
    await open('?q=the');
    await settled();
    const bar = page.locator('[data-part="bars"] a').last();
    const year = ((await bar.getAttribute('aria-label')) ?? '').slice(0, 4);
    await bar.click();
    await page.waitForURL(new RegExp(`from=${year}&to=${year}`));
    expect(await page.getByLabel('From').inputValue()).toBe(year);
    await page.getByRole('link', { name: 'All dates' }).first().click();
    await page.waitForURL((url) => !url.search.includes('from='));
    expect(await page.getByLabel('From').inputValue()).toBe('');
  });

  test('is worked by keys: Shift and an arrow choose several bars', async () => {
    await open('?q=the');
    await settled();
    await page.locator('[data-part="bars"] a').first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=\d{4}&to=\d{4}/);
    expect(await page.getByLabel('From').inputValue()).toMatch(/^\d{4}$/);
  });

  test('is dragged over with a mouse', async () => {
    await open('?q=the');
    await settled();
    const box = await page.locator('[data-part="bars"]').boundingBox();
    if (!box) throw new Error('There are no bars.');
    await page.mouse.move(box.x + box.width - 5, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}&to=\d{4}/);
    expect(await page.getByLabel('From').inputValue()).toMatch(/^\d{4}$/);
  });

  test('has the same numbers as a table', async () => {
    await open('?q=dike');
    await settled();
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.getByText('The numbers as a table').click();
    expect(await page.locator('[data-part="rows"] tr').count()).toBeGreaterThan(0);
  });
});

test('dates are typed, and a wrong one is said to be wrong', async () => {
  await open('?q=the');
  await settled();
  await page.getByLabel('From').fill('yesterday');
  await page.getByLabel('to', { exact: true }).focus();
  expect(await page.getByLabel('From').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('From').fill('2024-03');
  await page.getByLabel('to', { exact: true }).focus();
  await page.waitForURL(/from=2024-03/);
});

test.each(['?q=the&from=2024', '?q=the&to=2024-03', '?from=2024', '?q=dik&from=1999-01-01&to='])(
  'a range may be open at one end: %s',
  async (query) => {
    await open(query);
    await settled();
    await page.locator('[data-part="results"] li').first().waitFor();
    expect(await page.locator('search-histogram').textContent()).toContain('…');
  },
);

test('results are narrowed by a section, and without one', async () => {
  await open('?q=the');
  await settled();
  await page.getByText('Narrow the search').click();
  await page.locator('[data-part="sections"] [data-part="exclude"]').first().click();
  await page.waitForURL(/section=-/);
  await page.getByRole('link', { name: /^Section: .* \(Remove\)$/ }).click();
  await page.waitForURL((url) => !url.search.includes('section='));
  expect(await page.locator('[data-part="chosen"] li').count()).toBe(0);
});

test.each([
  ['csv', /^date,title|^\uFEFFdate,title/],
  ['json', /^\{/],
  ['ris', /^TY {2}- NEWS/],
] as const)('the results are saved as %s', async (format, begins) => {
  await open('?q=dike');
  await settled();
  await page.getByText('Save these results').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: format.toUpperCase() }).click(),
  ]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  expect(text).toMatch(begins);
});

describe('honest failure', () => {
  test('an index that does not load is said not to load, and is tried again', async () => {
    await context.route('**/search-index/**', (route) => route.abort());
    await open('?q=dike');
    await page.getByText('The search index could not be loaded').first().waitFor();
    await context.unroute('**/search-index/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-part="results"] li').first().waitFor();
    expect((await headlines()).length).toBeGreaterThan(0);
  });

  test('a part that does not load is named', async () => {
    await context.route('**/search-index/s/**', (route) => route.abort());
    await open('?q=dike');
    await page.getByText(/could not be searched/).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  });

  test('without scripts the page says so and offers the years', async () => {
    const quiet = await openPage(browser, { javaScriptEnabled: false });
    await quiet.goto(`${inject('siteAddress')}search/`);
    expect(await quiet.locator('main').textContent()).toContain('needs JavaScript');
    await quiet.getByRole('link', { name: '2024', exact: true }).click();
    expect(quiet.url()).toContain('/2024/');
  });

  test('what looks like HTML stays text', async () => {
    let alerted = false;
    page.on('dialog', () => (alerted = true));
    await open(`?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
    await settled();
    expect(alerted).toBe(false);
    expect(await page.locator('main img').count()).toBe(0);
  });
});

describe('axe finds no fault, narrow or wide, light or dark', () => {
  test.each([
    ['empty', ''],
    ['results', '?q=the'],
    ['narrowed', '?q=the&from=2024&to=2024&section=-Nowhere'],
    ['read with notes', '?q=foo:bar+"dike+('],
    ['none', '?q=xylophone'],
    ['typing', ''],
    ['a part that does not load', '?q=dike'],
    ['error', '?q=dike'],
  ])('%s', async (state, query) => {
    if (state === 'error') await context.route('**/search-index/**', (route) => route.abort());
    if (state.startsWith('a part'))
      await context.route('**/search-index/s/**', (route) => route.abort());
    await open(query);
    if (state === 'typing') {
      await page.getByRole('searchbox').pressSequentially('dik');
      await page.locator('[data-part="results"] li, [data-part="notes"] li').first().waitFor();
    }
    if (query !== '') await settled();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('search-page details')) {
        details.toggleAttribute('open', true);
      }
    });
    expect(await findFaultsInLooks(page, 'main')).toEqual([]);
  });
});

test('the keyboard alone chooses a range and narrows by a section', async () => {
  await open();
  await page.keyboard.press('/');
  await page.keyboard.type('the');
  await page.keyboard.press('Enter');
  await settled();
  const tabTo = async (wanted: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses++) {
      if (await page.evaluate((within) => document.activeElement?.matches(within), wanted)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${wanted}.`);
  };
  await tabTo('[data-part="bars"] a');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=\d{4}&to=\d{4}/);
  await settled();
  await tabTo('[data-part="facets"] > summary');
  await page.keyboard.press('Enter');
  await page.locator('[data-part="sections"] [data-part="include"]').first().waitFor();
  await tabTo('[data-part="sections"] [data-part="exclude"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/section=-/);
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-q');
});
