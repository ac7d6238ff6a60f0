import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, slugFor } from '../../src/article/slug.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

test.each([
  ['Flood, 1953!', 'flood-1953'],
  ['L’économie: «ça va»', 'leconomie-ca-va'],
  ['北京', 'bei-jing'],
  ['Straße nach København', 'strasse-nach-kobenhavn'],
  ["New Year's Eve", 'new-years-eve'],
  ['1984', 'n-1984'],
  ['2024-03-01', 'n-2024-03-01'],
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['Disney+', 'disney-plus'],
  ['1+1=2', 'n-1-1-2'],
  ['Con', 'n-con'],
  ['COM¹', 'n-com1'],
  ['Con man', 'con-man'],
  ['', 'article'],
  ['!?', 'article'],
])('%j becomes %j', (text, slug) => expect(slugFor(text)).toBe(slug));

test('any text becomes a slug of at most 60 characters', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const slug = slugFor(text);
      return isSlug(slug) && slug.length <= 60;
    }),
  );
});

test('slugging twice changes nothing, not even numbers without end', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.stringMatching(/^[0-9 ]{50,80}$/)), (text) => {
      expect(slugFor(slugFor(text))).toBe(slugFor(text));
    }),
  );
});

test('a long headline is cut between words', () => {
  expect(
    slugFor('Explosion tears roof off the building of the reactor at the Fukushima plant'),
  ).toBe('explosion-tears-roof-off-the-building-of-the-reactor-at-the');
});

test.each(['2024', '15', 'Flood', 'flood-', '-flood', 'flood--1953', 'flut_1953', 'flöd', ''])(
  '%j is not a slug',
  (text) => expect(isSlug(text)).toBe(false),
);
