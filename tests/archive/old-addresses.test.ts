import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answerTo,
  oldAddresses,
  pathsByQuery,
  printOldAddress,
} from '../../src/archive/old-addresses.ts';
import { anArticle } from '../an-article.ts';

test.each([
  ['/news/1207/', 'news/1207/index.html'],
  ['/news/1207', 'news/1207/index.html'],
  ['/news//1207', 'news/1207/index.html'],
  ['/a.html', 'a.html'],
  ['/a.html/', 'a.html'],
  ['/A.HTM', 'A.HTM'],
  ['/story.php', 'story.php/index.html'],
  ['/2019/%E6%97%A5/', '2019/日/index.html'],
  ['/2019/日/', '2019/日/index.html'],
])('%s is answered by %s', (alias, file) => {
  expect(answerTo(alias)).toEqual({ file });
});

test.each(['/?p=12', '/?page_id=3', '/?id=4'])('%s is looked up on the front page', (alias) => {
  expect(answerTo(alias)).toEqual({ query: alias.slice(1) });
});

test.each([
  '/',
  '/?s=flood',
  '/a?p=12',
  '/%2e%2e/secret',
  '/a/%2fb',
  '/a%00',
  '/%E0%A4',
  '/a.html/b',
  `/${'x'.repeat(256)}/`,
])('no file answers %s', (alias) => {
  expect(answerTo(alias)).toBeUndefined();
});

test('whatever an alias is, its file stays inside the site', () => {
  fc.assert(
    fc.property(fc.webPath(), (path) => {
      const answer = answerTo(path || '/');
      if (!answer || !('file' in answer)) return;
      const names = answer.file.split('/');
      expect(names).not.toContain('..');
      expect(names).not.toContain('');
      expect(answer.file).toMatch(/\.html?$/i);
    }),
  );
});

const flood = anArticle({ slug: 'flood', aliases: ['/old/', '/?p=2', '/2024/03/01/flood/'] });
const storm = anArticle({ slug: 'storm', aliases: ['/old', '/?p=1'] });

test('an old address leads to one article, never from its own address', () => {
  expect(oldAddresses([flood, storm])).toMatchObject([
    { file: 'old/index.html', to: '/2024/03/01/flood/' },
  ]);
});

test('articles are found by the query that named them', () => {
  expect(pathsByQuery([flood, storm])).toEqual({
    '?p=1': '/2024/03/01/storm/',
    '?p=2': '/2024/03/01/flood/',
  });
});

test('a headline cannot get out of the page that leads on', () => {
  const [old] = oldAddresses([
    anArticle({ title: '"><script>alert(1)</script>', aliases: ['/a'] }),
  ]);
  expect(
    old && printOldAddress(old, { link: '/b"/', canonical: 'https://a.example/b/' }),
  ).not.toMatch(/<script|href="\/b"/);
});

test.each([
  `/${'long-name/'.repeat(600)}`,
  `/${'x'.repeat(254)}.html`,
  '/story%3Fid=3',
  '/part%23two',
  '/a%0Ab/',
  '/a%09b/',
])('no file of any host answers %s', (alias) => expect(answerTo(alias)).toBeUndefined());
