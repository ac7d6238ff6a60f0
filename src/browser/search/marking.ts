// Finds the words of a query in a text, to mark them: in an excerpt, and in the article that is opened. The index
// knows words by their stems; here two words are the same when they differ in their inflection only.

import {
  divideWords,
  foldWord,
  isElided,
  isUnspaced,
  withoutParticles,
} from '../../search/format/word-forms.ts';

/** What is to be marked: words, and words beside each other. */
export type Wanted = readonly (readonly string[])[];

/** Endings that words of many languages take without becoming other words. */
const endings =
  /^(?:|s|es|e|d|ed|en|er|ers|em|es|n|ns|ing|ings|ly|y|ies|ied|ion|ions|al|ment|ments|x|a|as|os|o|i)$/;

/** Prepares the words of a query. */
export function wantedIn(words: readonly { text: string; phrase: boolean }[]): Wanted {
  return words.flatMap(({ text, phrase }) => {
    const divided = divideWords(text).split(/\s+/u);
    const parts = divided
      .filter((part) => phrase || !isElided(part))
      .map(bare)
      .filter(Boolean);
    return phrase ? [parts] : parts.map((part) => [part]);
  });
}

/** A word without case, accents and signs. */
export const bare = (word: string): string => foldWord(word).replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a word of a text is a wanted one, in whatever inflection. Both are bare. */
export function sameWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted === '' || word === '') return false;
  if (isUnspaced(wanted))
    return word.includes(wanted) || (wanted.includes(word) && word.length > 1);
  let shared = 0;
  while (shared < word.length && word[shared] === wanted[shared]) shared++;
  // Of short words only a plural is the same word: `they` is not `the`.
  const [longer, shorter] = word.length > wanted.length ? [word, wanted] : [wanted, word];
  if (shorter.length < 4) return longer === `${shorter}s`;
  if (shared >= 3 && shared >= Math.min(word.length, wanted.length) - 2) {
    if (endings.test(word.slice(shared)) && endings.test(wanted.slice(shared))) return true;
  }
  return withoutParticles(word).includes(wanted);
}

/**
 * Finds what is to be marked among the words of a text.
 *
 * @param words bare
 * @returns for each word the number of the wanted item that it belongs to, or -1
 */
export function findWanted(words: readonly string[], wanted: Wanted): Int16Array {
  const marks = new Int16Array(words.length).fill(-1);
  for (const [number, sequence] of wanted.entries()) {
    if (sequence.length === 0) continue;
    for (let i = 0; i + sequence.length <= words.length; i++) {
      if (sequence.every((part, j) => matches(words[i + j] ?? '', part))) {
        marks.fill(number, i, i + sequence.length);
      }
    }
  }
  return marks;
}

/** A compound such as `NATO-Russia` is marked for each of its parts. */
const matches = (word: string, wanted: string): boolean =>
  sameWord(word, wanted) ||
  (word.includes('-') && word.split('-').some((part) => sameWord(part, wanted)));

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.][\p{L}\p{N}]+)*/gu;

/** Between two words that are written together. */
const seam = /\u200A+/u;

/** A stretch of a text, from its first letter up to, but not including, its end. */
export interface Stretch {
  start: number;
  end: number;
}

/** Finds what is to be marked in a text as it is written; words without a space between them are one stretch. */
export function findStretches(text: string, wanted: Wanted): Stretch[] {
  const words: (Stretch & { word: string })[] = [];
  for (const { index, 0: written } of text.matchAll(wordPattern)) {
    let end = index;
    for (const word of divideWords(written).split(seam)) {
      end += word.length;
      words.push({ start: end - word.length, end, word: bare(word) });
    }
  }
  const marks = findWanted(
    words.map(({ word }) => word),
    wanted,
  );
  const stretches: Stretch[] = [];
  for (const [i, { start, end }] of words.entries()) {
    const mark = marks[i] ?? -1;
    if (mark < 0 || start === end) continue;
    const last = stretches.at(-1);
    const goesOn = mark === marks[i - 1] && (wanted[mark]?.length ?? 0) > 1;
    if (last && (goesOn || last.end === start)) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}
