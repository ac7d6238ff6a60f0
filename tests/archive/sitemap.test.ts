import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { printSitemap, printSitemapIndex, sitemapFiles } from '../../src/archive/sitemap.ts';
import { paths } from '../../src/archive/urls.ts';
import { anArticle, anyArticles } from '../an-article.ts';

test('every article is listed once, in one part', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const archive = buildArchive(articles);
      const listed = [...sitemapFiles(archive).values()].flat().map(({ path }) => path);
      expect(new Set(listed).size).toBe(listed.length);
      for (const article of articles) expect(listed).toContain(paths.article(article));
      for (const day of archive.byDay.keys()) expect(listed).toContain(paths.date(day));
      for (const slug of archive.topics.keys()) expect(listed).toContain(`/topics/${slug}/`);
    }),
  );
});

test('an article changed last with its revision or its correction, whichever is later, if it has one', () => {
  const archive = buildArchive([
    anArticle({ slug: 'a' }),
    anArticle({ slug: 'b', updated: '2024-03-04' }),
    anArticle({
      slug: 'c',
      updated: '2024-03-04',
      corrections: [{ date: '2024-03-05', note: 'The height.' }],
    }),
    anArticle({ slug: 'd', date: '2024-02' }),
  ]);
  expect(
    (sitemapFiles(archive).get('2024') ?? []).flatMap(({ path, changed }) =>
      /[abcd]\/$/.test(path) ? [changed] : [],
    ),
  ).toEqual([undefined, '2024-03-04', '2024-03-05', undefined]);
});

test('the undated have a part of their own', () => {
  const archive = buildArchive([anArticle({ date: 'undated' })]);
  expect([...sitemapFiles(archive).keys()]).toEqual(['pages', 'undated']);
  expect(sitemapFiles(archive).get('undated')).toEqual([
    { path: '/undated/flood/', changed: undefined },
  ]);
});

test('a file lists at most 50,000 addresses, and what is left goes on in another', () => {
  const articles = Array.from({ length: 60_000 }, (_, i) =>
    anArticle({ slug: `a${i}`, authors: [`Writer ${i}`] }),
  );
  const files = sitemapFiles(buildArchive(articles));
  expect([...files.keys()]).toEqual(['pages', 'pages-2', '2024', '2024-2']);
  expect(files.get('2024')).toHaveLength(50_000);
  expect(files.get('2024-2')?.at(-1)?.path).toMatch(/^\/2024\/03\/01\/a\d+\/$/);
});

test('a part and the index are printed as XML', () => {
  expect(
    printSitemap([{ path: '/a/', changed: '2024-03-01' }, { path: '/b/' }], 'https://a.example/x/'),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/x/a/</loc><lastmod>2024-03-01</lastmod></url>
<url><loc>https://a.example/x/b/</loc></url>
</urlset>
`);
  expect(printSitemapIndex(['2024'], 'https://a.example/x/')).toContain(
    '<sitemap><loc>https://a.example/x/sitemap-2024.xml</loc></sitemap>',
  );
});
