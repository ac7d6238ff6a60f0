import { expect, test } from 'vitest';
import { findDateLine } from '../../../src/importers/dates/date-line.ts';

test.each([
  [' date 2023-11-12 In a meeting', '2023-11-12', ' In a meeting'],
  ['DATE: 2004-11-13 Hu Jintao', '2004-11-13', ' Hu Jintao'],
  ['Published on 12 November 2023\n\nText', '12 November 2023', '\n\nText'],
  ['[2023-11-12] Text', '2023-11-12', ' Text'],
  ['2023-11-12 Text', '2023-11-12', ' Text'],
  ['12 November 2023\n\nText', '12 November 2023', '\n\nText'],
  ['Datum: 3.4.1921\nText', '3.4.1921', '\nText'],
  ['Date: yesterday\nText', 'yesterday', '\nText'],
  ['date 2004-11-31 Text', '2004-11-31', ' Text'],
])('%j holds %s', (text, written, rest) => {
  expect(findDateLine(text)).toMatchObject({ written, rest });
});

test.each([
  'Date palms grow in the yard.',
  'In 2023 the council met.',
  '12 November 2023 was a Sunday, and nobody came.',
  'The date 2023-11-12 is near.',
  '',
])('%j holds none', (text) => {
  expect(findDateLine(text)).toBeUndefined();
});

test('a place line keeps its text, and gives its day and place', () => {
  const text = 'CAPE TOWN, Feb. 1, 1953 (Reuters) -- A whale came ashore.';
  expect(findDateLine(text)).toEqual({
    written: 'Feb. 1, 1953',
    rest: text,
    from: 'place line',
    dateline: 'CAPE TOWN',
  });
});
