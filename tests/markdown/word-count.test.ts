import { expect, test } from 'vitest';
import { readBodyFacts } from '../../src/article/body-facts.ts';
import { countWords } from '../../src/markdown/word-count.ts';

test.each([
  ['The water rose.', 3],
  ['L’eau monte – 3 m', 4],
  ['', 0],
  ['— … —', 0],
  ['北京奥运会', 3],
  ['北京 hello', 2],
  ['भारत बना गणतंत्र', 3],
  ['ນ້ຳຂຶ້ນ', 2],
  ['ទឹកឡើង', 2],
  ['ရေတက်', 2],
])('%j counts as %i words', (text, words) => expect(countWords(text)).toBe(words));

test.each([
  ['a comment', 'The bell rang.\n\n<!-- not for readers: wait until Friday -->'],
  ['a definition', '[The bell][b] rang.\n\n[b]: /bell "The old bell of the town"'],
  ['the numbers of a list', '1. The\n2. bell\n3. rang'],
  ['a language of code', '``` c\nThe bell rang\n```'],
  ['what a picture shows', 'The bell rang. ![An old bell](bell.jpg)'],
  ['tags', '<p class="first of all">The bell rang.</p>'],
  ['struck words', 'The bell ~~cracked~~ rang.'],
])('%s is not counted', (_, body) => {
  expect(readBodyFacts(body, { withOpening: false }).words).toBe(3);
});
