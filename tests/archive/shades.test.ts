import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { shadeOf, shadesByYear, shadesOf } from '../../src/archive/shades.ts';
import { anArticle } from '../an-article.ts';

const times = (count: number, value: number): number[] =>
  Array.from({ length: count }, () => value);

test.each([
  ['one article a week, on few days two', [...times(50, 1), 2, 2], [1, 2]],
  ['a hundred a day', Array.from({ length: 40 }, (_, i) => 90 + i / 2), [90, 95, 100, 105]],
  ['a few busy days among quiet ones', [...times(90, 1), 2, 3, 4, 50], [1, 2, 4, 50]],
  ['the same each day', times(30, 10), [10]],
  ['nothing', [0, 0], []],
])('an archive with %s has shades that differ', (_, counts, shades) => {
  expect(shadesOf(counts)).toEqual(shades);
});

test('a day with more articles is never lighter, and days of all shades are there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 })), (counts) => {
      const shades = shadesOf(counts);
      const inOrder = counts.toSorted((a, b) => a - b).map((count) => shadeOf(count, shades));
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      const used = new Set(inOrder.filter((shade) => shade > 0));
      expect([...used]).toEqual(shades.map((__, i) => i + 1));
      expect(used.size).toBe(Math.min(4, new Set(counts.filter((count) => count > 0)).size));
    }),
  );
});

test('each year has shades of its own', () => {
  const articles = (day: string, count: number) =>
    Array.from({ length: count }, (_, i) => anArticle({ slug: `a${i}`, date: day }));
  const archive = buildArchive([
    ...articles('1950-01-01', 1),
    ...articles('1950-01-02', 2),
    ...articles('2020-01-01', 80),
    ...articles('2020-01-02', 90),
  ]);
  expect(shadesByYear(archive)).toEqual(
    new Map([
      ['2020', [80, 90]],
      ['1950', [1, 2]],
    ]),
  );
});
