import { expect, test } from 'vitest';
import { addDays } from '../../src/article/calendar-date.ts';
import { seededRandom } from '../bench/random.ts';
import { findRelated, leastJudged, type Comparable } from '../../src/archive/related.ts';
import { compareNewestFirst } from '../../src/article/article.ts';
import { termsOf } from '../../src/article/terms.ts';

type Given = Partial<Omit<Comparable, 'terms'>> & { title?: string };

const anArticle = ({ title = '', ...given }: Given): Comparable => ({
  id: given.id ?? title,
  date: '2024-03-01',
  lang: 'en',
  tags: [],
  terms: termsOf({ title, summary: '', body: '' }),
  ...given,
});

/** Articles that have nothing to do with each other, so that words can be rare. */
const others = Array.from({ length: 60 }, (_, i) =>
  anArticle({
    id: `other-${i}`,
    title: Array.from({ length: 6 }, (_, word) => `x${letters(i * 6 + word)}`).join(' '),
    date: `2023-01-${String((i % 28) + 1).padStart(2, '0')}`,
  }),
);

function letters(number: number): string {
  return String(number)
    .padStart(5, '0')
    .replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '');
}

const idsOf = (list: Comparable[] | undefined): string[] => list?.map(({ id }) => id) ?? [];

const relatedTo = (id: string, articles: Comparable[]): string[] => {
  const related = findRelated([...articles, ...others].toSorted(compareNewestFirst), 5);
  const article = articles.find((one) => one.id === id);
  return (article && related.get(article)?.map((other) => other.id)) ?? [];
};

test('articles that share rare words are related, in both directions', () => {
  const articles = [
    anArticle({ id: 'a', title: 'Grindavik emptied: volcano threatens' }),
    anArticle({ id: 'b', title: 'Volcano erupts beside Grindavik harbour' }),
  ];
  expect(relatedTo('a', articles)).toEqual(['b']);
  expect(relatedTo('b', articles)).toEqual(['a']);
});

test('an article with nothing in common has no related articles', () => {
  expect(relatedTo('a', [anArticle({ id: 'a', title: 'Grindavik emptied' })])).toEqual([]);
});

test('what every second article has says nothing', () => {
  const common = others.slice(0, 40).map((other) => ({ ...other, tags: ['News', 'World'] }));
  const related = findRelated(common, 5);
  expect([...related.values()].flat()).toEqual([]);
});

test('tags count across languages, words do not', () => {
  const foreign = anArticle({ id: 'de', title: 'Grindavik Vulkan', lang: 'de' });
  const own = anArticle({ id: 'en', title: 'Grindavik Vulkan' });
  expect(relatedTo('en', [own, foreign])).toEqual([]);
  const tags = ['Volcanoes', 'Iceland', 'Grindavík'];
  expect(
    relatedTo('en', [
      { ...own, tags },
      { ...foreign, tags },
    ]),
  ).toEqual(['de']);
});

test('of equals the nearest in date comes first, then the first by id', () => {
  const title = 'Grindavik volcano threatens';
  const articles = [
    anArticle({ id: 'a', title, date: '2024-03-01' }),
    anArticle({ id: 'z', title, date: '2024-02-28' }),
    anArticle({ id: 'y', title, date: '2024-02-28' }),
    anArticle({ id: 'far', title, date: '2020' }),
    anArticle({ id: 'when', title, date: 'undated' }),
  ];
  expect(relatedTo('a', articles)).toEqual(['y', 'z', 'far', 'when']);
});

test('at most as many as asked for', () => {
  const articles = Array.from({ length: 8 }, (_, i) =>
    anArticle({ id: `a${i}`, title: 'Grindavik volcano threatens harbour' }),
  );
  expect(relatedTo('a0', articles)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
});

test('what is published later changes the lists of no more articles than it picks', () => {
  const random = seededRandom(3);
  /** Of the eight words of a story that runs for twelve days, five. */
  const draw = (story: number) =>
    Array.from({ length: 5 }, () => `x${letters(story * 8 + random.below(8))}`).join(' ');
  const total = leastJudged + 60;
  const newestFirst = Array.from({ length: total }, (_, i) =>
    anArticle({ id: `a${i}`, date: addDays('2000-01-01', i), title: draw(Math.floor(i / 12)) }),
  ).toReversed();
  let changedOnes = 0;
  let before = findRelated(newestFirst.slice(-leastJudged), 5);
  for (let published = leastJudged + 1; published <= total; published++) {
    const after = findRelated(newestFirst.slice(-published), 5);
    const changed = [...before].filter(
      ([article, list]) => idsOf(list).join() !== idsOf(after.get(article)).join(),
    );
    expect(changed.length).toBeLessThanOrEqual(5);
    changedOnes += changed.length;
    before = after;
  }
  expect(changedOnes).toBeGreaterThan(60);
});

test('what a page shows already is not among its related articles, and takes no place among them', () => {
  const articles = Array.from({ length: 8 }, (_, i) =>
    anArticle({ id: `a${i}`, title: 'Grindavik volcano threatens harbour' }),
  );
  const number = ({ id }: Comparable) => Number(id.slice(1));
  const related = findRelated(
    [...articles, ...others],
    3,
    (article, other) => number(other) === number(article) + 1,
  );
  const relatedTo = (at: number) => idsOf(related.get(articles[at] as Comparable));
  expect(relatedTo(0)).toEqual(['a2', 'a3', 'a4']);
  expect(relatedTo(1)).toEqual(['a0', 'a3', 'a4']);
});

test('an archive without articles, and one with a single one, have none', () => {
  expect(findRelated([], 5).size).toBe(0);
  const single = anArticle({ id: 'a', title: 'Alone' });
  expect(findRelated([single], 5).get(single)).toEqual([]);
});
