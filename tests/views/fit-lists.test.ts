import { expect, test } from 'vitest';
import { fitList, fitLists } from '../../src/views/fit-lists.ts';
import { anArticle } from '../an-article.ts';

const many = (count: number, summary: string) =>
  Array.from({ length: count }, (_, i) => anArticle({ slug: `a${i}`, summary }));

test('a short list is shown whole, with summaries where they are wanted', () => {
  const articles = many(40, 'Short.');
  expect(fitList(articles, { withSummary: true })).toMatchObject({ left: 0, withSummary: true });
  expect(fitList(articles, { withSummary: false })).toMatchObject({ left: 0, withSummary: false });
});

test('summaries go before articles do', () => {
  const fitted = fitList(many(200, 'A long summary. '.repeat(40)), { withSummary: true });
  expect(fitted).toMatchObject({ left: 0, withSummary: false });
});

test('the first articles of a list that is too long are shown, and the others counted', () => {
  const { articles, left } = fitList(many(2000, 'Short.'), { withSummary: true });
  expect(articles.length).toBeGreaterThan(200);
  expect(articles.length + left).toBe(2000);
  expect(articles[0]?.id).toContain('/a0');
});

test('of several lists the longest are cut, all to the same length', () => {
  const { lists } = fitLists([many(3, ''), many(1500, ''), many(900, '')], { withSummary: true });
  const [short, long, longer] = lists;
  expect(short).toMatchObject({ left: 0 });
  expect(long?.articles.length).toBe(longer?.articles.length);
  expect([long?.left, longer?.left].every((left) => (left ?? 0) > 0)).toBe(true);
});

test('long titles leave room for fewer', () => {
  const shown = (title: string): number =>
    fitList(
      Array.from({ length: 1000 }, () => anArticle({ title })),
      { withSummary: false },
    ).articles.length;
  expect(shown('&'.repeat(300))).toBeLessThan(shown('A'.repeat(300)));
});
