import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  asHeading,
  compareDateTags,
  daysOfMonth,
  formatDateTag,
  formatDayInFull,
  formatMonthDay,
  formatNumeral,
  isDateTag,
  isDay,
  monthDays,
  monthName,
  monthOf,
  weekdayName,
  weekdayOf,
  yearOf,
} from '../../src/article/calendar-date.ts';
import { anyDateTag, anyDay } from '../an-article.ts';

test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9998-12-31', '2023-11', '2023', 'undated'])(
  '%s is a date tag',
  (text) => expect(isDateTag(text)).toBe(true),
);

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '2024-01-00',
  '0000',
  '0000-01-01',
  '9999-12-31',
  '2024-3-1',
  '20240301',
  '2024-03-01 ',
  '2024-03-01\n',
  '２０２４',
  '-2024',
  'Undated',
  '',
])('%j is not a date tag', (text) => expect(isDateTag(text)).toBe(false));

test('the year and the month of a date tag are those it begins with, as far as they are known', () => {
  expect([yearOf('2023-11-12'), monthOf('2023-11-12')]).toEqual(['2023', '2023-11']);
  expect([yearOf('2023'), monthOf('2023')]).toEqual(['2023', undefined]);
  expect([yearOf('undated'), monthOf('undated')]).toEqual([undefined, undefined]);
});

test('a month stands before its days, a year before its months, the undated before all', () => {
  const tags = ['2024-01-01', '2023-12', 'undated', '2024', '2023-12-31', '2024-01'];
  expect(tags.toSorted(compareDateTags)).toEqual([
    'undated',
    '2023-12',
    '2023-12-31',
    '2024',
    '2024-01',
    '2024-01-01',
  ]);
});

test('the order of date tags is one order: swapping two swaps the answer', () => {
  fc.assert(
    fc.property(anyDateTag, anyDateTag, (a, b) => {
      // `+` makes 0 of -0.
      expect(compareDateTags(a, b) + 0).toBe(-compareDateTags(b, a) + 0);
    }),
  );
});

test('days added and taken away again lead back to the same day, in every year', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, count) => {
      fc.pre(day > '0003' && day < '9997');
      return addDays(addDays(day, count), -count) === day;
    }),
  );
});

test('every day is a date tag, and its weekday follows that of the day before', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      fc.pre(day < '9998-12-31');
      return (
        isDateTag(day) && isDay(day) && weekdayOf(addDays(day, 1)) === (weekdayOf(day) % 7) + 1
      );
    }),
  );
});

test('days whose weekday is known from history fall on it', () => {
  expect(weekdayOf('1830-09-15')).toBe(3);
  expect(weekdayOf('1969-07-20')).toBe(7);
  expect(weekdayOf('2024-02-29')).toBe(4);
});

test('a month has its days, February 29 of them in leap years alone', () => {
  expect(daysOfMonth('2024-02')).toHaveLength(29);
  expect(daysOfMonth('1900-02')).toHaveLength(28);
  expect(daysOfMonth('2024-04').at(-1)).toBe('2024-04-30');
  expect(monthDays).toHaveLength(366);
  expect(monthDays).toContain('02-29');
});

test('dates are written in the order of the language', () => {
  expect(formatDateTag('2023-11-12', 'en')).toBe('12 November 2023');
  expect(formatDateTag('2023-11-12', 'en-US')).toBe('November 12, 2023');
  expect(formatDateTag('2023-11-12', 'de')).toBe('12. November 2023');
  expect(formatDateTag('2023-11', 'en')).toBe('November 2023');
  expect(formatDateTag('2023', 'en')).toBe('2023');
  expect(formatDateTag('undated', 'en')).toBe('undated');
  expect(formatDayInFull('2023-11-12', 'en')).toMatch(/^Sunday,? 12 November 2023$/);
  expect(formatMonthDay('02-29', 'en')).toBe('29 February');
  expect(monthName(2, 'en')).toBe('February');
  expect([weekdayName(1, 'en'), weekdayName(7, 'en', 'short')]).toEqual(['Monday', 'Sun']);
});

test('years and days are written in the digits of the language, without marks between thousands', () => {
  expect(formatNumeral(2023, 'de')).toBe('2023');
  expect(formatNumeral(2023, 'fa')).toBe('۲۰۲۳');
  expect(formatDateTag('2023', 'bn')).toBe('২০২৩');
});

test('a date at the head of a page has a capital letter in every language that has them', () => {
  expect(asHeading(formatDayInFull('2023-11-12', 'fr'), 'fr')).toBe('Dimanche 12 novembre 2023');
  expect(asHeading('istanbul', 'tr')).toBe('İstanbul');
  expect(asHeading('2023年11月12日', 'ja')).toBe('2023年11月12日');
});

test('a day is never shown as the day before, whatever its year', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year, , number] = day.split('-').map(Number);
      const shown = formatDateTag(day, 'en').split(' ');
      return Number(shown[0]) === number && Number(shown[2]) === year;
    }),
  );
});
