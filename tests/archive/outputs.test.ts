import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageAt, siteOutputs } from '../../src/archive/outputs.ts';
import { anArticle, anyArticles } from '../an-article.ts';

const nothing = { findPicture: () => undefined, findFile: () => undefined, publicFiles: [] };

test('every article has its path, and no path below its page is free', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { holderOf } = siteOutputs(articles, nothing);
      for (const { id, file } of articles) {
        expect(holderOf(`${id}/index.html`)).toMatchObject({ kind: 'article', article: file });
        expect(holderOf(`${id}/index.html/x`)).toMatchObject({ article: file });
        // A file cannot stand where the page needs a folder.
        expect(holderOf(id)).toMatchObject({ article: file });
        expect(holderOf(`${id}/comments/index.html`)).toBeUndefined();
      }
    }),
  );
});

test('names are compared as they are read: composed or not is one name', () => {
  const { holderOf } = siteOutputs([anArticle({ slug: 'café', id: '2024/03/01/café' })], nothing);
  expect(holderOf('2024/03/01/cafe\u0301/index.html')).toMatchObject({ kind: 'article' });
});

test.each([
  'about/index.html',
  'topics/x/y/z',
  '2024/05/index.html',
  'robots.txt/x',
  'sitemap-x.xml',
  'manifest-sha256.txt',
  'manifest-sha256.txt.sig',
  'proof/index.html',
  'watches/floods/index.html',
  'sections/world',
])('%s is a page of every archive', (path) => expect(pageAt(path)).toBeDefined());

test.each(['2024/05/flood/index.html', 'aboutness/index.html', 'x/robots.txt', 'topics.html'])(
  '%s is none',
  (path) => expect(pageAt(path)).toBeUndefined(),
);
