// How an index of names is divided, as a reader of the site's language looks a name up: under a letter where the
// script has letters; under a row of kana, a jamo, a number of strokes, a letter of pinyin or the character itself where
// it has none. The order is that of `Intl.Collator` (CLDR).

import anyAscii from 'any-ascii';

/** The heading of names that begin with a figure or with no letter at all. */
export const figures = '0–9';

export interface Alphabet {
  /** Compares two names in the order of the language; figures by their value. */
  compare: (a: string, b: string) => number;
  /** The heading under which a name stands: `M`, `Å`, `か`, `ㄱ`, `5劃`. */
  headingOf: (name: string) => string;
  /** The first letters of a name as headings compare them, with one blank between words: `Smith J`. */
  beginningOf: (name: string, letters: number) => string;
}

const latin = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The first kana of each row of the fifty sounds. */
const kanaRows = Array.from('あかさたなはまやらわ');

/** The consonants under which Korean indexes sort, by the first of the jamo that Unicode composes syllables of. */
const jamo = Array.from('ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ');
const firstJamo = 0x1100;

/** The first character, in the order of strokes, of those with one stroke, with two and so on (CLDR, `zh-u-co-stroke`). */
const strokes = Array.from('一丁丈不且丞串並亭乘乾傀亂僎僵儐償叢儳嚴儷儻囌囑廳');

const alphabets = new Map<string, Alphabet>();

/**
 * The alphabet of a language.
 *
 * @param language a BCP 47 tag
 */
export function alphabetOf(language: string): Alphabet {
  let alphabet = alphabets.get(language);
  if (!alphabet) alphabets.set(language, (alphabet = makeAlphabet(language)));
  return alphabet;
}

function makeAlphabet(language: string): Alphabet {
  const names = new Intl.Collator(language, { numeric: true });
  const letterOf = remember(letterFinder(language));
  const headingOf = remember(headingFinder(language, letterOf));
  return {
    compare: (a, b) => names.compare(soughtPart(a), soughtPart(b)) || (a < b ? -1 : a > b ? 1 : 0),
    headingOf: (name) => headingOf(firstCharacter(soughtPart(name))),
    beginningOf: (name, letters) =>
      beginning(soughtPart(name), letters, (character, isFirst) =>
        isFirst ? letterOf(character) : letterOf(character).toLocaleLowerCase(language),
      ),
  };
}

/** What of a name is sorted: without signs before it, and without the Arabic article. */
const soughtPart = (name: string): string =>
  name.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^ال(?=\p{L}{2})/u, '');

/** In Thai and Lao, vowels that are written before a consonant are sorted after it. */
const firstCharacter = (text: string): string =>
  /^[เ-ไເ-ໄ]?(\P{M}\p{M}*)/u.exec(text.normalize('NFC'))?.[1] ?? '';

function beginning(
  text: string,
  letters: number,
  write: (character: string, isFirst: boolean) => string,
): string {
  let left = letters;
  let begun = '';
  for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const characters = [...word.matchAll(/\P{M}\p{M}*/gu)].slice(0, left);
    left -= characters.length;
    const written = characters.map(([character], i) => write(character, i === 0)).join('');
    begun += begun === '' ? written : ` ${written}`;
    if (left === 0) break;
  }
  return begun;
}

/** Scripts in which a mark may make another letter: Å is none of the forms of A in Swedish. */
const hasAccents = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Makes a function that takes off a character what does not make it another letter in a language. */
function letterFinder(language: string): (character: string) => string {
  const base = new Intl.Collator(language, { sensitivity: 'base' });
  const isSame = (a: string, b: string): boolean => base.compare(a, b) === 0;
  return (character) => {
    const capital = character.toLocaleUpperCase(language);
    const bare = capital
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC');
    if (!hasAccents.test(capital)) return bare === '' ? capital : bare;
    return [...latin, bare].find((letter) => isSame(capital, letter)) ?? capital;
  };
}

function headingFinder(
  language: string,
  letterOf: (character: string) => string,
): (character: string) => string {
  const order = new Intl.Collator(language);
  const lastBefore = (starts: readonly string[], character: string): number =>
    starts.findLastIndex((start) => order.compare(start, character) <= 0);
  const isChinese = /^zh\b/i.test(language);
  const isByStrokes = isChinese && /-(?:Hant|TW|HK|MO)\b/i.test(language);
  return (character) => {
    if (!/^\p{L}/u.test(character)) return figures;
    if (/\p{Script=Hangul}/u.test(character)) {
      const code = character.normalize('NFD').codePointAt(0) ?? 0;
      return jamo[code - firstJamo] ?? character;
    }
    if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(character)) {
      const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
      return kanaRows[lastBefore(kanaRows, plain)] ?? character;
    }
    if (isByStrokes && /\p{Script=Han}/u.test(character)) {
      const count = lastBefore(strokes, character) + 1;
      return count > 0 ? `${count}劃` : character;
    }
    if (isChinese && /\p{Script=Han}/u.test(character)) {
      return anyAscii(character).charAt(0).toUpperCase() || character;
    }
    return letterOf(character);
  };
}

function remember(find: (character: string) => string): (character: string) => string {
  const found = new Map<string, string>();
  return (character) => {
    let text = found.get(character);
    if (text === undefined) found.set(character, (text = find(character)));
    return text;
  };
}
