import { expect, test } from 'vitest';
import { handOver, takeHandedOver } from '../../src/files/handover.ts';
import { anArticle } from '../an-article.ts';

test('what a build leaves is taken once', () => {
  expect(takeHandedOver()).toBeUndefined();
  const articles = [anArticle()];
  handOver(articles);
  expect(takeHandedOver()).toBe(articles);
  expect(takeHandedOver()).toBeUndefined();
});
