import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { monthDays } from '../../src/article/calendar-date.ts';
import {
  datesView,
  dayViews,
  monthViews,
  onThisDayViews,
  yearViews,
} from '../../src/views/date-views.ts';
import { anArticle, anyArticles } from '../an-article.ts';

test('days, months and years lead to the nearest before and after, and back', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      const pages = [
        dayViews(archive).map(({ day, neighbours }) => ({ tag: day, neighbours })),
        monthViews(archive).map(({ month, neighbours }) => ({ tag: month, neighbours })),
        yearViews(archive).map(({ year, neighbours }) => ({ tag: year, neighbours })),
      ];
      for (const views of pages) {
        const byTag = new Map(views.map((view) => [view.tag, view.neighbours]));
        for (const { tag, neighbours } of views) {
          const { older, newer } = neighbours;
          if (older !== undefined)
            expect([older < tag, byTag.get(older)?.newer]).toEqual([true, tag]);
          if (newer !== undefined)
            expect([newer > tag, byTag.get(newer)?.older]).toEqual([true, tag]);
        }
      }
    }),
  );
});

test('each article stands on the page of its day; of an unknown day, on that of its month', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      const onDays = dayViews(archive).flatMap((view) => view.articles);
      const inMonths = monthViews(archive).flatMap((view) => view.ofUnknownDay.articles);
      expect(onDays).toHaveLength(articles.filter(({ date }) => date.length === 10).length);
      expect(inMonths).toHaveLength(
        articles.filter(({ date }) => /^\d{4}-\d\d$/.test(date)).length,
      );
    }),
  );
});

test('a month lists the articles of all its days, newest first, as many as it counts', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      for (const { count, days, ofUnknownDay, calendar } of monthViews(buildArchive(articles))) {
        const listed = days.flatMap((day) => day.articles);
        expect(listed.length + ofUnknownDay.articles.length).toBe(count);
        expect(days.map(({ day }) => day)).toEqual(
          days
            .map(({ day }) => day)
            .toSorted()
            .toReversed(),
        );
        const cells = calendar.flat().reduce((sum, cell) => sum + (cell?.count ?? 0), 0);
        expect(cells).toBe(listed.length);
      }
    }),
  );
});

test('a year with more than a hundred articles is browsed by its calendars alone', () => {
  const many = Array.from({ length: 101 }, (_, i) =>
    anArticle({ slug: `a${i}`, date: '2024-03-01' }),
  );
  expect(yearViews(buildArchive(many.slice(1)))[0]?.articles).toHaveLength(100);
  expect(yearViews(buildArchive(many))[0]).toMatchObject({ count: 101, articles: undefined });
});

test('a day shows articles of its date in the nearest other years, and none of its own', () => {
  const years = Array.from({ length: 15 }, (_, i) =>
    ['a', 'b', 'c', 'd'].map((slug) => anArticle({ slug, date: `${2000 + i}-03-01` })),
  ).flat();
  const yearsOn = (day: string): (string | undefined)[] =>
    dayViews(buildArchive(years))
      .find((view) => view.day === day)
      ?.otherYears.map(({ date }) => date.slice(0, 4)) ?? [];
  const three = (year: string): string[] => [year, year, year];
  expect(yearsOn('2007-03-01')).toEqual(['2008', '2006', '2005', '2004'].flatMap(three));
  expect(yearsOn('2014-03-01')).toEqual(['2013', '2012', '2011'].flatMap(three));
});

test('29 February gathers the leap days, and 1 March none of them', () => {
  const archive = buildArchive(
    ['1960-02-29', '2024-02-29', '2023-03-01', '2024-02'].map((date) => anArticle({ date })),
  );
  const views = onThisDayViews(archive, monthDays);
  expect(views).toHaveLength(366);
  const datesOn = (monthDay: string): string[] =>
    views.find((view) => view.monthDay === monthDay)?.articles.map(({ date }) => date) ?? [];
  expect(datesOn('02-29')).toEqual(['2024-02-29', '1960-02-29']);
  expect(datesOn('03-01')).toEqual(['2023-03-01']);
});

test('the page of all dates counts everything, gaps and the undated included', () => {
  const archive = buildArchive(
    ['2001-01-01', '2003', 'undated'].map((date) => anArticle({ date })),
  );
  expect(datesView(archive)).toEqual({
    count: 3,
    undatedCount: 1,
    years: [
      { key: '2001', count: 1, months: [1, ...Array<number>(11).fill(0)] },
      { key: '2002', count: 0, months: [] },
      { key: '2003', count: 1, months: Array<number>(12).fill(0) },
    ],
    busiest: { year: { key: '2003', count: 1 }, month: { key: '2001-01', count: 1 } },
  });
});

test('an empty archive has no pages of dates', () => {
  const archive = buildArchive([]);
  expect([dayViews(archive), monthViews(archive), yearViews(archive)]).toEqual([[], [], []]);
});
