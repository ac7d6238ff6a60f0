import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugFor } from '../../src/article/slug.ts';
import { absolute, basePath, paths, termPath, withBase } from '../../src/archive/urls.ts';
import { anArticle, anyDateTag } from '../an-article.ts';

test('an address cut from the right leads to the month, the year, the front page', () => {
  expect(paths.article(anArticle({ date: '2023-11-12' }))).toBe('/2023/11/12/flood/');
  expect(paths.date('2023-11-12')).toBe('/2023/11/12/');
  expect(paths.date('2023-11')).toBe('/2023/11/');
  expect(paths.date('2023')).toBe('/2023/');
  expect(paths.date('undated')).toBe('/undated/');
  expect(paths.onThisDay('2024-02-29')).toBe('/on-this-day/02-29/');
});

test('topics, sections and authors have addresses made of their names', () => {
  expect(termPath(paths.topics, 'north-korea')).toBe('/topics/north-korea/');
});

test.each([
  ['https://a.example', '/', 'https://a.example/2024/'],
  ['https://a.example/', '/', 'https://a.example/2024/'],
  ['https://a.example/archive', '/archive/', 'https://a.example/archive/2024/'],
  ['https://a.example/archive///', '/archive/', 'https://a.example/archive/2024/'],
  ['http://localhost:4321/x/y/?q#z', '/x/y/', 'http://localhost:4321/x/y/2024/'],
])('a site at %s has the base %s', (address, base, whole) => {
  expect(basePath(address)).toBe(base);
  expect(absolute(address, '/2024/')).toBe(whole);
  expect(withBase(base, '/2024/')).toBe(whole.replace(/^https?:\/\/[^/]+/, ''));
});

test('every path begins and ends with a slash, and holds none twice', () => {
  const anyName = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(anyDateTag, anyName, (date, name) => {
      const made = [paths.date(date), termPath(paths.topics, slugFor(name))];
      return made.every((path) => /^(?:\/[a-z0-9-]+)+\/$/.test(path));
    }),
  );
});
