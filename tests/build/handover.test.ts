import { expect, test } from 'vitest';
import { handedOver, handOver, storedCollections } from '../../src/build/handover.ts';
import { anArticle } from '../an-article.ts';

test('what a build leaves is there for the pages, and is their collection', () => {
  expect(handedOver()).toBeUndefined();
  const article = anArticle();
  const services = { articles: [article], pictures: new Map(), files: new Map() };
  handOver(services);
  expect(handedOver()).toBe(services);
  expect(storedCollections().get('articles')?.get(article.id)).toEqual({
    id: article.id,
    digest: article.digest,
    data: article,
  });
});
