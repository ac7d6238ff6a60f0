import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { frontView } from '../../src/views/front-view.ts';
import { anArticle, anyArticles } from '../an-article.ts';

test('the front page shows the newest day and then the latest before it, none twice', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      const { newestDay, articles: ofDay, latest } = frontView(archive);
      const ids = [...ofDay, ...latest].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(newestDay).toBe([...archive.byDay.keys()][0]);
      expect(latest.length).toBe(Math.min(9, articles.length - ofDay.length));
    }),
  );
});

test('the newest day’s date in other years stands beside it, leap days included', () => {
  const dates = ['2024-02-29', '2020-02-29', '1960-02-29', '2023-02-28', '1999'];
  const view = frontView(buildArchive(dates.map((date) => anArticle({ date }))));
  expect(view.onThisDay.map(({ date }) => date)).toEqual(['2020-02-29', '1960-02-29']);
  expect(view.nearThisDay.map(({ date }) => date)).toEqual(['2023-02-28']);
  expect(view.span).toEqual({ first: '1960-02-29', last: '2024-02-29' });
});

test('an archive without a day has a front page all the same', () => {
  expect(frontView(buildArchive([]))).toEqual({
    count: 0,
    span: undefined,
    newestDay: undefined,
    articles: [],
    latest: [],
    leads: {},
    years: [],
    onThisDay: [],
    nearThisDay: [],
    topics: [],
  });
  const undated = frontView(buildArchive([anArticle({ date: 'undated' })]));
  expect(undated).toMatchObject({ newestDay: undefined, span: undefined, count: 1 });
  expect(undated.latest).toHaveLength(1);
});
