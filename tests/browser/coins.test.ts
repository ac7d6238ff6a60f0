import { expect, test } from 'vitest';
import { dateOf, printContextObject } from '../../src/browser/coins.ts';
import { parseContextObject } from './zotero-coins.ts';

test('Zotero makes a newspaper article of a context object, whatever signs its headline has', () => {
  const title = '“Dike & dam” = 100 % + <more>; ünï כתב';
  const printed = printContextObject({
    title,
    address: 'https://example.org/archive/2024/03/01/dike/',
    date: '2024-03-01',
    section: 'Coast',
    language: 'en',
    source: 'The Courier & Post',
  });
  expect(printed).toMatch(/^ctx_ver=Z39\.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&/);
  expect(parseContextObject(printed)).toEqual({
    itemType: 'newspaperArticle',
    // It takes every plus sign for a space.
    title: title.replace('+', ' '),
    url: 'https://example.org/archive/2024/03/01/dike/',
    date: '2024-03-01',
    publicationTitle: 'The Courier & Post',
    language: 'en',
    tags: ['Coast'],
  });
});

test.each([
  ['/archive/2024/03/01/flood/', '2024-03-01'],
  ['/2024/03/flood/', '2024-03'],
  ['/2024/flood/', '2024'],
  ['/undated/flood/', undefined],
])('the address %s says the date %s', (path, date) => {
  expect(dateOf(path)).toBe(date);
});
