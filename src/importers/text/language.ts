import { eld } from 'eld/small';

/** Detection reads this many characters: more change nothing. */
const sampleLength = 600;

/** Under this many letters a text is too short to tell its language. */
const fewestLetters = 40;

/**
 * Detects the language of a text (ISO 639-1). None where the text is short, or where the detector itself
 * is in doubt: a wrong language hyphenates, sorts and searches wrongly, none does no harm.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, sampleLength).replace(/https?:\S+|[\w.]+@[\w.]+/g, ' ');
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const ideographs =
    sample.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0;
  if (letters < fewestLetters && ideographs < 8) return undefined;
  const result = eld.detect(sample);
  return result.language !== '' && result.isReliable() ? result.language : undefined;
}
