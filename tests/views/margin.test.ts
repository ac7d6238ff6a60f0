import { expect, test } from 'vitest';
import { buildArchive, type Archive } from '../../src/archive/archive.ts';
import { articleViews } from '../../src/views/article-view.ts';
import { anArticle } from '../an-article.ts';

const viewsOf = (archive: Archive) =>
  articleViews(archive, { findPicture: () => undefined, findFile: () => undefined }, 'articles');

const dateOf = (i: number): string =>
  `${1950 + Math.floor(i / 12)}-${String(1 + (i % 12)).padStart(2, '0')}-05`;

/** One article a month, each with two of forty topics, and none with words in common. */
const sparse = Array.from({ length: 600 }, (_, i) =>
  anArticle({ slug: `a${i}`, date: dateOf(i), tags: [`T${i % 40}`, `U${i % 37}`] }),
);

test('an article that is alone on its day and has nothing related is shown among its topics and its time', () => {
  const view = viewsOf(buildArchive(sparse)).find(({ article }) => article.slug === 'a300');
  expect(view?.ofThisDay).toEqual([]);
  const { onTopics = [], near = [] } = view?.related.length === 0 ? (view.margin ?? {}) : {};
  const ids = (list: { id: string }[]): string[] =>
    list.map(({ id }) => id.split('/').at(-1) ?? '');
  expect(ids(onTopics)).toEqual(['a340', 'a337', 'a263', 'a260']);
  expect(ids(near)).toEqual(['a302', 'a301', 'a299', 'a298']);
});

test('where something else stands beside it, nothing is added', () => {
  const views = viewsOf(buildArchive([anArticle({ slug: 'a' }), anArticle({ slug: 'b' })]));
  expect(views.map(({ margin }) => margin)).toEqual([undefined, undefined]);
});

test('one more article changes few of the others', () => {
  const before = new Map(
    viewsOf(buildArchive(sparse)).map((view) => [view.article.id, JSON.stringify(view)]),
  );
  const added = anArticle({ slug: 'added', date: '1975-06-20', tags: ['T7', 'U9', 'T3'] });
  const changed = viewsOf(buildArchive([...sparse, added])).filter(
    (view) => view.article !== added && before.get(view.article.id) !== JSON.stringify(view),
  );
  // Its neighbours in time, and those before and after it on each of its topics.
  expect(changed.length).toBeLessThanOrEqual(10);
});
