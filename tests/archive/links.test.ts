import { expect, test } from 'vitest';
import type { FileReading } from '../../src/article/file-facts.ts';
import type { Reference } from '../../src/markdown/references.ts';
import { filesBeside, ledLinks, linkedFiles, linkResolver } from '../../src/archive/links.ts';
import { anArticle } from '../an-article.ts';

const link = (address: string): Reference => ({ kind: 'link', address, line: 1, column: 1 });

const storm = anArticle({ date: '2024-02-29', slug: 'storm' });
const named = anArticle({ slug: 'u', file: 'articles/2024/03/01/Über uns.md' });
const flood = anArticle({
  references: ['report.pdf', './plan%20b.pdf#page=2', 'report.pdf', 'tide.svg'].map(link),
});
const known: Record<string, FileReading> = {
  'articles/2024/03/01/report.pdf': { digest: 'r' },
  'articles/2024/03/01/plan b.pdf': { digest: 'p' },
  'articles/2024/03/01/page.html': { fault: 'refused', reason: 'its kind' },
  'articles/2024/03/01/tide.svg': { fault: 'refused', reason: '<script' },
  'articles/2024/report.pdf': { digest: 'e' },
};
const findFile = (path: string): FileReading => known[path] ?? { fault: 'missing', reason: path };
const resolve = linkResolver([flood, storm, named], findFile);

test.each([
  '../../02/29/storm.md',
  '../../02/29/storm',
  '2024/02/29/storm.md',
  '/2024/02/29/storm.md',
  '/articles/2024/02/29/storm.md',
  '/2024/02/29/storm',
  '../../../2024/02/29/storm.md',
])('%j leads to the article of that file, and to its part', (address) => {
  expect(resolve(flood, `${address}#dikes`)).toEqual({
    kind: 'article',
    article: storm,
    fragment: '#dikes',
  });
});

test('a name leads to its file, composed or not, encoded or not', () => {
  for (const address of ['Über uns.md', 'U\u0308ber uns.md', '%C3%9Cber%20uns.md']) {
    expect(resolve(flood, address)).toMatchObject({ kind: 'article', article: named });
  }
});

test.each([
  ['storm.md', 'article-missing'],
  ['../../../../../etc/storm.md', 'article-missing'],
  ['speech.mp3', 'file-missing'],
  ['page.html', 'file-refused'],
  ['tide.svg', 'file-refused'],
  ['../../report.pdf', 'file-elsewhere'],
  ['javascript:alert(1)', 'scheme-refused'],
])('%j leads nowhere: %s', (address, why) => {
  expect(resolve(flood, address)).toMatchObject({ kind: 'nowhere', why });
});

test.each([
  ['/topics/floods/', '/topics/floods/'],
  ['/report.pdf', '/report.pdf'],
  ['../storm/', '/2024/03/01/storm/'],
  ['?page=2', '/2024/03/01/flood/?page=2'],
])('%j is the address %j of the site', (address, path) => {
  expect(resolve(flood, address)).toEqual({ kind: 'address', path });
});

test('a link to a part of its own text stays what it is', () => {
  expect(resolve(flood, '#dikes')).toEqual({ kind: 'part', fragment: '#dikes' });
});

test('files beside an article are published once, and its links lead to them', () => {
  expect(filesBeside(flood, resolve, findFile)).toEqual([
    { path: '/2024/03/01/flood/report.pdf', file: 'articles/2024/03/01/report.pdf', digest: 'r' },
    { path: '/2024/03/01/flood/plan b.pdf', file: 'articles/2024/03/01/plan b.pdf', digest: 'p' },
  ]);
  expect(ledLinks(flood, resolve)).toEqual({
    'report.pdf': '/2024/03/01/flood/report.pdf',
    './plan%20b.pdf#page=2': '/2024/03/01/flood/plan%20b.pdf#page=2',
  });
  expect(linkedFiles(flood)).toContain('articles/2024/03/01/plan b.pdf');
});
