import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** How long a page may take to do one thing, in milliseconds: the machine may be busy with much else. */
const patienceMs = 90_000;

/** Opens a page with cookies, cache and settings of its own, which is closed when its test ends, passed or not. */
export async function openPage(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(patienceMs);
  return context.newPage();
}
