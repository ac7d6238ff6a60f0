import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  characterPairs,
  divideWords,
  foldWord,
  furtherForms,
  isWrittenTogether,
  joinWords,
  markTitle,
  withoutParticles,
} from '../../src/search/format/word-forms.ts';

const words = (text: string): string[] => divideWords(text).split(/\s+/u).filter(Boolean);

describe('dividing what is written together', () => {
  test.each([
    ['L’économie d’abord', ['L’', 'économie', 'd’', 'abord']],
    ["aujourd'hui", ["aujourd'hui"]],
    ["O'Brien's don't", ["O'Brien's", "don't"]],
    ['dell’arte', ['dell’', 'arte']],
    ['我们在北京大学学习', ['我们', '在', '北京', '大学', '学习']],
    ['雨が降った', ['雨', 'が', '降', 'っ', 'た']],
    ['well-known', ['well-known']],
  ])('%s', (text, divided) => {
    expect(words(text)).toEqual(divided);
  });

  test('Thai is divided by its dictionary', () => {
    expect(words('ฉันรักประเทศไทย').length).toBeGreaterThan(1);
  });

  test('any text is whole again when its seams are taken out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll('\u200A', ' ');
        expect(joinWords(divideWords(text))).toBe(plain);
      }),
    );
  });

  test('what was written together is shown together', () => {
    expect(isWrittenTogether('l’', 'économie')).toBe(true);
    expect(isWrittenTogether('北京', '大学')).toBe(true);
    expect(isWrittenTogether('在', '“')).toBe(true);
    expect(isWrittenTogether('”', '隆重')).toBe(true);
    expect(isWrittenTogether('“enfin”', '“repart”')).toBe(false);
    expect(isWrittenTogether('the', 'year')).toBe(false);
    expect(isWrittenTogether("dogs'", 'tails')).toBe(false);
  });
});

describe('further forms', () => {
  test('Hebrew words are found without the particles before them', () => {
    expect(withoutParticles('והסוסים')).toEqual(['הסוסים', 'סוסים']);
    expect(withoutParticles('מלך')).toEqual([]);
  });

  test('Arabic words are found without article and conjunction', () => {
    expect(withoutParticles('والحرب')).toContain('حرب');
    expect(withoutParticles('الحرب')).toEqual(['حرب']);
  });

  test('Chinese is found by pairs of characters, however a dictionary divides it', () => {
    expect(characterPairs('北京大学')).toEqual(['北京', '京大', '大学']);
    expect([...furtherForms('在北京大学。')]).toContain('京大');
  });

  test('a text of Latin letters has none', () => {
    expect(furtherForms('Nothing to add here.').size).toBe(0);
  });
});

test('words of a headline are marked one by one', () => {
  expect(markTitle('“L’été” ends')).toBe('qxztL’ qxztété” qxztends');
});

test('folding takes away case and accents', () => {
  expect(foldWord('ÉCONOMIE')).toBe('economie');
  expect(foldWord('Łódź')).toBe('lodz');
});
