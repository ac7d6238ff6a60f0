// Scripts by what they do with blanks and line ends, in one table for all who ask (Unicode Script property).

/** Scripts of Chinese and Japanese, in which a line may end between any two characters. */
const chineseOrJapanese = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}`;

/** Scripts of South-East Asia that set blanks between phrases, not between words. */
const southEastAsian = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** A character of a script that does not divide its words by blanks. */
export const unspacedCharacter = new RegExp(`[${chineseOrJapanese}${southEastAsian}]`, 'gu');

/** Whether a text has any such character. */
export const hasUnspaced = (text: string): boolean => text.search(unspacedCharacter) >= 0;

/** A mark that a reader sees as part of the character before it: the vowels and tones of Thai, Lao, Khmer, Burmese. */
export const combiningMark = /\p{M}+/gu;

/** A character as wide as an ideograph: ideographs, kana, and the punctuation that goes with them. */
const wide = String.raw`[${chineseOrJapanese}々〆ー・\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]`;

/** Signs that Chinese shares with other languages; beside a wide character they are Chinese. */
const shared = '[“”‘’…—]';

/**
 * A line end that is no blank: between wide characters (CSS Text 3 §4.1.3, segment break transformation). Korean
 * divides words by blanks and is not among them.
 */
export const silentLineEnd = new RegExp(
  `(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide}|${shared})|(?<=${shared})[ \\t]*\\n[ \\t]*(?=${wide})`,
  'gu',
);
