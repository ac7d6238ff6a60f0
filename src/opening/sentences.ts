import { unfinishedEnding } from './abbreviations.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'sentence' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let made = segmenters.get(key);
  if (!made) segmenters.set(key, (made = new Intl.Segmenter(language, { granularity })));
  return made;
}

/** A sentence is looked for in so much of a text, in characters. */
const longestSentence = 2000;

/** The first sentence of a text, without breaks in "Dr. Smith", "J. R. R. Tolkien" or "3. Oktober". */
export function firstSentence(text: string, language: string): string {
  const unfinished = unfinishedEnding(language);
  let sentence = '';
  const start = cutWhole(text, longestSentence, language);
  for (const { segment } of segmenter(language, 'sentence').segment(start)) {
    sentence += segment;
    if (!unfinished.test(sentence) && sentence.trim().length > 3) break;
  }
  return sentence.trim();
}

/**
 * Cuts a text between characters as a reader sees them (UAX 29 §3): not within a family of emoji, a flag, or a
 * letter and its marks.
 *
 * @param length at most so many UTF-16 units are kept
 */
export function cutWhole(text: string, length: number, language: string): string {
  if (text.length <= length) return text;
  // No character that anyone writes is longer than this.
  const around = text.slice(0, length + 64);
  const cut = segmenter(language, 'grapheme').segment(around).containing(length);
  return text.slice(0, cut === undefined ? length : cut.index);
}
