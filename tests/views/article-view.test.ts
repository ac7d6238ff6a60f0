import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive, type Archive } from '../../src/archive/archive.ts';
import { articleViews } from '../../src/views/article-view.ts';
import { anArticle, anyArticles } from '../an-article.ts';

/** The views of an archive whose articles show no pictures. */
const viewsOf = (archive: Archive) =>
  articleViews(archive, { findPicture: () => undefined, findFile: () => undefined }, 'articles');

test('an article shows those just before and after it, and both ways lead back', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const views = viewsOf(buildArchive(articles));
      const byId = new Map(views.map((view) => [view.article.id, view]));
      for (const { article, older, newer } of views) {
        if (older) expect(byId.get(older.id)?.newer?.id).toBe(article.id);
        if (newer) expect(byId.get(newer.id)?.older?.id).toBe(article.id);
      }
    }),
  );
});

test('an article shows others of its day, never itself and none twice', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      for (const { article, ofThisDay } of viewsOf(archive)) {
        const ids = ofThisDay.map(({ id }) => id);
        const onDay = archive.byDay.get(article.date)?.length ?? 1;
        expect(ids).not.toContain(article.id);
        expect(new Set(ids).size).toBe(Math.min(4, onDay - 1));
        expect(ofThisDay.every(({ date }) => date === article.date)).toBe(true);
      }
    }),
  );
});

test('of a day with many articles each shows the four that follow it, going round', () => {
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
  const views = viewsOf(buildArchive(slugs.map((slug) => anArticle({ slug }))));
  const shown = views.find(({ article }) => article.slug === 'd')?.ofThisDay;
  expect(shown?.map(({ id }) => id.at(-1))).toEqual(['e', 'f', 'a', 'b']);
});

test('an article known to its month alone has no others of its day', () => {
  const views = viewsOf(
    buildArchive([
      anArticle({ slug: 'a', date: '2024-03' }),
      anArticle({ slug: 'b', date: '2024-03' }),
    ]),
  );
  expect(views.map(({ ofThisDay }) => ofThisDay)).toEqual([[], []]);
});
