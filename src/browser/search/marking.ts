// Finds the words of a query in a text, to mark them: in an excerpt, and in the article that is opened. The index
// knows words by their stems; here two words are the same when they differ in their inflection only.

import { isUnspaced, waysToFind, wordsOf, type Word } from '../../search/format/text-words.ts';

/** What is to be marked: for each item of a query the ways in which it may stand in a text. */
export type Wanted = readonly Item[];
type Item = readonly (readonly string[])[];

/** Endings that words of many languages take without becoming other words. */
const endings =
  /^(?:|s|es|e|d|ed|en|er|ers|em|es|n|ns|ing|ings|ly|y|ies|ied|ion|ions|al|ment|ments|x|a|as|os|o|i)$/;

/** Prepares the words of a query. */
export function wantedIn(words: readonly { text: string; phrase: boolean }[]): Wanted {
  return words
    .map(({ text, phrase }) =>
      phrase ? [wordsOf(text).map((word) => word.text)] : waysToFind(text),
    )
    .filter(([first]) => first !== undefined && first.length > 0);
}

/** Whether a word of a text is a wanted one, in whatever inflection. */
export const isWanted = (word: Word | undefined, wanted: string): boolean =>
  word !== undefined &&
  (sameWord(word.text, wanted) || word.also.some((other) => sameWord(other, wanted)));

function sameWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted === '' || word === '' || isUnspaced(wanted)) return false;
  let shared = 0;
  while (shared < word.length && word[shared] === wanted[shared]) shared++;
  // Of short words only a plural is the same word: `they` is not `the`.
  const [longer, shorter] = word.length > wanted.length ? [word, wanted] : [wanted, word];
  if (shorter.length < 4) return longer === `${shorter}s`;
  return (
    shared >= 3 &&
    shared >= Math.min(word.length, wanted.length) - 2 &&
    endings.test(word.slice(shared)) &&
    endings.test(wanted.slice(shared))
  );
}

/** Finds where an item stands among the words of a text: the number of its first word, and of how many it has there. */
export function findItem(words: readonly Word[], item: Item): { at: number; length: number }[] {
  const places: { at: number; length: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const way = item.find((parts) => parts.every((part, i) => isWanted(words[at + i], part)));
    if (way) places.push({ at, length: way.length });
  }
  return places;
}

/**
 * Finds what is to be marked among the words of a text.
 *
 * @returns for each word the number of the wanted item that it belongs to, or -1
 */
export function findWanted(words: readonly Word[], wanted: Wanted): Int16Array {
  const marks = new Int16Array(words.length).fill(-1);
  for (const [number, item] of wanted.entries()) {
    for (const { at, length } of findItem(words, item)) marks.fill(number, at, at + length);
  }
  return marks;
}

/** A stretch of a text, from its first letter up to, but not including, its end. */
export interface Stretch {
  start: number;
  end: number;
}

/** The stretches of a text that marked words cover; words of one item behind each other are one stretch. */
export function stretchesOf(words: readonly Word[], marks: Int16Array, wanted: Wanted): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [i, { start, end }] of words.entries()) {
    const mark = marks[i] ?? -1;
    if (mark < 0) continue;
    const last = stretches.at(-1);
    const goesOn = mark === marks[i - 1] && (wanted[mark] ?? []).some(({ length }) => length > 1);
    if (last && (goesOn || last.end >= start)) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** Finds what is to be marked in a text. */
export function findStretches(text: string, wanted: Wanted): Stretch[] {
  const words = wordsOf(text);
  return stretchesOf(words, findWanted(words, wanted), wanted);
}
