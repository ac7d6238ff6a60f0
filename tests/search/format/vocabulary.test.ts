import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseVocabulary, printVocabulary } from '../../../src/search/format/vocabulary.ts';

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', 'ß', '北'),
  minLength: 1,
  maxLength: 60,
});
const word = fc.record({
  text: letters,
  written: letters,
  count: fc.integer({ min: 1, max: 900_000 }),
});

test('words come back as they were printed, with counts to within a fifth', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const printed = JSON.parse(JSON.stringify(printVocabulary(words))) as ReturnType<
        typeof printVocabulary
      >;
      for (const [i, known] of parseVocabulary(printed).entries()) {
        expect(known).toMatchObject({ text: words[i]?.text, written: words[i]?.written });
        expect(Math.abs(Math.log2(known.count / (words[i]?.count ?? 1)))).toBeLessThanOrEqual(0.26);
      }
    }),
  );
});
