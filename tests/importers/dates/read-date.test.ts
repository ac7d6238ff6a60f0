import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth } from '../../../src/article/calendar-date.ts';
import { readDate } from '../../../src/importers/dates/read-date.ts';

const latestDay = '2026-11-23';
const read = (written: string, dateOrder?: 'dmy' | 'mdy') =>
  readDate(written, { latestDay, dateOrder });

test.each([
  ['2023-11-12', '2023-11-12'],
  ['2023-11', '2023-11'],
  ['2023', '2023'],
  ['20231112', '2023-11-12'],
  ['2023/11/12', '2023-11-12'],
  ['2023-1-2', '2023-01-02'],
  ['12 November 2023', '2023-11-12'],
  ['November 12, 2023', '2023-11-12'],
  ['Nov. 12, 2023', '2023-11-12'],
  ['Sunday, the 12th of November 2023', '2023-11-12'],
  ['12. November 2023', '2023-11-12'],
  ['12 de noviembre de 2023', '2023-11-12'],
  ['le 1er mars 2020', '2020-03-01'],
  ['12 ноября 2023 г.', '2023-11-12'],
  ['2023年11月12日', '2023-11-12'],
  ['2023년 11월 12일', '2023-11-12'],
  ['١٢ نوفمبر ٢٠٢٣', '2023-11-12'],
  ['November 2023', '2023-11'],
  ['12.11.2023', '2023-11-12'],
  ['25/12/2019', '2019-12-25'],
  ['12/25/2019', '2019-12-25'],
  ['04/04/2019', '2019-04-04'],
  ['2004-XX-XX', '2004'],
  ['2023-W45-7', '2023-11-12'],
  ['2020-W53-5', '2021-01-01'],
  ['2023-316', '2023-11-12'],
  ['令和5年11月12日', '2023-11-12'],
  ['昭和元年12月25日', '1926-12-25'],
  ['2023年11月12日(日)', '2023-11-12'],
  ['Στις 12 Νοεμβρίου 2023', '2023-11-12'],
  ['2023–11–12', '2023-11-12'],
  ['ca. 1923', '1923'],
  ['<2018-03-04 Sun>', '2018-03-04'],
  ['[2018-03-04 So. 10:30]', '2018-03-04'],
  ['Sun, 06 Nov 94 08:49:37 GMT', '1994-11-06'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06'],
])('%s is %s', (written, date) => {
  expect(read(written)).toMatchObject({ date });
});

describe('the day is the one that is written, wherever the clock stands', () => {
  test.each([
    ['2016-01-01T00:30:00+14:00', '2016-01-01', '00:30+14:00'],
    ['2016-01-01 23:59:59 -1100', '2016-01-01', '23:59:59-11:00'],
    ['Sat, 13 Nov 2004 23:30:00 -0800', '2004-11-13', '23:30-08:00'],
    ['20130731T003200+0000', '2013-07-31', '00:32Z'],
    ['2021-01-29 2:30 pm EST', '2021-01-29', '14:30-05:00'],
  ])('%s', (written, date, time) => {
    expect(read(written)).toMatchObject({ date, time });
  });

  test('midnight and clocks without an offset are no time', () => {
    expect(read('2016-01-01T00:00:00Z')).toEqual({ date: '2016-01-01' });
    expect(read('2016-01-01 10:30')).toEqual({ date: '2016-01-01' });
  });
});

test.each([
  ['2023-02-30', 'not-a-day'],
  ['2023-13-01', 'not-a-day'],
  ['2021-W53-1', 'not-a-day'],
  ['2023-366', 'not-a-day'],
  ['2023-11-12/2023-11-14', 'not-a-date'],
  ['0000-00-00', 'not-a-day'],
  ['9999-12-31', 'not-a-day'],
  ['31 November 2004', 'not-a-day'],
  ['31/11/2004', 'not-a-day'],
  ['03/04/2019', 'ambiguous'],
  ['03/04/19', 'two-digit-year'],
  ['2999-01-01', 'future'],
  ['2026-11-24', 'future'],
  ['yesterday', 'not-a-date'],
  ['May', 'not-a-date'],
  ['', 'not-a-date'],
])('%s is refused as %s', (written, fault) => {
  expect(read(written)).toEqual({ fault });
});

test('the order of day and month is taken where it is said', () => {
  expect(read('03/04/2019', 'dmy')).toEqual({ date: '2019-04-03' });
  expect(read('03/04/2019', 'mdy')).toEqual({ date: '2019-03-04' });
});

test('a weekday that is another day’s is told', () => {
  expect(read('Monday, 12 November 2023')).toEqual({ date: '2023-11-12', weekdayDisagrees: true });
});

const anyDay = fc
  .record({
    year: fc.integer({ min: 1500, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    nth: fc.nat(30),
  })
  .map(({ year, month, nth }) => {
    const day = (nth % daysInMonth(year, month)) + 1;
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  });

test('every day is read back from the way a language writes it', () => {
  const languages = [
    'en-GB',
    'en-US',
    'fr',
    'de',
    'es',
    'pt',
    'it',
    'nl',
    'sv',
    'pl',
    'ru',
    'uk',
    'tr',
    'ja',
    'ko',
    'zh',
    'id',
  ];
  const formats = languages.map(
    (language) =>
      new Intl.DateTimeFormat(language, {
        dateStyle: 'long',
        timeZone: 'UTC',
        calendar: 'gregory',
      }),
  );
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...formats), (day, format) => {
      const written = format.format(new Date(`${day}T12:00:00Z`));
      // In Polish this is November, in Croatian October.
      const expected = written.includes('listopada') ? { fault: 'not-a-date' } : { date: day };
      expect(read(written)).toMatchObject(expected);
    }),
  );
});

test('any text at all is a date or a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const result = read(text);
      return 'date' in result || 'fault' in result;
    }),
  );
});
