import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { coverageView, type TimeSpan } from '../../src/views/coverage-view.ts';
import type { Article } from '../../src/article/article.ts';
import { anArticle } from '../an-article.ts';

const cover = (articles: Article[], span?: TimeSpan) => coverageView(buildArchive(articles), span);

const dated = (...dates: string[]): Article[] =>
  dates.map((date, i) => anArticle({ date, slug: `a-${i}` }));

test('what an archive holds is counted', () => {
  const picture = { kind: 'picture', address: 'a.png', line: 1, column: 1 } as const;
  const view = cover([
    anArticle({ date: '2023-11-12', section: 'World', wordCount: 300, titleOrigin: 'derived' }),
    anArticle({ date: '2023-12', slug: 'b', lang: 'de', wordCount: 50 }),
    anArticle({
      date: '2022',
      slug: 'c',
      references: [picture, { ...picture, isAltMissing: true }],
    }),
    anArticle({ date: 'undated', slug: 'd', section: 'World' }),
  ]);
  expect(view).toMatchObject({
    articles: 4,
    words: 550,
    span: { first: '2022', last: '2023-12' },
    languages: [
      { language: 'en', articles: 3 },
      { language: 'de', articles: 1 },
    ],
    sections: [{ name: 'World', path: '/sections/world/', articles: 2 }],
    undated: 1,
    partlyDated: 2,
    derivedHeadlines: 1,
    pictures: 2,
    undescribedPictures: 1,
  });
  expect(view.years.map(({ key, count }) => [key, count])).toEqual([
    ['2022', 1],
    ['2023', 2],
  ]);
});

test('gaps are months in a row without an article, the longest first', () => {
  const view = cover(dated('2020-01-05', '2020-02-01', '2020-05-01', '2021-12-31', '2022-02-01'));
  expect(view.gaps).toEqual([
    { from: '2020-06', to: '2021-11', months: 18 },
    { from: '2020-03', to: '2020-04', months: 2 },
    { from: '2022-01', to: '2022-01', months: 1 },
  ]);
  expect(cover(dated('2020-01-05', '2020-02-01')).gaps).toEqual([]);
});

test('the time that the keeper names counts from its beginning to its end', () => {
  const view = cover(dated('1907-03-01'), { first: '1906-11', last: '1907' });
  expect(view.gaps).toEqual([
    { from: '1907-04', to: '1907-12', months: 9 },
    { from: '1906-11', to: '1907-02', months: 4 },
  ]);
  expect(view.years.map(({ key }) => key)).toEqual(['1906', '1907']);
  expect(cover(dated('1905-03-01'), { first: '1906' }).span?.first).toBe('1905-03-01');
});

test('an archive without anything dated has no time and no gaps', () => {
  expect(cover(dated('undated'))).toMatchObject({ span: undefined, years: [], gaps: [] });
  expect(cover([])).toMatchObject({ articles: 0, span: undefined, languages: [] });
});
