// Finds the words of a query in a text, to mark them: in an excerpt, and in the article that is opened. Words are the same
// here when they are the same to the index: by their stems.

import { fold, waysToFind, wordsOf, type Word } from '../../search/format/text-words.ts';

/** Gives the stem of a word as the index has it. */
export type StemOf = (word: string) => string;

/** A word that is wanted, with its stem; or all words that begin with some letters. */
interface Part {
  text: string;
  stem?: string;
}

/** What is to be marked for one item of a query: the ways in which it may stand in a text. */
interface Item {
  ways: readonly (readonly Part[])[];
  stemOf: StemOf;
}

export type Wanted = readonly Item[];

/** A word or phrase of a query. */
export interface WantedWord {
  text: string;
  phrase: boolean;
  /** Whether all words are wanted that begin so. */
  beginning?: boolean;
}

/** Prepares the words of a query. */
export function wantedIn(words: readonly WantedWord[], stemOf: StemOf): Wanted {
  return words
    .map(({ text, phrase, beginning }): Item => {
      if (beginning === true) return { ways: [[{ text: fold(text) }]], stemOf };
      const ways = phrase ? [wordsOf(text).map((word) => word.text)] : waysToFind(text);
      const withStems = ways.map((way) => way.map((part) => ({ text: part, stem: stemOf(part) })));
      return { ways: withStems, stemOf };
    })
    .filter(({ ways: [first] }) => first !== undefined && first.length > 0);
}

/** Whether a word of a text is a wanted one, in whatever inflection. */
function isWanted(word: Word | undefined, { text, stem }: Part, stemOf: StemOf): boolean {
  if (word === undefined) return false;
  if (stem === undefined) return word.text.startsWith(text);
  return (
    word.text === text ||
    stemOf(word.text) === stem ||
    word.also.some((other) => other === text || stemOf(other) === stem)
  );
}

/** Finds where an item stands among the words of a text: the number of its first word, and of how many it has there. */
export function findItem(words: readonly Word[], item: Item): { at: number; length: number }[] {
  const places: { at: number; length: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const way = item.ways.find((parts) =>
      parts.every((part, i) => isWanted(words[at + i], part, item.stemOf)),
    );
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

/** A range of a text, from its first letter up to, but not including, its end. */
export interface TextRange {
  start: number;
  end: number;
}

/** The ranges of a text that marked words cover; words of one item behind each other are one range. */
export function rangesOf(words: readonly Word[], marks: Int16Array, wanted: Wanted): TextRange[] {
  const ranges: TextRange[] = [];
  for (const [i, { start, end }] of words.entries()) {
    const mark = marks[i] ?? -1;
    if (mark < 0) continue;
    const last = ranges.at(-1);
    const goesOn =
      mark === marks[i - 1] && (wanted[mark]?.ways ?? []).some(({ length }) => length > 1);
    if (last && (goesOn || last.end >= start)) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Finds what is to be marked in a text. */
export function findRanges(text: string, wanted: Wanted): TextRange[] {
  const words = wordsOf(text);
  return rangesOf(words, findWanted(words, wanted), wanted);
}
