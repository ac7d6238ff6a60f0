import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  noPlaces,
  parseBlock,
  parsePostings,
  printPostings,
  withoutPlaces,
} from '../../../src/search/format/postings.ts';
import { flatPlaces } from '../flat-places.ts';

const places = fc.uniqueArray(fc.nat(5000), { minLength: 1, maxLength: 12 });
const article = fc.record({ gap: fc.nat(400), mark: fc.nat(15), places });

test('articles, marks and places come back as they were printed', () => {
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 200 }), (articles) => {
      let number = -1;
      const numbers = Uint32Array.from(articles, ({ gap }) => (number += gap + 1));
      const marks = Uint8Array.from(articles, ({ mark }) => mark);
      const all = articles.map((each) => each.places.toSorted((a, b) => a - b));
      const printed = printPostings({ numbers, marks }, flatPlaces(all));
      const read = parsePostings(printed.list);
      expect([...read.numbers]).toEqual([...numbers]);
      expect([...read.marks]).toEqual([...marks]);
      let start = 0;
      const back = read.blocks.flatMap((length, block) => {
        start += length;
        const count = Math.min(64, articles.length - block * 64);
        return parseBlock(printed.places.subarray(start - length, start), count);
      });
      expect(back).toEqual(all);
      expect(start).toBe(printed.places.length);
      expect(withoutPlaces(printed.list, printed.places.length)).toEqual(
        printPostings({ numbers, marks }, noPlaces).list,
      );
    }),
  );
});

test('a list without places has no blocks', () => {
  const numbers = Uint32Array.of(0, 7, 8);
  const { list, places: none } = printPostings({ numbers, marks: new Uint8Array(3) }, noPlaces);
  expect(none).toHaveLength(0);
  expect(parsePostings(list)).toMatchObject({ numbers, blocks: [] });
});

test('any bytes at all are a list or an error, at once', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      try {
        parsePostings(new Uint8Array(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
