import { expect, test } from 'vitest';
import { rerank } from '../../../src/browser/search/rerank.ts';
import { wantedIn } from '../../../src/browser/search/marking.ts';
import { loadStemmer } from '../../../src/search/format/stemmers.ts';
import type { ArticleText } from '../../../src/search/format/manifest.ts';

const stemOf = await loadStemmer('en');

function text(title: string, body: string): ArticleText {
  return {
    id: title,
    title,
    date: '2024-03-01',
    lang: 'en',
    dir: 'ltr',
    authors: [],
    tags: [],
    content: body,
    headings: [],
  };
}

const filling = (count: number): string => 'other words '.repeat(count);

/** The texts' titles, the closest first; the index found them all alike. */
function inOrder(query: string, texts: readonly ArticleText[]): string[] {
  const wanted = wantedIn(
    query.split(' ').map((word) => ({ text: word, phrase: false })),
    stemOf,
  );
  const close = rerank(
    texts.map((each) => ({ text: each, score: 1 })),
    wanted,
  );
  return texts
    .map(({ title }, i) => ({ title, close: close[i] ?? 0 }))
    .toSorted((a, b) => b.close - a.close)
    .map(({ title }) => title);
}

test('a word as it was typed is closer than another form of it', () => {
  expect(
    inOrder('conducting', [
      text('One', `${filling(9)} conducted ${filling(9)}`),
      text('Two', `${filling(9)} conducting ${filling(9)}`),
    ]),
  ).toEqual(['Two', 'One']);
});

test('words near each other are closer than words far apart', () => {
  expect(
    inOrder('dike water', [
      text('Far', `dike ${filling(20)} water`),
      text('Near', `${filling(5)} dike water ${filling(15)}`),
    ]),
  ).toEqual(['Near', 'Far']);
});

test('a headline counts more than a text', () => {
  expect(
    inOrder('flood', [
      text('News of the day', `flood ${filling(10)}`),
      text('Flood in the town', filling(10)),
    ]),
  ).toEqual(['Flood in the town', 'News of the day']);
});

test('what few of the texts have counts more than what all have', () => {
  expect(
    inOrder('river dredging', [
      text('One', `river dredged ${filling(4)} river`),
      text('Two', `river dredging ${filling(5)}`),
      text('Three', `river dredged ${filling(5)} river`),
    ]).at(0),
  ).toBe('Two');
});

test('the score of the index decides between texts that are alike', () => {
  const wanted = wantedIn([{ text: 'flood', phrase: false }], stemOf);
  const [a = 0, b = 0] = rerank(
    [
      { text: text('A', 'flood'), score: 1 },
      { text: text('B', 'flood'), score: 2 },
    ],
    wanted,
  );
  expect(b).toBeGreaterThan(a);
});
