import { expect, test } from 'vitest';
import { LinkMap } from '../../src/importers/links/link-map.ts';
import { mapLinks } from '../../src/importers/links/links-in-text.ts';

const map = new LinkMap();
map.add({
  file: 'articles/1953/02/01/sea-breaks-through.md',
  original: 'site/content/posts/1953-02-01-flood.md',
  url: 'https://www.old.example/1953/02/flood.html',
  aliases: ['/1953/02/flood.html', '/?p=12'],
});
map.add({ file: 'articles/1954/01/01/a.md', original: 'site/content/a/notes.md', aliases: [] });
map.add({ file: 'articles/1954/01/01/b.md', original: 'site/content/b/notes.md', aliases: [] });

const place = {
  original: 'site/content/posts/1953-02-02-after.md',
  url: 'https://old.example/1953/02/after.html',
  aliases: ['/1953/02/after.html'],
};

test.each([
  ['1953-02-01-flood.md'],
  ['./1953-02-01-flood.md#the-dikes'],
  ['/posts/1953-02-01-flood.md'],
  ['/1953/02/flood.html'],
  ['/1953/02/flood/'],
  ['flood.html'],
  ['/?p=12'],
  ['http://old.example/1953/02/flood.html'],
  ['/1953/02/01/sea-breaks-through/'],
])('%s leads to the article', (link) => {
  expect(map.resolve(link, place)).toBe(
    `/1953/02/01/sea-breaks-through/${link.includes('#') ? '#the-dikes' : ''}`,
  );
});

test.each([
  ['notes.md'],
  ['https://other.example/1953/02/flood.html'],
  ['../../../../etc/passwd.md'],
  ['/1953/02/'],
  ['https://old.example/?p=13'],
  ['%E0%A4%A.md'],
])('%s leads to no article, or to two', (link) => {
  expect(map.resolve(link, place)).toBeUndefined();
});

test('an article that moves keeps its names', () => {
  const moved = new LinkMap();
  moved.add({ file: 'articles/1953/02/01/a.md', aliases: ['/old/'] });
  moved.add({ file: 'articles/1953/02/02/a.md', aliases: ['/old/'] }, 'articles/1953/02/01/a.md');
  expect(moved.resolve('/old/', place)).toBe('/1953/02/02/a/');
});

test('links change in text, in definitions and in elements; pictures, code and other schemes do not', () => {
  const text =
    '[a](x/b_(c).md "d") ![p](x/p.png) `[a](x.md)` [m](mailto:a@b.example) [s](#here)\n\n[r]: <y.md>\n\n<a class="x" href="z.html">z</a>';
  expect(mapLinks(text, (address) => `/new/${address.length}/`)).toBe(
    '[a](/new/10/ "d") ![p](x/p.png) `[a](x.md)` [m](mailto:a@b.example) [s](#here)\n\n[r]: </new/4/>\n\n<a class="x" href="/new/6/">z</a>',
  );
});
