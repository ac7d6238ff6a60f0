import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allDrawers, divide } from '../../src/archive/divide.ts';

const byLetters = (name: string, step: number): string => name.slice(0, step + 1);

const anyNames = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1 }), {
  maxLength: 60,
});

test('every name lies in one drawer, below the beginnings that it has', () => {
  fc.assert(
    fc.property(anyNames, fc.integer({ min: 1, max: 8 }), (names, most) => {
      const drawers = [...allDrawers(divide(names, byLetters, most))];
      expect(drawers.flatMap(({ drawer }) => drawer.items).toSorted()).toEqual(names.toSorted());
      for (const { drawer, above } of drawers) {
        const beginnings = [...above, drawer].map(({ beginning }) => beginning);
        for (const item of drawer.items) {
          expect(beginnings).toEqual(beginnings.map((_, i) => item.slice(0, i + 1)));
        }
        const lower = [...allDrawers([drawer])].flatMap((one) => one.drawer.items);
        expect(drawer.count).toBe(lower.length);
      }
    }),
  );
});

test('a drawer that is too full holds only what has no longer beginning', () => {
  expect(divide(['a', 'ab', 'ac', 'b'], byLetters, 2)).toEqual([
    {
      beginning: 'a',
      count: 3,
      items: ['a'],
      drawers: [
        { beginning: 'ab', count: 1, items: ['ab'], drawers: [] },
        { beginning: 'ac', count: 1, items: ['ac'], drawers: [] },
      ],
    },
    { beginning: 'b', count: 1, items: ['b'], drawers: [] },
  ]);
});

test('one more name takes no drawer away', () => {
  fc.assert(
    fc.property(anyNames, fc.integer({ min: 1, max: 8 }), (names, most) => {
      const beginnings = (of: string[]): string[] =>
        [...allDrawers(divide(of, byLetters, most))].map(({ drawer }) => drawer.beginning);
      expect(beginnings(names)).toEqual(expect.arrayContaining(beginnings(names.slice(1))));
    }),
  );
});
