import { expect, test } from 'vitest';
import { listed } from '../../src/views/listed.ts';
import { anArticle } from '../an-article.ts';

test('a list says the same of an article after a change that it does not show', () => {
  expect(listed(anArticle({ wordCount: 1, tags: ['Floods'] }))).toEqual(
    listed(anArticle({ wordCount: 2 })),
  );
  expect(listed(anArticle())).not.toEqual(listed(anArticle({ title: 'Storm' })));
});

test('views share one entry for an article', () => {
  const article = anArticle();
  expect(listed(article)).toBe(listed(article));
});
