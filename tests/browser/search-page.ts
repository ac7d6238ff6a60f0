// What the tests of the search page do with it.

import type { Page } from 'playwright-core';

export interface SearchPage {
  page: Page;
  /** Opens the search page, with a query of its address. */
  open(query?: string): Promise<void>;
  /** Waits until a search has been announced to the end. Gives what is said of it. */
  settled(): Promise<string>;
  headlines(): Promise<string[]>;
  /** What is said on the page beside the results: the count, notes, failures. */
  said(): Promise<string>;
  /** What is said to a screen reader. */
  announced(): Promise<string>;
  /** Types over what stands in the box, key by key, and waits until it has been searched. */
  type(text: string): Promise<void>;
  /** The part, id, or else the name of the element that has the focus. */
  focus(): Promise<string>;
}

/** @param address of the front page, with a slash at its end */
export function searchPage(page: Page, address: string): SearchPage {
  const textOf = (within: string): Promise<string[]> => page.locator(within).allInnerTexts();
  return {
    page,
    open: async (query = '') => void (await page.goto(`${address}search/${query}`)),
    async settled() {
      await page.locator('[role="status"]:not(:empty)').waitFor({ state: 'attached' });
      return (await page.locator('[data-part="status"]').textContent()) ?? '';
    },
    headlines: () => page.locator('[data-part="results"] [data-part="headline"]').allTextContents(),
    async said() {
      const parts = ['status', 'notes', 'failure', 'wider', 'date-wrong'];
      const visible = parts.map((name) => `[data-part="${name}"]:visible`).join(', ');
      return (await textOf(visible)).join(' ');
    },
    announced: async () => (await page.locator('[data-part="announce"]').textContent()) ?? '',
    async type(text) {
      const box = page.getByRole('searchbox');
      await box.click();
      await box.press('ControlOrMeta+a');
      await box.pressSequentially(text, { delay: 30 });
      await page.waitForTimeout(350);
      await page.locator('[role="status"]:not(:empty)').waitFor({ state: 'attached' });
    },
    focus: () =>
      page.evaluate(() => {
        const { activeElement } = document;
        return (
          activeElement?.getAttribute('data-part') ??
          (activeElement?.id || activeElement?.tagName) ??
          ''
        );
      }),
  };
}
