import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutIntoPeriods } from '../../src/search/periods.ts';

const sizes = { largest: 10, smallest: 4, newest: 5 };

const dates = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .date({ min: new Date('1850-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
  },
  { weight: 1, arbitrary: fc.constantFrom('undated', '1950', '1950-06') },
);
const archives = fc
  .array(dates, { maxLength: 120 })
  .map((list) =>
    list
      .toSorted((a, b) => (a === 'undated' ? 1 : b === 'undated' ? -1 : a < b ? 1 : -1))
      .map((date, i) => ({ date, i })),
  );

/** Two articles a year from 1990 to 2009, and others. */
const archive = (extra: string[]) =>
  [
    ...Array.from({ length: 40 }, (_, i) => `${1990 + Math.floor(i / 2)}-05-0${(i % 2) + 1}`),
    ...extra,
  ]
    .toSorted()
    .toReversed()
    .map((date) => ({ date }));

describe('cutting an archive into periods', () => {
  test('every article is in one period, in the order it had', () => {
    fc.assert(
      fc.property(archives, (newestFirst) => {
        const periods = cutIntoPeriods(newestFirst, sizes);
        expect(periods.flatMap((period) => period.newestFirst)).toEqual(newestFirst);
      }),
    );
  });

  test('no period is empty, and none is too large unless it is a single month', () => {
    fc.assert(
      fc.property(archives, (newestFirst) => {
        for (const { name, newestFirst: own } of cutIntoPeriods(newestFirst, sizes)) {
          expect(own.length).toBeGreaterThan(0);
          if (own.length > sizes.largest) expect(name).toMatch(/^\d{4}-\d{2}$|^undated$/);
        }
      }),
    );
  });

  test('names are different, and fit for folders', () => {
    fc.assert(
      fc.property(archives, (newestFirst) => {
        const names = cutIntoPeriods(newestFirst, sizes).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
      }),
    );
  });

  test('a small archive is one period', () => {
    expect(cutIntoPeriods([{ date: '2024-03-01' }, { date: 'undated' }], sizes)).toEqual([
      { name: 'all', newestFirst: [{ date: '2024-03-01' }, { date: 'undated' }] },
    ]);
  });

  test('one more article leaves the other periods as they are', () => {
    const before = cutIntoPeriods(archive([]), sizes);
    const after = cutIntoPeriods(archive(['2009-12-31']), sizes);
    const same = after.filter((period) =>
      before.some((old) => JSON.stringify(old) === JSON.stringify(period)),
    );
    expect(same).toHaveLength(after.length - 1);
  });

  test('the newest period is small, for it is made anew with each article that is published', () => {
    const [newest, next] = cutIntoPeriods(archive([]), sizes);
    expect(newest?.newestFirst.length).toBeLessThanOrEqual(sizes.newest);
    expect(next?.newestFirst.length).toBeGreaterThan(sizes.newest);
  });
});
