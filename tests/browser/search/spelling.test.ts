import { describe, expect, test } from 'vitest';
import { asTwoWords, editDistance, similarWords } from '../../../src/browser/search/spelling.ts';
import type { KnownWord } from '../../../src/search/format/vocabulary.ts';
import { findCommonWords } from '../../../src/search/vocabulary.ts';

const words: KnownWord[] = [
  { text: 'ammunition', written: 'ammunition', count: 40 },
  { text: 'ammonia', written: 'ammonia', count: 2 },
  { text: 'nuclear', written: 'nuclear', count: 9 },
  { text: 'economie', written: 'économie', count: 5 },
  { text: 'president', written: 'president', count: 3 },
];

describe('words that may have been meant', () => {
  test.each([
    ['ammunitoin', 'ammunition'],
    ['ammuniton', 'ammunition'],
    ['nuclaer', 'nuclear'],
    ['presdent', 'president'],
    ['economi', 'économie'],
  ])('%s: %s', (typed, meant) => {
    expect(similarWords(typed, words)[0]).toBe(meant);
  });

  test('are none for what is like nothing, and not the word itself', () => {
    expect(similarWords('xyzzyplugh', words)).toEqual([]);
    expect(similarWords('nuclear', words)).toEqual([]);
  });

  test('may be two that were written together', () => {
    const divided = [
      asTwoWords(
        { text: 'moon', written: 'moon', count: 30 },
        { text: 'landing', written: 'landing', count: 20 },
      ),
    ];
    expect(similarWords('moonlanding', words, divided)).toEqual(['moon landing']);
  });
});

test('the distance counts a swap of neighbours as one', () => {
  expect(editDistance('abcd', 'abdc', 2)).toBe(1);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBeGreaterThan(2);
});

test('common words are those of half of the articles, in archives of some size', () => {
  const word = (text: string, count: number) => ({ text, written: text, stem: text, count });
  expect(findCommonWords([word('moon', 10), word('the', 300)], 400)).toEqual(['the']);
  expect(findCommonWords([word('the', 100)], 100)).toEqual([]);
});
