import { expect, test } from 'vitest';
import { siteOutputs } from '../../src/archive/outputs.ts';
import type { PictureReading } from '../../src/article/picture-facts.ts';
import { aliasIsPage } from '../../src/checks/alias-is-page.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const picture: PictureReading = {
  format: 'jpeg',
  width: 800,
  height: 600,
  animated: false,
  digest: 'none',
};

/** An archive of a storm with a picture, and a flood that has the alias. */
function check(alias: string): string {
  const storm = anArticle({ slug: 'storm', pictures: ['sea.jpg'] });
  const articles = [storm, anArticle({ slug: 'flood', aliases: [alias] })];
  const outputs = siteOutputs(articles, {
    findPicture: (path) => (path.endsWith('/sea.jpg') ? picture : undefined),
    findFile: () => undefined,
    publicFiles: ['favicon.svg', 'press/kit.zip', 'legal.html'],
  });
  return printAll(aliasIsPage(articles, outputs));
}

test('an alias with the address of a page is an error', () => {
  expect(check('/about')).toBe(`articles/2024/03/01/flood.md alias-is-page
  The alias \`/about\` is the address of a page of this site.
  Delete it: that would be lost.`);
});

test.each([
  '/',
  '/2024/',
  '/2024/03/',
  '/2024/03/01',
  '/topics/floods/',
  '/feed.xml',
  '/undated/',
  '/index.html',
  '/%69ndex.html',
  '/%61bout/',
  '/sitemap.xml',
  '/sitemap-2024.xml',
  '/robots.txt',
  '/robots.txt/',
  '/opensearch.xml',
  '/old-addresses.json',
  '/404.html',
  '/feed.xml/x',
  '/feed.xml/feed/',
  '/_astro/x.html',
  '/search-index/',
  '/2024/share.png',
])('%s is a page, or stands in its way', (alias) =>
  expect(check(alias)).toContain('is the address of a page of this site'),
);

test.each([
  [
    '/2024/03/01/storm/sea.jpg',
    'is taken by the picture `sea.jpg` of `articles/2024/03/01/storm.md`',
  ],
  ['/2024/03/01/storm/sea-640.avif', 'is taken by the picture `sea-640.avif`'],
  ['/2024/03/01/storm/sea.jpg/index.html', 'is taken by the picture `sea.jpg`'],
  ['/2024/03/01/storm/%73ea.jpg', 'is taken by the picture `sea.jpg`'],
  ['/2024/03/01/storm/index.html/x', ''],
  ['/favicon.svg', 'is taken by the file `public/favicon.svg`'],
  ['/favicon.svg/old/', 'is taken by the file `public/favicon.svg`'],
  ['/legal.html', 'is taken by the file `public/legal.html`'],
])('%s: %s', (alias, message) => expect(check(alias)).toContain(message));

test.each([
  '/?p=12',
  '/2009/05/flood/',
  '/undated/flood/',
  '/about-us/',
  '/about/history/',
  '/search/old.html',
  '/news/2024/03/',
  '/2024/03/1/',
  '/press/',
  '/press/2019/',
  '/2024/03/01/flood/',
  '/2024/03/01/storm/comments/',
])('%s may be an alias', (alias) => expect(check(alias)).toBe(''));
