import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BitReader,
  BitWriter,
  ByteReader,
  ByteWriter,
  riceParameter,
} from '../../../src/search/format/bytes.ts';

test('numbers, texts and bytes come back as they were written', () => {
  const items = fc.array(
    fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }), fc.uint8Array()),
  );
  fc.assert(
    fc.property(items, (written) => {
      const out = new ByteWriter();
      for (const item of written) {
        if (typeof item === 'number') out.varint(item);
        else if (typeof item === 'string') out.text(item);
        else out.counted(item);
      }
      const reader = new ByteReader(out.finish());
      for (const item of written) {
        if (typeof item === 'number') expect(reader.varint()).toBe(item);
        else if (typeof item === 'string') expect(reader.text()).toBe(item);
        else expect([...reader.counted()]).toEqual([...item]);
      }
      expect(reader.isAtEnd).toBe(true);
    }),
  );
});

test('bits and numbers in the code of Rice come back as they were written', () => {
  const item = fc.record({ value: fc.nat(100_000), k: fc.integer({ min: 4, max: 20 }) });
  fc.assert(
    fc.property(fc.array(item), (written) => {
      const out = new BitWriter();
      for (const { value, k } of written) {
        out.rice(value, k);
        out.bits(value & 7, 3);
      }
      const reader = new BitReader(out.finish());
      for (const { value, k } of written) {
        expect(reader.rice(k)).toBe(value);
        expect(reader.bits(3)).toBe(value & 7);
      }
    }),
  );
});

test('bytes that end too early are an error and no number', () => {
  expect(() => new ByteReader(Uint8Array.of(200)).varint()).toThrow(RangeError);
  expect(() => new ByteReader(Uint8Array.of(9, 1)).counted()).toThrow(RangeError);
  expect(() => new BitReader(Uint8Array.of(255)).rice(2)).toThrow(RangeError);
});

test('the parameter of a code is never below nought', () => {
  expect([0, 1, 2, 300].map(riceParameter)).toEqual([0, 0, 0, 7]);
});
