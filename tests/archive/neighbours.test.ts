import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { findNeighbours } from '../../src/archive/neighbours.ts';
import { anyArticles } from '../an-article.ts';

test('going newer and then older comes back to the same article', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { newestFirst } = buildArchive(articles);
      const neighbours = findNeighbours(newestFirst);
      return newestFirst.every((article) => {
        const { newer, older } = neighbours.get(article)!;
        return (
          (!newer || neighbours.get(newer)?.older === article) &&
          (!older || neighbours.get(older)?.newer === article)
        );
      });
    }),
  );
});

test('going older from the newest passes every article once', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { newestFirst } = buildArchive(articles);
      const neighbours = findNeighbours(newestFirst);
      const passed = [];
      for (let here = newestFirst[0]; here; here = neighbours.get(here)?.older) passed.push(here);
      expect(passed).toEqual(newestFirst);
    }),
  );
});

test('what stands alone has no neighbours', () => {
  expect(findNeighbours(['2024']).get('2024')).toEqual({ newer: undefined, older: undefined });
  expect(findNeighbours([]).size).toBe(0);
});
