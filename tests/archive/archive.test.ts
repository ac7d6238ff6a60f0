import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive, spanOf } from '../../src/archive/archive.ts';
import { isDay, monthOf, UNDATED, yearOf } from '../../src/article/calendar-date.ts';
import { isSlug } from '../../src/article/slug.ts';
import { anArticle, anyArticles } from '../an-article.ts';

test('each article has one day, is known to a month or a year only, or is undated', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { byDay, undated, byId, newestFirst } = buildArchive(articles);
      const partlyDated = articles.filter(({ date }) => !isDay(date) && date !== UNDATED);
      const placed = [...[...byDay.values()].flat(), ...partlyDated, ...undated];
      expect(placed.map(({ id }) => id).toSorted()).toEqual(
        articles.map(({ id }) => id).toSorted(),
      );
      expect(newestFirst).toHaveLength(articles.length);
      expect(byId.size).toBe(articles.length);
      for (const [day, members] of byDay)
        expect(members.every(({ date }) => date === day)).toBe(true);
    }),
  );
});

test('a month and a year hold all that is known to fall in them', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { byMonth, byYear } = buildArchive(articles);
      for (const article of articles) {
        const month = monthOf(article.date);
        const year = yearOf(article.date);
        if (month !== undefined) expect(byMonth.get(month)).toContain(article);
        if (year !== undefined) expect(byYear.get(year)).toContain(article);
      }
      const dated = articles.filter(({ date }) => date !== UNDATED);
      expect([...byYear.values()].flat()).toHaveLength(dated.length);
    }),
  );
});

test('days stand newest first, and so do the articles of every term', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { byDay, newestFirst, topics, sections, authors } = buildArchive(articles);
      expect([...byDay.keys()]).toEqual([...byDay.keys()].toSorted().toReversed());
      const rank = new Map(newestFirst.map((article, i) => [article, i]));
      for (const term of [...topics.values(), ...sections.values(), ...authors.values()]) {
        const ranks = term.articles.map((article) => rank.get(article) ?? -1);
        expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => a - b));
      }
    }),
  );
});

test('each tag of each article leads to a term that holds the article', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { topics, slugs } = buildArchive(articles);
      for (const article of articles) {
        for (const tag of article.tags) {
          expect(topics.get(slugs.topics.get(tag) ?? '')?.articles).toContain(article);
        }
      }
      expect([...topics.keys()].every(isSlug)).toBe(true);
    }),
  );
});

test('a term is called as most of its articles call it', () => {
  const { topics } = buildArchive([
    anArticle({ slug: 'a', tags: ['COVID-19'] }),
    anArticle({ slug: 'b', tags: ['Covid-19'] }),
    anArticle({ slug: 'c', tags: ['Covid-19'] }),
    anArticle({ slug: 'd', tags: ['covid 19', 'Covid-19'] }),
  ]);
  expect([...topics.keys()]).toEqual(['covid-19']);
  expect(topics.get('covid-19')).toMatchObject({ name: 'Covid-19' });
  expect(topics.get('covid-19')?.articles).toHaveLength(4);
});

test('names that differ by the signs at their end stand on terms of their own', () => {
  const { topics } = buildArchive([anArticle({ tags: ['C', 'C++', 'C#'] })]);
  expect([...topics.values()].map(({ name, slug }) => [name, slug])).toEqual([
    ['C', 'c'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
  ]);
});

test('the term with most articles comes first, those of one length by address', () => {
  const { topics } = buildArchive([
    anArticle({ slug: 'a', tags: ['Storms', 'Ferries', 'Dikes'] }),
    anArticle({ slug: 'b', tags: ['Storms'] }),
  ]);
  expect([...topics.keys()]).toEqual(['storms', 'dikes', 'ferries']);
});

test('an archive spans from its first date to its last, the undated left aside', () => {
  expect(spanOf(buildArchive([]))).toBeUndefined();
  expect(spanOf(buildArchive([anArticle({ date: UNDATED })]))).toBeUndefined();
  const dates = ['2024-02-29', '1830', '9998-12-31', UNDATED, '0001-01-01'];
  expect(spanOf(buildArchive(dates.map((date) => anArticle({ date }))))).toEqual({
    first: '0001-01-01',
    last: '9998-12-31',
  });
});

test('only days are days', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => [...buildArchive(articles).byDay.keys()].every(isDay)),
  );
});
