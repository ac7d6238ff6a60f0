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
  ['ＤＡＴＥ　２０２３-１１-１２ Text', '2023-11-12', ' Text'],
  ['\u200E date 2023\u201111\u201112\u200F Text', '2023-11-12', ' Text'],
  ['date ٢٠٢٣-١١-١٢ Text', '2023-11-12', ' Text'],
  ['date: 2023-11-12, Text', '2023-11-12', ' Text'],
  ['date=2023-11-12 Text', '2023-11-12', ' Text'],
  ['<date 2023-11-12> Text', '2023-11-12', ' Text'],
  ['**Date:** 2023-11-12\nText', '2023-11-12', '\nText'],
  ['date 20231112 Text', '20231112', ' Text'],
  ['date 2023-W45-7 Text', '2023-W45-7', ' Text'],
  ['date November 2023 Text', 'November 2023', ' Text'],
  ['date ca. 1923 Text', 'ca. 1923', ' Text'],
  ['date unknown Text', 'undated', ' Text'],
  ['date 2023-11-12/13 Text', '2023-11-12/13', ' Text'],
  ['date 192X Text', '192X', ' Text'],
  ['Published: 12 Nov 2023 10:30 GMT\nText', '12 Nov 2023 10:30 GMT', '\nText'],
  ['Le 12 novembre 2023\n\nText', 'Le 12 novembre 2023', '\n\nText'],
  ['2023. november 12.\nText', '2023. november 12.', '\nText'],
  ['2023年11月12日(日)\nText', '2023年11月12日(日)', '\nText'],
  ['Päivämäärä: 12.11.2023\nText', '12.11.2023', '\nText'],
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

test('a place may stand before a day that is alone on its line', () => {
  expect(findDateLine('Amsterdam, 12 november 2023\n\nText')).toMatchObject({
    written: '12 november 2023',
    dateline: 'Amsterdam',
  });
});
