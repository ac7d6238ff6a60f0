// Which file belongs to which slice; that slices join to a whole site is held by the test of the workflows.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoSlices, parseSlice, requireWhole } from '../../src/build/slices.ts';

test.each([
  ['1/1', { number: 1, of: 1 }],
  ['2/8', { number: 2, of: 8 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['2', undefined],
  ['2/x', undefined],
])('%s is the slice %j', (written, slice) => expect(parseSlice(written)).toEqual(slice));

const anyPath = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1850, max: 2030 }), fc.nat(99))
    .map(([year, n]) => `${year}/01/02/report-${n}/index.html`),
  fc.constantFrom('index.html', 'feed.xml', 'topics/sea/index.html', 'undated/a/index.html'),
);

test('every file is in one slice, and a year in one slice only', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyPath), fc.integer({ min: 1, max: 9 }), (paths, of) => {
      const sliceOf = cutIntoSlices(paths, of);
      const again = cutIntoSlices(paths.toReversed(), of);
      const years = new Map<string, number>();
      for (const path of paths) {
        const number = sliceOf(path);
        expect(number >= 1 && number <= of).toBe(true);
        expect(again(path)).toBe(number);
        const year = /^\d{4}/.exec(path)?.[0];
        if (year === undefined) continue;
        expect(years.get(year) ?? number).toBe(number);
        years.set(year, number);
      }
    }),
  );
});

test('slices that do not make a whole are refused', () => {
  const label = (number: number, of = 2, source = 'a') => ({ number, of, source });
  expect(() => requireWhole([label(1), label(2)])).not.toThrow();
  expect(() => requireWhole([label(1)])).toThrow('Slice 2/2 is missing.');
  expect(() => requireWhole([label(1), label(1), label(2)])).toThrow('Slice 1/2 is there 2 times.');
  expect(() => requireWhole([label(1), label(2, 3)])).toThrow('not of one cut');
  expect(() => requireWhole([label(1), label(2, 2, 'b')])).toThrow(
    'built from different articles or code',
  );
});
