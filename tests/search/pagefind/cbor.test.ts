import { expect, test } from 'vitest';
import { CborReader } from '../../../src/search/pagefind/cbor.ts';

/** Examples of RFC 8949, appendix A. */
test.each<[hex: string, value: unknown]>([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['60', ''],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
  ['63e6b0b4', '水'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  [`981901${'02'.repeat(24)}`, [1, ...Array.from({ length: 24 }, () => 2)]],
])('%s is read as it is meant', (hex, value) => {
  expect(new CborReader(Buffer.from(hex, 'hex')).value()).toEqual(value);
});

test('numbers below nought are read, as RFC 8949 §3.1 has them', () => {
  expect(new CborReader(Uint8Array.of(0x38, 0x63)).integer()).toBe(-100);
});

test('what is not expected is an error', () => {
  expect(() => new CborReader(Uint8Array.of(0xf5)).value()).toThrow('CBOR');
});
