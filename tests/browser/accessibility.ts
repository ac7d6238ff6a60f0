import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds against WCAG 2.2 AA and its own good practice on a page as it stands, one line for each rule.
 *
 * @param within a CSS selector; without one, the whole page
 */
export async function findFaults(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // Our pages have no frames; without this each run opens one more page.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Colours do not depend on the width, nor the order of headings on the colours: two looks meet both. */
export const looks = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 1280 },
] as const;

/** What axe finds on a page in each of the looks, and whether the page is wider than its window. */
export async function findFaultsInLooks(page: Page, within?: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const found = await findFaults(page, within);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (tooWide > 0) found.push(`${tooWide} px too wide`);
    faults.push(...found.map((fault) => `${colorScheme}, ${width} px: ${fault}`));
  }
  return faults;
}
