import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutIntoPeriods } from '../../src/search/periods.ts';

const sizes = { largest: 10, smallest: 4 };

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

/** Many articles a day, as a news agency has. */
const crowdedMonths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 150 }).map((days) =>
  days
    .toSorted((a, b) => b - a)
    .map((day, i) => ({
      date: `2024-0${day > 28 ? 2 : 1}-${two(day > 28 ? day - 28 : day)}`,
      i,
    })),
);
const two = (number: number) => String(number).padStart(2, '0');

/** The least that a dated period holds; what all dated ones together have, where that is less. */
const enough = (newestFirst: { date: string }[]) =>
  Math.min(sizes.smallest, newestFirst.filter(({ date }) => date !== 'undated').length);

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

  test('each period holds as many as is good, unless a single day has more', () => {
    fc.assert(
      fc.property(fc.oneof(archives, crowdedMonths), (newestFirst) => {
        const periods = cutIntoPeriods(newestFirst, sizes);
        for (const { name, newestFirst: own } of periods) {
          const days = new Set(own.map(({ date }) => date.slice(0, 10).padEnd(10, '-01')));
          if (days.size > 1) expect(own.length).toBeLessThan(2 * sizes.largest);
          const most = own.length === newestFirst.length || name.startsWith('undated');
          if (!most) expect(own.length).toBeGreaterThanOrEqual(enough(newestFirst));
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

  test('a month that has too many is cut by days', () => {
    const month = Array.from({ length: 31 }, (_, i) => `2009-12-${two(31 - i)}`);
    const names = cutIntoPeriods(archive(month), sizes).map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual([
      '2009-12-27--2009-12-31',
      '2009-12-17--2009-12-26',
      '2009-12-09--2009-12-16',
      '2009-12-01--2009-12-08',
    ]);
  });

  test('the newest period is small, for it is made anew with each article that is published', () => {
    const [newest, next] = cutIntoPeriods(archive([]), sizes);
    expect(newest?.newestFirst.length).toBeLessThan(2 * sizes.smallest);
    expect(next?.newestFirst.length).toBeGreaterThanOrEqual(sizes.smallest);
  });

  test('a few undated articles go with the oldest', () => {
    const periods = cutIntoPeriods([...archive([]), { date: 'undated' }], sizes);
    expect(periods.at(-1)?.newestFirst.at(-1)).toEqual({ date: 'undated' });
    expect(periods.at(-1)?.newestFirst.length).toBeGreaterThan(1);
  });

  test('of many undated articles, each period has no more than the largest', () => {
    const undated = Array.from({ length: 25 }, (_, i) => ({ date: 'undated', i }));
    const periods = cutIntoPeriods(undated, sizes);
    expect(periods.map(({ name }) => name)).toEqual(['undated', 'undated-2', 'undated-3']);
    expect(periods.flatMap(({ newestFirst }) => newestFirst)).toEqual(undated);
  });
});
