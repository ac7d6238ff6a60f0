import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';

const own = '2024/03/01/dike-holds/';
const page = (path: string): string =>
  readFileSync(join(inject('siteDir'), path, 'index.html'), 'utf8');

test('the part of a printed page that an article takes stands beside it, and leads to the whole page', async () => {
  const html = page(own);
  expect(html).toMatch(
    /<svg viewBox="40 150 450 620" role="img" aria-label="Page 3"[^>]*> *<image href="[^"]*page-3[^"]*" width="800" height="1080"/,
  );
  expect(html).toContain(`href="/archive/${own}page-3.png"`);
  const served = await sharp(join(inject('siteDir'), own, 'page-3.png')).metadata();
  expect([served.width, served.height]).toEqual([800, 1080]);
});

test('what shows printed pages is loaded by articles that have some alone', () => {
  expect(page(own)).toMatch(/<link rel="stylesheet" href="[^"]*printed-pages[^"]*\.css"/);
  expect(page('2024/03/01/ferry-stays-in-port/')).not.toMatch(/printed-pages|scan-zoom/);
});

test('the pages of days and topics show the pictures of their articles, with their size', () => {
  for (const path of ['2024/03/01/', 'topics/floods/', '2022/01/09/']) {
    const [image = ''] = /<main[^]*?(<img[^>]*>)/.exec(page(path))?.slice(1) ?? [];
    expect(image).toMatch(/ alt="[^"]+"/);
    expect(image).toMatch(/ width="\d+"/);
    expect(image).toMatch(/ height="\d+"/);
  }
});
