import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import {
  countMonths,
  countYears,
  daysOf,
  layOutMonth,
  monthsOf,
  yearsOf,
} from '../../src/archive/calendar.ts';
import { daysOfMonth, weekdayOf } from '../../src/article/calendar-date.ts';
import { anArticle, anyArticles, anyDay } from '../an-article.ts';

const empty = buildArchive([]);

test('a month is laid out in weeks from Monday, each of its days once and under its weekday', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const month = day.slice(0, 7);
      const weeks = layOutMonth(month, empty);
      expect(weeks.every((week) => week.length === 7)).toBe(true);
      expect(weeks.flat().flatMap((cell) => (cell ? [cell.day] : []))).toEqual(daysOfMonth(month));
      for (const week of weeks) {
        week.forEach((cell, i) => {
          if (cell) expect(weekdayOf(cell.day)).toBe(i + 1);
        });
        expect(week.some(Boolean)).toBe(true);
      }
    }),
  );
});

test('February 2021 fills four weeks without an empty cell', () => {
  const weeks = layOutMonth('2021-02', empty);
  expect(weeks).toHaveLength(4);
  expect(weeks.flat()).not.toContain(undefined);
});

test('a day counts its articles', () => {
  const archive = buildArchive([
    anArticle({ slug: 'a', date: '2024-02-29' }),
    anArticle({ slug: 'b', date: '2024-02-29' }),
    anArticle({ slug: 'c', date: '2024-02' }),
  ]);
  const cells = layOutMonth('2024-02', archive).flat();
  expect(cells.find((cell) => cell?.day === '2024-02-29')?.count).toBe(2);
  expect(cells.reduce((sum, cell) => sum + (cell?.count ?? 0), 0)).toBe(2);
});

test('years without an article are counted as gaps between the first and the last', () => {
  const archive = buildArchive([
    anArticle({ date: '0998-01-01' }),
    anArticle({ date: '1001' }),
    anArticle({ date: 'undated' }),
  ]);
  expect(countYears(archive)).toEqual([
    { key: '0998', count: 1 },
    { key: '0999', count: 0 },
    { key: '1000', count: 0 },
    { key: '1001', count: 1 },
  ]);
  expect(countYears(empty)).toEqual([]);
});

test('a year has twelve months, and counts in them only what is known to the month', () => {
  const archive = buildArchive([
    anArticle({ slug: 'a', date: '2024-12-31' }),
    anArticle({ slug: 'b', date: '2024-12' }),
    anArticle({ slug: 'c', date: '2024' }),
  ]);
  const months = countMonths('2024', archive);
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ key: '2024-01', count: 0 });
  expect(months[11]).toEqual({ key: '2024-12', count: 2 });
});

test('days, months and years of which something is printed stand newest first', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      for (const keys of [daysOf(archive), monthsOf(archive), yearsOf(archive)]) {
        expect(keys).toEqual([...new Set(keys)].toSorted().toReversed());
      }
      const years = countYears(archive).filter(({ count }) => count > 0);
      expect(years.map(({ key }) => key)).toEqual(yearsOf(archive).toReversed());
    }),
  );
});
