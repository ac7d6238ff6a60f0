import { describe, expect, test } from 'vitest';
import { editDistance, unpackWords } from '../../../src/browser/search/spelling.ts';
import { collectWords, findCommonWords } from '../../../src/search/words-file.ts';

const counts = new Map(
  Object.entries({
    ammunition: 40,
    ammonia: 2,
    moon: 30,
    landing: 20,
    nuclear: 9,
    économie: 5,
    president: 3,
  }),
);
const words = unpackWords(collectWords(counts));

describe('words that may have been meant', () => {
  test.each([
    ['ammunitoin', 'ammunition'],
    ['ammuniton', 'ammunition'],
    ['nuclaer', 'nuclear'],
    ['presdent', 'president'],
    ['economi', 'économie'],
    ['moonlanding', 'moon landing'],
  ])('%s: %s', (typed, meant) => {
    expect(words.similarTo(typed)[0]).toBe(meant);
  });

  test('are none for what is like nothing', () => {
    expect(words.similarTo('xyzzyplugh')).toEqual([]);
  });

  test('include those that begin alike, the commonest first', () => {
    expect(words.beginningWith('AMM')).toEqual(['ammunition', 'ammonia']);
  });

  test('are known without accents', () => {
    expect(words.has('economie')).toBe(true);
  });
});

test('the distance counts a swap of neighbours as one', () => {
  expect(editDistance('abcd', 'abdc', 2)).toBe(1);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBeGreaterThan(2);
});

test('common words are those of half of the articles, in archives of some size', () => {
  expect(
    findCommonWords(
      new Map([
        ['the', 300],
        ['moon', 10],
      ]),
      400,
    ),
  ).toEqual(['the']);
  expect(findCommonWords(new Map([['the', 100]]), 100)).toEqual([]);
});
