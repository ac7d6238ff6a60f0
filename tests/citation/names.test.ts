import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import {
  familyFirst,
  givenFirst,
  isCollective,
  parseFamilyFirst,
  parseName,
} from '../../src/citation/names.ts';

test.each([
  ['Jane Doe', 'Doe, Jane'],
  ['John Q. Roe', 'Roe, John Q.'],
  ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
  ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
  ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
  ['Doe, Jane', 'Doe, Jane'],
  ['Лев Толстой', 'Толстой, Лев'],
  ['Harbour desk', 'Harbour desk'],
  ['Our own correspondent', 'Our own correspondent'],
  ['The Associated Press', 'The Associated Press'],
  ['Reuters', 'Reuters'],
  ['Reuters, Berlin', 'Reuters – Berlin'],
  ['نجيب محفوظ', 'نجيب محفوظ'],
  ['山田 太郎', '山田 太郎'],
])('%s is listed as %s', (printed, listed) => {
  expect(familyFirst(parseName(printed))).toBe(listed);
});

test('a person is named the usual way round', () => {
  expect(givenFirst(parseName('King, Martin Luther, Jr.'))).toBe('Martin Luther King Jr.');
});

test('only names that are known to be a body are collective', () => {
  expect(['Harbour desk', 'Agence France-Presse', 'Reuters'].every(isCollective)).toBe(true);
  expect(['Jane Doe', '山田 太郎', 'نجيب محفوظ'].some(isCollective)).toBe(false);
});

test('a listed name reads back as the same name, whatever was printed', () => {
  assert(
    property(string({ unit: 'grapheme', minLength: 1 }), (printed) => {
      const name = parseName(printed);
      expect(familyFirst(parseFamilyFirst(familyFirst(name)))).toBe(familyFirst(name));
    }),
  );
});
