import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CborReader, printCbor, type Cbor } from '../../../src/search/pagefind/cbor.ts';

const { value: anyValue } = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    fc.nat(0xffff_ffff),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 30 }),
  ),
}));

test('what is printed is read back', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(new CborReader(printCbor(value)).value()).toEqual(value);
    }),
  );
});

test('numbers below nought are read, as RFC 8949 §3.1 has them', () => {
  expect(new CborReader(Uint8Array.of(0x38, 0x63)).integer()).toBe(-100);
});

test('what is not expected is an error', () => {
  expect(() => new CborReader(Uint8Array.of(0xf5)).value()).toThrow('CBOR');
});
