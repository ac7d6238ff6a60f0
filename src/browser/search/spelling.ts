// Which words of the archive a misspelt one may have meant.

import type { KnownWord } from '../../search/format/vocabulary.ts';

const mostSuggestions = 5;
const clearlyWorse = 0.9;

/** A word that may have been meant, and how unlikely that is. */
interface Candidate {
  word: string;
  cost: number;
}

/** A common word is likelier meant than a rare one. */
const commonness = (count: number): number => Math.log10(1 + count) / 4;

/**
 * The words that a misspelt one may have meant, likeliest first, as the archive writes them.
 *
 * @param wanted as it is compared, see `fold`
 */
export function similarWords(
  wanted: string,
  known: readonly KnownWord[],
  divided: readonly Candidate[] = [],
): string[] {
  const farthest = wanted.length <= 3 ? 0 : wanted.length <= 5 ? 1 : 2;
  const found = [...divided];
  for (const { text, written, count } of known) {
    if (text === wanted || Math.abs(text.length - wanted.length) > farthest) continue;
    const distance = editDistance(wanted, text, farthest);
    if (distance > farthest) continue;
    // Typing errors spare the first letter.
    const first = text[0] === wanted[0] ? 0 : 0.7;
    found.push({ word: written, cost: distance + first - commonness(count) });
  }
  found.sort((a, b) => a.cost - b.cost);
  const [best] = found;
  return found
    .filter(({ cost }) => cost < (best?.cost ?? 0) + clearlyWorse)
    .slice(0, mostSuggestions)
    .map(({ word }) => word);
}

/** Two words that were written together, as one that may have been meant. */
export const asTwoWords = (head: KnownWord, tail: KnownWord): Candidate => ({
  word: `${head.written} ${tail.written}`,
  cost: 1.2 - commonness(Math.min(head.count, tail.count)),
});

/**
 * The number of letters to put in, take out, change, or swap with their neighbour to make one word of the other
 * (optimal string alignment, a form of Damerau's distance); a number above `most` where it takes more.
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
