// How words that no article has may have been meant, by the words that the archive has.

import type { QueryRelaxation } from './progress.ts';
import type { ArchiveWords } from './archive-words.ts';

/** A word that no article holds, and what may be meant: each reading a word, or all that begin alike. */
export interface Reading {
  word: string;
  similar: string[];
  instead: string[][];
  /** How many of the readings found anything. */
  used: number;
  beginning: boolean;
}

export async function readingsOf(word: string, known: ArchiveWords): Promise<Reading> {
  const [similar, begun] = await Promise.all([
    known.similarTo(word),
    word.length >= 3 ? known.beginningWith(word) : [],
  ]);
  const longer = begun.slice(0, mostLonger).map(({ written }) => written);
  const beginning = longer.length > 0;
  const single = similar.filter((other) => !longer.includes(other)).map((other) => [other]);
  return { word, similar, instead: beginning ? [longer, ...single] : single, used: 0, beginning };
}

/** Of the words that begin like one that is not known so many are tried, the commonest. */
const mostLonger = 12;

/** How words were read in the end; those that were not are the ones for which nothing like them was found. */
export const sayReadings = (readings: readonly Reading[]): QueryRelaxation[] =>
  readings
    .filter(({ instead }) => instead.length > 0)
    .map(({ word, instead, used, beginning }) =>
      beginning && used <= 1
        ? { kind: 'beginning', word }
        : { kind: 'corrected', word, meant: instead.slice(beginning ? 1 : 0, used).flat() },
    );
