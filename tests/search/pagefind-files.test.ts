import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthLetter, placesOf, wordsOfLetter } from '../../src/search/format/pagefind-files.ts';

test('pieces stand one behind the other, each wholly in one file', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300_000)), (sizes) => {
      const places = placesOf(sizes);
      expect(places.map(({ length }) => length)).toEqual(sizes);
      for (const [i, { file, start }] of places.entries()) {
        const before = places[i - 1];
        if (before?.file === file) expect(start).toBe(before.start + before.length);
        else expect({ file, start }).toEqual({ file: (before?.file ?? -1) + 1, start: 0 });
      }
    }),
  );
});

test('a letter tells the length of a text to within a half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 1_000_000 }), (words) => {
      const letter = lengthLetter(words);
      expect(letter).toMatch(/^[a-z]$/);
      expect(Math.abs(Math.log2(wordsOfLetter(letter) / words))).toBeLessThanOrEqual(0.51);
    }),
  );
  expect([0, 1, 16].map(lengthLetter)).toEqual(['a', 'a', 'a']);
});
