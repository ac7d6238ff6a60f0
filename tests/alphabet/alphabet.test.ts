import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabetOf } from '../../src/alphabet/alphabet.ts';
import { beginningKey } from '../../src/alphabet/beginning-key.ts';
import { nameWords } from '../../src/alphabet/name-words.ts';

test.each([
  ['ar', ['ا آمال', 'ا أحمد', 'ا الأرشيف', 'ق القدس']],
  [
    'en',
    ['0–9 9 May', '0–9 1968', 'A Ångström', 'D Đà Nẵng', 'O Øresund', 'Q “Quoted”', 'Z Zürich'],
  ],
  ['es', ['N Niño', 'Ñ Ñandú', 'O Oca']],
  ['hi', ['क कोलकाता', 'द दिल्ली']],
  ['ja', ['あ アメリカ', 'か ガス', 'か かぜ', 'た っ', '北 北京']],
  ['ko', ['ㄱ 김정은', 'ㄱ 까치', 'ㅎ 하늘']],
  ['ru', ['Е Ёлка', 'Е Ельцин', 'И Иваново', 'Й Йод']],
  ['sv', ['A Aland', 'Z Zorn', 'Å Åland', 'Å Ångström', 'Ö Ölands']],
  ['th', ['ก กรุงเทพ', 'ช เชียงใหม่']],
  ['tr', ['Ç Çorum', 'I Isparta', 'İ İzmir']],
  ['zh', ['A 奥运', 'B 北京', 'S 上海']],
  ['zh-Hant', ['2劃 人', '5劃 北京', '8劃 東京', '16劃 龍']],
])(
  'names of a site in %s stand in its order under the headings of its index',
  (language, expected) => {
    const { compare, headingOf } = alphabetOf(language);
    const names = expected.map((line) => line.slice(line.indexOf(' ') + 1));
    const inOrder = names.toReversed().toSorted(compare);
    expect(inOrder.map((name) => `${headingOf(name)} ${name}`)).toEqual(expected);
  },
);

test('a longer beginning goes on with the letters of the name, accents apart', () => {
  const { beginningOf } = alphabetOf('en');
  expect(beginningOf('Smith, John', 6)).toBe('Smith J');
  expect(beginningOf('Élections', 2)).toBe('El');
  expect(alphabetOf('sv').beginningOf('Ångström', 2)).toBe('Ån');
  expect(alphabetOf('tr').beginningOf('Isparta İli', 8)).toBe('Isparta İ');
  expect(beginningOf('Li', 5)).toBe('Li');
});

test('different beginnings have different keys, which no slug is', () => {
  expect(beginningKey('Smith J')).toBe('smith-j');
  expect(beginningKey('か')).toBe('_304b_');
  const anyBeginning = fc
    .string({ unit: fc.constantFrom('a', 'b', '4', ' ', 'か', 'ä', 'ا') })
    .map((text) => text.trim().replace(/ +/g, ' '));
  fc.assert(
    fc.property(anyBeginning, anyBeginning, (a, b) => {
      expect(beginningKey(a) === beginningKey(b)).toBe(a === b);
      expect(beginningKey(a)).toMatch(/^[a-z0-9_-]*$/);
    }),
  );
});

test('a name is found by the beginnings of its words, in scripts without blanks by each character', () => {
  expect(nameWords('North Korea (Élysée)')).toEqual(['north', 'korea', 'elysee']);
  expect(nameWords('O’Brien, Kate')).toEqual(['obrien', 'kate']);
  expect(nameWords('北京市')).toEqual(['北京市', '京市', '市']);
});
