import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lengthLetter,
  parseFirstWords,
  parseSlotSizes,
  placesOf,
  printFirstWords,
  printSlotSizes,
  putInSlot,
  requireFields,
  takeFromSlot,
  wordsOfLetter,
} from '../../src/search/format/pagefind-files.ts';

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

test('a piece comes out of its slot as it went in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), (piece) => {
      const slot = putInSlot(piece);
      expect(slot.length % 128).toBe(0);
      expect(slot.length - piece.length).toBeLessThanOrEqual(128);
      expect([...takeFromSlot(slot)]).toEqual([...piece]);
    }),
  );
});

test('the sizes of slots are a letter each, and come back from JSON', () => {
  const sizes = fc.array(fc.nat(50_000).map((slots) => slots * 128));
  fc.assert(
    fc.property(sizes, (bytes) => {
      const printed = JSON.parse(JSON.stringify(printSlotSizes(bytes))) as string;
      expect(printed).toHaveLength(bytes.length);
      expect(parseSlotSizes(printed)).toEqual(bytes);
    }),
  );
  expect(() => printSlotSizes([128 * 60_000])).toThrow(RangeError);
});

test('first words come back as they were, in any script', () => {
  const word = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ''));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const inOrder = words.toSorted();
      const printed = JSON.parse(JSON.stringify(printFirstWords(inOrder))) as string;
      expect(parseFirstWords(printed)).toEqual(inOrder);
    }),
  );
  expect(printFirstWords(['baclif', 'bagru', 'bagruma'])).toBe('Abaclif\nCgru\nFma');
  expect(parseFirstWords('')).toEqual([]);
});

test('an index with other fields of metadata than the browser believes is refused', () => {
  expect(() => requireFields(['title'])).not.toThrow();
  expect(() => requireFields(['date', 'title'])).toThrow(/date, title/);
});
