import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFaults } from './accessibility.ts';
import { launchBrowser } from './chromium.ts';
import { openPage } from './open-page.ts';

const dike = '2024/03/01/dike-holds/';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});

const result = (page: Page, kind: string): Promise<void> =>
  page.locator(`check-page[data-result="${kind}"]`).waitFor();

test('an article checks itself against the manifest, and says what that proves', async () => {
  const page = await openPage(browser);
  await page.goto(inject('siteAddress') + dike);
  await page.getByRole('link', { name: 'Check this page' }).click();
  await result(page, 'same');
  expect(await page.getByRole('status').textContent()).toContain('byte for byte');
  expect(await page.locator('main').textContent()).toContain('What it does not show');
  expect(await page.locator('check-page a').getAttribute('href')).toContain(dike);
  expect(await findFaults(page)).toEqual([]);
});

test('a page that was changed, that is not listed, or that cannot be loaded is told as such', async () => {
  const page = await openPage(browser);
  await page.route(`**/${dike}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('dike', 'dyke') });
  });
  await page.goto(`${inject('siteAddress')}proof/#/${dike}`);
  await result(page, 'differs');
  await page.route('**/none/', (route) => route.fulfill({ body: 'added' }));
  await page.goto(`${inject('siteAddress')}proof/#/none/`);
  await result(page, 'unlisted');
  await page.route('**/manifest-sha256.txt', (route) => route.fulfill({ status: 503 }));
  await page.goto(`${inject('siteAddress')}proof/#/2024/`);
  const said = page.getByText('could not be loaded');
  await said.waitFor();
  expect(await page.locator('check-page code').count()).toBe(0);
});
