import { expect, test } from 'vitest';
import { indexWords } from '../../../src/search/pagefind/index-words.ts';

// What is built on Pagefind's files holds only as long as they are what they were.
test('Pagefind gives the stem and the weight of each word at its place', async () => {
  const [first, second] = await indexWords(
    [
      [
        { words: ['floods', 'in', 'zeeland'], level: 1 },
        { words: ['later'], level: 2 },
        { words: ['dikes', 'flooding', 'u2', '1953', '北京', 'किताब'] },
        { words: [] },
      ],
      [{ words: ['flooded', 'floods'] }],
    ],
    'en',
  );
  const stems = 'flood in zeeland later dike flood u2 1953 北京 कतब';
  expect(first?.stems.join(' ')).toBe(stems);
  const [title, , , heading, body] = first?.weights ?? [];
  expect([title, heading, body]).toEqual([7, 6, 1]);
  expect(second?.stems).toEqual(['flood', 'flood']);
});

test('texts keep their order, however many they are', async () => {
  const texts = Array.from({ length: 30 }, (_, i) => [{ words: [`only${i}`, 'all'] }]);
  const indexed = await indexWords(texts, 'de');
  expect(indexed.map(({ stems }) => stems[0])).toEqual(texts.map((_, i) => `only${i}`));
});

test('a text without words is none of Pagefind’s, and the words of those behind it stay theirs', async () => {
  const texts = [[{ words: ['first'] }], [{ words: [] }], [], [{ words: ['last'] }]];
  const indexed = await indexWords(texts, 'en');
  expect(indexed.map(({ stems }) => stems)).toEqual([['first'], [], [], ['last']]);
  expect(await indexWords([[], [{ words: [] }]], 'en')).toHaveLength(2);
});
