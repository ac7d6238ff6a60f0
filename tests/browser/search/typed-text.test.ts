import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDigits, plainText } from '../../../src/browser/search/typed-text.ts';

test.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۱۹۶۹', '1969'],
  ['१९६९', '1969'],
  ['１９６９', '1969'],
  ['𝟙𝟡𝟞𝟡', '1969'],
  ['1969', '1969'],
])('%s are digits', (digits, plain) => {
  expect(plainDigits(digits)).toBe(plain);
});

test('what is plain stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const plain = plainText(typed);
      expect(plainText(plain)).toBe(plain);
    }),
  );
});

test('joiners of letters stay', () => {
  expect(plainText('می\u200Cخواهم')).toBe('می\u200Cخواهم');
});
