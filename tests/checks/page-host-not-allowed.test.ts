import { expect, test } from 'vitest';
import { pageHostNotAllowed } from '../../src/checks/page-host-not-allowed.ts';
import { anArticle } from '../an-article.ts';

const scanned = anArticle({
  pages: [
    { src: './page-3.jpg', line: 4, column: 5 },
    { src: 'https://iiif.example.org/courier/5', line: 5, column: 12 },
  ],
});

test('a page on another host needs that host to be allowed', () => {
  const [problem, ...others] = pageHostNotAllowed([scanned], ['https://other.example.org']);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ rule: 'page-host-not-allowed', place: { line: 5, column: 12 } });
  expect(problem?.fix).toContain('allow: { images: [https://iiif.example.org] }');
  expect(pageHostNotAllowed([scanned], ['https://iiif.example.org'])).toEqual([]);
});
