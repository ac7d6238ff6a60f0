import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';

const read = (pages: string) =>
  parseArticle(`---\ntitle: Flood\ndate: 1953-02-01\npages:\n${pages}\n---\n\nText.\n`, {
    file: 'articles/1953/02/01/flood.md',
    language: 'en',
  });

test('an article names its printed pages, each with its number and the part that is its own', () => {
  const { article, problems } = read(
    '  - { src: ./page-3.jpg, page: 3, box: [120, 340, 1600, 2100] }\n  - { src: page-4.pdf }\n  - { src: https://iiif.example.org/courier/5 }',
  );
  expect(problems).toEqual([]);
  expect(article?.pages).toEqual([
    { src: './page-3.jpg', page: '3', box: [120, 340, 1600, 2100], line: 5, column: 12 },
    { src: 'page-4.pdf', line: 6, column: 12 },
    { src: 'https://iiif.example.org/courier/5', line: 7, column: 12 },
  ]);
});

test('a scan that is a picture is shown and led to, a PDF is led to, and nothing is asked of others', () => {
  const { article } = read(
    '  - { src: ./page-3.jpg }\n  - { src: page-4.pdf }\n  - { src: https://iiif.example.org/courier/5 }',
  );
  expect(article?.pictures).toEqual(['page-3.jpg']);
  expect(article?.references.map(({ kind, address }) => [kind, address])).toEqual([
    ['picture', './page-3.jpg'],
    ['link', './page-3.jpg'],
    ['link', 'page-4.pdf'],
  ]);
});

test.each([
  ['{ src: http://example.org/page.jpg }', 'pages-not-a-local-file', 5, 12],
  ['{ page: 3 }', 'pages-incomplete', 5, 5],
  ['{ src: a.jpg, box: [1, 2, 0, 4] }', 'pages-not-a-box', 5, 24],
  ['{ src: a.jpg, box: [1, 2, 3] }', 'pages-wrong-kind', 5, 24],
  ['{ src: a.jpg, box: [1, 2, 3, wide] }', 'pages-wrong-kind', 5, 34],
])('what is wrong in a page is said with its place: %s', (page, rule, line, column) => {
  const { problems } = read(`  - ${page}`);
  expect(
    problems.map((problem) => [problem.rule, problem.place.line, problem.place.column]),
  ).toEqual([[rule, line, column]]);
  expect(problems[0]?.fix).toContain('pages: [{ src: ./page-3.jpg');
});
