import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { feedPath, paths } from '../../src/archive/urls.ts';
import {
  archiveDocuments,
  newestFeed,
  onThisDayFeed,
  termFeeds,
} from '../../src/views/feed-views.ts';
import { correctionsViews, listCorrections } from '../../src/views/correction-views.ts';
import { anArticle, anyArticles } from '../an-article.ts';

const files = { findPicture: () => undefined, findFile: () => undefined };
const now = Date.parse('2024-03-02T09:00:00Z');
const site = { address: 'https://a.example/', language: 'en' };

test('the archive documents hold every article once, and each leads to the one before', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      const documents = archiveDocuments(archive, files, now);
      expect(documents.flatMap(({ entries }) => entries.map(({ entry }) => entry.path))).toEqual(
        archive.newestFirst.map(paths.article),
      );
      let next = newestFeed(archive, files, now).previous;
      for (const { period, previous } of documents) {
        expect(feedPath(paths.date(period))).toBe(next);
        next = previous;
      }
      expect(next).toBeUndefined();
    }),
  );
});

test('a month too long for its whole texts is given in summaries', () => {
  const archive = buildArchive([
    anArticle({ slug: 'a', wordCount: 2_999_999 }),
    anArticle({ slug: 'b', wordCount: 2 }),
    anArticle({ slug: 'c', date: '2024-02-01' }),
  ]);
  const inFull = archiveDocuments(archive, files, now).map(({ entries }) =>
    entries.map(({ text }) => text !== undefined),
  );
  expect(inFull).toEqual([[false, false], [true]]);
});

test('a month of 20,000 articles is one document, which names each of them once', () => {
  const archive = buildArchive(
    Array.from({ length: 20_000 }, (_, i) => anArticle({ slug: `a-${i}`, wordCount: 400 })),
  );
  const [document, ...others] = archiveDocuments(archive, files, now);
  expect(others).toEqual([]);
  expect(new Set(document?.entries.map(({ entry }) => entry.path)).size).toBe(20_000);
  expect(document?.entries.some(({ text }) => text !== undefined)).toBe(false);
});

test('the feed of a term has its newest articles', () => {
  const articles = Array.from({ length: 30 }, (_, i) =>
    anArticle({
      slug: `a-${i}`,
      date: `2024-02-${String(29 - (i % 29)).padStart(2, '0')}`,
      tags: ['Floods'],
    }),
  );
  const archive = buildArchive(articles);
  const [feed] = termFeeds(archive, 'topics', now);
  expect(feed?.entries.map(({ path }) => path)).toEqual(
    archive.newestFirst.slice(0, 20).map(paths.article),
  );
});

test('what was in the news on this day and those before it comes from other years', () => {
  const archive = buildArchive([
    anArticle({ slug: 'today', date: '2024-03-02' }),
    anArticle({ slug: 'then', date: '1953-03-02' }),
    anArticle({ slug: 'leap', date: '1952-02-29' }),
    anArticle({ slug: 'long-ago', date: '1953-02-20' }),
  ]);
  const entries = onThisDayFeed(archive, site, now);
  expect(entries.map(({ id, published }) => [id, published])).toEqual([
    ['https://a.example/on-this-day/03-02/#2024', '2024-03-02T00:00:00Z'],
    ['https://a.example/on-this-day/02-29/#2024', '2024-02-29T00:00:00Z'],
  ]);
  expect(entries[0]?.html).not.toContain('today');
});

test('corrections stand by their day, those without one last; many of them by years', () => {
  const first = anArticle({
    slug: 'a',
    corrections: [{ note: 'x' }, { date: '2024-03-01', note: 'y' }],
  });
  const second = anArticle({ slug: 'b', corrections: [{ date: '2025-01-01', note: 'z' }] });
  expect(
    listCorrections(buildArchive([first, second])).map(({ note, number }) => [note, number]),
  ).toEqual([
    ['z', 1],
    ['y', 2],
    ['x', 1],
  ]);
  const many = Array.from({ length: 60 }, (_, i) => ({
    date: `${2024 + (i % 2)}-05-01`,
    note: String(i),
  }));
  const archive = buildArchive([
    { ...first, corrections: many },
    { ...second, corrections: many },
  ]);
  expect(
    correctionsViews(archive).map(({ year, count, corrections, years }) => [
      year,
      count,
      corrections.length,
      years,
    ]),
  ).toEqual([
    [undefined, 120, 100, ['2025', '2024']],
    ['2025', 60, 60, []],
    ['2024', 60, 60, []],
  ]);
});
