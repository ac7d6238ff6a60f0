// Nothing is cut off: on every kind of page, at the widths of phones and desks, with text of twice its size, and with the
// longest words of scripts that break lines in different ways.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBrowser } from './connect-browser.ts';
import { findClippedText } from './clipping.ts';
import { kinds } from './kinds.ts';
import { openPage } from './open-page.ts';

const widths = [320, 390, 768, 1280, 1600];

/** At twice the size of text, a window of 320 px is less than any reader has: WCAG 2.2, 1.4.4 and 1.4.10 ask for either. */
const widthsOfLargeText = [640, 1280];

/** Where blanks are none, lines break by a dictionary, between any two signs, or nowhere. */
const longWords = {
  de: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  ru: 'Тысячадевятьсотвосьмидесятидевятимиллиметровый',
  ar: 'أفاستسقيناكموها فأسقيناكموها',
  th: 'การเปลี่ยนแปลงสภาพภูมิอากาศระหว่างประเทศ',
  ja: '国際連合気候変動枠組条約締約国会議',
};

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function findAt(page: Page, width: number, textSize: string): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, textSize);
  return (await findClippedText(page)).map((text) => `${width} px, ${textSize}: ${text}`);
}

/** Puts a word in the place of every name and headline that a link or a heading has. */
async function writeEverywhere(page: Page, word: string, lang: string): Promise<void> {
  await page.evaluate(
    ([text = '', language = '']) => {
      for (const element of document.querySelectorAll(
        'main :is(h1, h2, h3, li a, dd a, figcaption)',
      )) {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          if (node.parentElement?.closest('table, svg, ol, .date-tag, [aria-hidden]')) continue;
          if (/\p{L}{3}/u.test(node.textContent ?? '')) node.textContent = text;
        }
        element.setAttribute('lang', language);
      }
    },
    [word, lang],
  );
}

test.each(Object.entries({ ...kinds, search: 'search/?q=dike' }))(
  'no text on the page "%s" is cut off',
  async (_, path) => {
    const page = await openPage(browser, { viewport: { width: 390, height: 900 } });
    await page.goto(inject('siteAddress') + path, { waitUntil: 'networkidle' });
    const clipped: string[] = [];
    for (const width of widths) clipped.push(...(await findAt(page, width, '100%')));
    for (const width of widthsOfLargeText) clipped.push(...(await findAt(page, width, '200%')));
    for (const [lang, word] of Object.entries(longWords)) {
      await writeEverywhere(page, word, lang);
      clipped.push(...(await findAt(page, 320, '100%')));
    }
    expect(clipped).toEqual([]);
  },
);

test('a year of a topic, chosen on its timeline, stands alone without a script', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${inject('siteAddress')}topics/floods/`);
  const sections = page.locator('main section[id]');
  expect(await sections.count()).toBe(2);
  await page
    .getByRole('navigation', { name: 'Years' })
    .getByRole('link', { name: /^2022/ })
    .click();
  expect(await sections.filter({ visible: true }).count()).toBe(1);
  await page.getByRole('link', { name: 'All years' }).click();
  expect(await sections.filter({ visible: true }).count()).toBe(2);
});
