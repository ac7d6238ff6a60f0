import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashTerm, termsKept, termsOf, unpackTerms } from '../../src/article/terms.ts';

const terms = (title: string, body = ''): number[] =>
  unpackTerms(termsOf({ title, summary: '', body }));
const shared = (a: number[], b: number[]): number => a.filter((term) => b.includes(term)).length;

test('terms pack into five characters each and come back in order', () => {
  const packed = termsOf({ title: 'Flood', summary: '', body: 'Dikes broke in Zeeland.' });
  expect(unpackTerms(packed)).toEqual(['flood', 'zeeland', 'dikes', 'broke'].map(hashTerm));
  expect(packed).toHaveLength(4 * 5);
});

test('the words of the headline come first, then names, then long and repeated words', () => {
  const found = terms('Storm', 'The harbour was closed. The harbour stayed closed, said Petersen.');
  expect(found[0]).toBe(hashTerm('storm'));
  expect(found.indexOf(hashTerm('peterse'))).toBeLessThan(found.indexOf(hashTerm('stayed')));
  expect(found.indexOf(hashTerm('harbour'))).toBeLessThan(found.indexOf(hashTerm('stayed')));
});

test('case, accents and endings after the seventh letter make no difference', () => {
  expect(shared(terms('ÉLECTIONS législatives'), terms('Elections Législative'))).toBe(2);
});

test('short words tell nothing, names and capitals excepted', () => {
  expect(terms('', 'it was on him and she saw the sea')).toEqual([]);
  expect(terms('', 'UN EU')).toHaveLength(2);
});

test('texts in scripts without blanks share the pairs of their characters', () => {
  expect(shared(terms('北京奥运会开幕'), terms('第二十九届奥运会在北京'))).toBeGreaterThanOrEqual(
    3,
  );
  expect(shared(terms('カタカナ'), terms('カタカナ'))).toBe(1);
  expect(shared(terms('', 'น้ำท่วมกรุงเทพ'), terms('', 'กรุงเทพมหานคร'))).toBeGreaterThan(0);
});

test('vowel signs of Indian scripts are part of their words', () => {
  expect(shared(terms('', 'गणतंत्र'), terms('', 'गणतत्र'))).toBe(0);
});

test('addresses, links and marks of HTML are no subject', () => {
  const body = '[Zeeland](https://example.org/archive/search) <span class="notice">dikes</span>';
  expect(new Set(terms('', body))).toEqual(new Set([hashTerm('zeeland'), hashTerm('dikes')]));
});

test('any text at all gives at most 32 terms of 30 bits, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, body) => {
      const found = terms(title, body);
      expect(found).toEqual(terms(title, body));
      expect(found.length).toBeLessThanOrEqual(termsKept);
      expect(found.every((term) => term >= 0 && term < 2 ** 30)).toBe(true);
    }),
  );
});
