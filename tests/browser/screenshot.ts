// Takes pictures of pages for a person to judge:
//   node tests/browser/screenshot.ts SITE-ADDRESS FOLDER / /dates/ …
// Each at phone and desktop width, in light and dark.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './chromium.ts';

const [address, folder, ...pages] = process.argv.slice(2);
if (!address || !folder || pages.length === 0) {
  process.stderr.write('Usage: node tests/browser/screenshot.ts SITE-ADDRESS FOLDER PAGE…\n');
  process.exit(2);
}

const widths = { phone: 390, desktop: 1280 };
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
for (const [device, width] of Object.entries(widths)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const path of pages) {
      await page.goto(new URL(path.replace(/^\//, ''), address).href, { waitUntil: 'networkidle' });
      const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'front';
      await page.screenshot({
        path: join(folder, `${name}-${device}-${colorScheme}.png`),
        clip: { x: 0, y: 0, width, height: 1400 },
        fullPage: true,
      });
    }
    await page.close();
  }
}
await browser.close();
