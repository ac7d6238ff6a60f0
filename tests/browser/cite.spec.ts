import { text } from 'node:stream/consumers';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFaults } from './accessibility.ts';
import { connectBrowser } from './connect-browser.ts';
import { openPage } from './open-page.ts';

const published = 'https://westwerd.example/archive/';
const dike = '2024/03/01/dike-holds/';
let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
});

interface Visit {
  page: Page;
  /** What the page asked of the server, by path. */
  asked: string[];
  /** What the browser refused, by the page's own policy or otherwise. */
  errors: string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const page = await openPage(browser, {
    timezoneId: 'Asia/Tokyo',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon')) {
      errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => errors.push(error.message));
  // Late on 23 November in London, already the 24th in Tokyo, where the reader is.
  await page.clock.setFixedTime(new Date('2026-11-23T20:00:00Z'));
  await page.goto(inject('siteAddress') + path);
  return { page, asked, errors };
}

const clipboard = (page: Page, type = 'text/plain'): Promise<string> =>
  page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType(type))?.text() ?? '';
  }, type);

test('without scripts a citation stands in the page', async () => {
  const { page } = await visit('2024/03/02/without-a-headline/', { javaScriptEnabled: false });
  await page.getByText('Cite this').click();
  const citation = page.locator('cite-this [data-plain]');
  expect((await citation.textContent())?.trim()).toBe(
    'The Westwerd Gazette. “[Engineers began to inspect the dike on Saturday].” March 2, 2024. Dateline. ' +
      `${published}2024/03/02/without-a-headline/.`,
  );
});

test('what makes the citations is loaded when they are asked for, and the policy allows it', async () => {
  const { page, asked, errors } = await visit(dike);
  await page.waitForLoadState('networkidle');
  const before = asked.filter((path) => path.endsWith('.js'));
  await page.getByText('Cite this').click();
  await page.getByText('APA', { exact: true }).waitFor();
  const after = asked.filter((path) => path.endsWith('.js'));
  expect(after.length).toBeGreaterThan(before.length);
  expect(before.filter((path) => path.includes('cite-panel'))).toEqual([]);
  expect(errors).toEqual([]);
});

test('each form can be copied, with its italics, and says so', async () => {
  const { page } = await visit(dike);
  await page.getByText('Cite this').click();
  await page.getByRole('button', { name: 'Copy: MLA' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied: MLA' }).waitFor();
  expect(await clipboard(page)).toBe(
    `Harbour desk. “Dike Holds through the Night.” Dateline, 1 Mar. 2024, ${published}${dike}. ` +
      'Accessed 24 Nov. 2026.',
  );
  expect(await clipboard(page, 'text/html')).toContain('<i>Dateline</i>, 1 Mar. 2024');
  await page.getByRole('button', { name: 'Copy: Wikipedia' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied: Wikipedia' }).waitFor();
  expect(await clipboard(page)).toContain('|access-date=24 November 2026}}');
});

test.each([dike, '2024/03/02/without-a-headline/', '2023/06/05/ueber-die-schleuse/'])(
  'the citation of %s made in the browser is the one that the build made',
  async (path) => {
    const { page } = await visit(path);
    const plain = (await page.locator('[data-plain]').textContent())?.trim();
    await page.getByText('Cite this').click();
    const row = page.locator('cite-this div', { has: page.getByText('Chicago', { exact: true }) });
    expect(await row.locator('dd').first().textContent()).toBe(plain);
  },
);

test('files for reference managers can be downloaded under the name of the article', async () => {
  const { page, errors } = await visit('2023/06/05/ueber-die-schleuse/');
  await page.getByText('Cite this').click();
  for (const [format, ending, part] of [
    ['BibTeX', 'bib', 'author = {Stein, Karl and {Harbour desk}}'],
    ['RIS', 'ris', 'AU  - Stein, Karl\r\nAU  - Harbour desk'],
    ['CSL-JSON', 'json', '"container-title": "Der Bote"'],
  ] as const) {
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download: ${format}` }).click();
    const download = await started;
    expect(download.suggestedFilename()).toBe(`ueber-die-schleuse-2023-06-05.${ending}`);
    expect(await text(await download.createReadStream())).toContain(part);
  }
  expect(errors).toEqual([]);
});

test('where the Clipboard API is missing, copying still works', async () => {
  const { page } = await visit(dike);
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
  );
  await page.getByText('Cite this').click();
  await page.getByRole('button', { name: 'Copy: APA' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied: APA' }).waitFor();
  await page.evaluate(() => Reflect.deleteProperty(navigator, 'clipboard'));
  expect(await clipboard(page)).toMatch(/^Harbour desk\. \(2024, March 1\)/);
  expect(await clipboard(page, 'text/html')).toContain('<i>Dateline</i>');
});

test.each(['light', 'dark'] as const)(
  'an open "Cite this" fits a phone and breaks no accessibility rule in %s',
  async (colorScheme) => {
    const { page } = await visit(dike, { viewport: { width: 320, height: 700 }, colorScheme });
    await page.getByText('Cite this').click();
    await page.getByText('APA', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    for (const button of await page.locator('cite-this button, cite-this dl a').all()) {
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24);
      expect(box?.width).toBeGreaterThanOrEqual(24);
    }
    expect(await findFaults(page, 'article')).toEqual([]);
  },
);

const mark = (page: Page) => page.locator('copy-link > a');

test('a paragraph under the pointer can be linked, without anything moving', async () => {
  const { page } = await visit(dike, { viewport: { width: 1440, height: 900 } });
  const paragraph = page.locator('[id^="p-"]').nth(1);
  const before = await paragraph.boundingBox();
  await paragraph.hover();
  expect(await mark(page).evaluate((link) => getComputedStyle(link).opacity)).toBe('1');
  expect(await paragraph.boundingBox()).toEqual(before);
  expect(Math.abs(((await mark(page).boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
  await mark(page).click();
  await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  const id = (await paragraph.getAttribute('id')) ?? '';
  expect(await clipboard(page)).toBe(`${published}${dike}#${id}`);
  expect(new URL(page.url()).hash).toBe(`#${id}`);
});

test('links to passages are one stop for the Tab key, and the arrow keys go through them', async () => {
  const { page } = await visit(dike);
  expect(await page.locator('copy-link > a').count()).toBe(1);
  await mark(page).focus();
  const first = await mark(page).getAttribute('href');
  expect(first).toMatch(/^#p-/);
  await page.keyboard.press('ArrowDown');
  expect(await mark(page).getAttribute('href')).toBe('#what-the-gauge-showed');
  expect(await mark(page).getAttribute('aria-label')).toBe(
    'Copy link to passage: What the gauge showed',
  );
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  expect(await clipboard(page)).toBe(`${published}${dike}#what-the-gauge-showed`);
  await page.keyboard.press('Home');
  expect(await mark(page).getAttribute('href')).toBe(first);
});

test('on a phone a tap on a paragraph shows its link within the page', async () => {
  const { page } = await visit(dike, { viewport: { width: 320, height: 700 }, hasTouch: true });
  await page.locator('[id^="p-"]').first().tap();
  expect(await mark(page).evaluate((link) => getComputedStyle(link).opacity)).toBe('1');
  const box = await mark(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('nothing of it is printed', async () => {
  const { page } = await visit(dike);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('cite-this').isVisible()).toBe(false);
  expect(await mark(page).isVisible()).toBe(false);
});
