import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginningKey,
  blockOf,
  findGroup,
  foldFacetName,
  lettersOf,
  parseBeginning,
  parseBlockSizes,
  printBlock,
  printBlockSizes,
  printGroup,
} from '../../../src/search/format/directory.ts';
import { seal, unseal } from '../../../src/search/format/sealed.ts';

const bytes = fc.uint8Array().map((each) => new Uint8Array(each));
const form = fc.oneof(
  fc.record({ text: fc.string(), list: bytes, places: bytes }),
  fc.record({
    text: fc.string(),
    at: fc.nat(),
    listLength: fc.nat(),
    placesLength: fc.nat(),
    count: fc.nat(),
  }),
);
const group = fc.record({ key: fc.string({ minLength: 1 }), forms: fc.array(form) });

test('a group is found in its block as it was printed, and no other', () => {
  const groups = fc.uniqueArray(group, { selector: ({ key }) => key });
  fc.assert(
    fc.property(groups, fc.string({ minLength: 1 }), (some, other) => {
      const sealed = printBlock(some.map(printGroup), 'shard');
      expect(sealed.length % 32).toBe(0);
      const block = unseal(sealed, 'shard');
      for (const each of some) expect(findGroup(block, each.key)).toEqual(each);
      const known = some.find(({ key }) => key === other);
      expect(findGroup(block, other)).toEqual(known);
    }),
  );
});

test('a block of which a byte has changed is known to be damaged', () => {
  const block = printBlock([printGroup({ key: 'sea', forms: [] })], 'shard');
  fc.assert(
    fc.property(fc.nat(block.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = block.slice();
      damaged[at] = (damaged[at] ?? 0) ^ change;
      expect(() => unseal(damaged, 'shard')).toThrow(RangeError);
    }),
  );
  expect(() => unseal(block, 'another shard')).toThrow(RangeError);
  expect(() => unseal(new TextEncoder().encode('<!doctype html>'))).toThrow(RangeError);
  expect([...unseal(seal(Uint8Array.of(1, 2)))]).toEqual([1, 2]);
});

test('the sizes of blocks are a letter each, and come back from JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40_000).map((units) => units * 32)), (sizes) => {
      const printed = JSON.parse(JSON.stringify(printBlockSizes(sizes))) as string;
      expect(printed).toHaveLength(sizes.length);
      expect(parseBlockSizes(printed)).toEqual(sizes);
    }),
  );
});

test('the words of a beginning are found as they were printed', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(form), (key, forms) => {
      const whole = forms.map((each) => ({ ...each, text: key + each.text }));
      expect(parseBeginning(seal(printGroup({ key, forms })))).toEqual(whole);
    }),
  );
  expect(beginningKey('flood')).toBe(beginningKey('flo'));
  expect(lettersOf('𝒶𝒷𝒸𝒹𝑒', 4)).toBe('𝒶𝒷𝒸𝒹');
  expect(lettersOf('at', 4)).toBe('');
});

test('keys are spread over all blocks', () => {
  const blocks = new Set(Array.from({ length: 400 }, (_, i) => blockOf(`word${i}`, 16)));
  expect(blocks.size).toBe(16);
});

test('names of facets are the same whatever their case, accents, blanks and hyphens', () => {
  expect(foldFacetName('Région-Nord')).toBe(foldFacetName('region  nord'));
  expect(foldFacetName('North Korea')).not.toBe(foldFacetName('northkorea'));
});
