import { expect, test } from 'vitest';
import { handedOver, handOver } from '../../src/handover/handover.ts';
import { anArticle } from '../an-article.ts';

test('what a build leaves is there for the pages', () => {
  expect(handedOver()).toBeUndefined();
  const article = anArticle();
  const services = { articles: [article], pictures: new Map(), files: new Map() };
  handOver(services);
  expect(handedOver()).toBe(services);
});
