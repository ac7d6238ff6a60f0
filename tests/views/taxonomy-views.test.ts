import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { letterViews, namesParts, taxonomyView } from '../../src/views/taxonomy-views.ts';
import { anArticle } from '../an-article.ts';

/** An archive with as many topics: `Aa 1`, `Ab 2` and so on, of which the last has two articles. */
function withTopics(count: number) {
  const letter = (at: number): string => String.fromCodePoint(97 + (at % 26));
  const names = Array.from(
    { length: count },
    (_, i) => `${letter(i).toUpperCase()}${letter(Math.floor(i / 26))} ${i}`,
  );
  return buildArchive([
    ...names.map((tag, i) => anArticle({ slug: `a${i}`, tags: [tag] })),
    anArticle({ slug: 'again', tags: names.slice(-1) }),
  ]);
}

test('a few topics stand on one page, the most frequent first, without letters', () => {
  const view = taxonomyView(withTopics(24), 'topics', 'en');
  expect(view.letters).toEqual([]);
  expect(view.frequent[0]).toEqual({ name: 'Xa 23', slug: 'xa-23', count: 2 });
  expect(namesParts(withTopics(24), 'topics', 'en')).toEqual([]);
});

test('hundreds stand on one page by letter, thousands on a page for each', () => {
  const hundreds = taxonomyView(withTopics(500), 'topics', 'en');
  expect(hundreds.letters.flatMap(({ terms }) => terms ?? [])).toHaveLength(500);
  expect(letterViews(withTopics(500), 'topics', 'en')).toEqual([]);

  const archive = withTopics(501);
  const { letters, frequent } = taxonomyView(archive, 'topics', 'en');
  expect(frequent).toHaveLength(24);
  expect(letters.every(({ terms }) => terms === undefined)).toBe(true);
  const views = letterViews(archive, 'topics', 'en');
  expect(views.map(({ key }) => key)).toEqual(letters.map(({ key }) => key));
  expect(views.flatMap(({ terms }) => terms)).toHaveLength(501);
});

test('a letter with too many names leads to longer beginnings, and shows its most frequent', () => {
  const archive = buildArchive(
    Array.from({ length: 900 }, (_, i) =>
      anArticle({ slug: `a${i}`, tags: [i < 10 ? `Sea ${i}` : `Storm ${i}`] }),
    ),
  );
  const [s, se, st] = letterViews(archive, 'topics', 'en');
  expect(s).toMatchObject({ beginning: 'S', count: 900, terms: [] });
  expect(s?.longer.map(({ beginning, count }) => [beginning, count])).toEqual([
    ['Se', 10],
    ['St', 890],
  ]);
  expect(s?.frequent).toHaveLength(24);
  expect(se).toMatchObject({ above: [{ beginning: 'S', key: 's' }], count: 10 });
  expect(st?.longer.map(({ beginning }) => beginning)).toEqual(['Sto']);
});

test('authors are listed by their family names, bodies by their own', () => {
  const archive = buildArchive([
    anArticle({ slug: 'a', authors: ['Jane Doe'] }),
    anArticle({ slug: 'b', authors: ['Harbour desk'] }),
    anArticle({ slug: 'c', authors: ['Nagy Imre'], lang: 'hu' }),
  ]);
  const names = taxonomyView(archive, 'authors', 'en').frequent.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['Doe, Jane', 'Harbour desk', 'Nagy, Imre']);
});

test('the parts of names lead to every name by each of its words', () => {
  const archive = withTopics(1200);
  const parts = new Map(namesParts(archive, 'topics', 'en').map((part) => [part.key, part]));
  expect(parts.get('_')?.names).toHaveLength(100);
  const found = (word: string): string[] => {
    let part = parts.get('_');
    for (let at = 1; part?.next !== undefined && at <= word.length; at++) {
      expect(part.next).toContain(word[at - 1]);
      part = parts.get(word.slice(0, at));
    }
    return part?.names.map(([, slug]) => slug) ?? [];
  };
  expect(found('xb')).toContain('xb-49');
  expect(found('1111')).toContain('tq-1111');
});
