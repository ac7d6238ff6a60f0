// Which words of the archive a misspelt one may have meant.

import { fold } from '../../search/format/text-words.ts';

/** The file of the archive's words, as it is fetched. */
export interface PackedWords {
  words: string;
  counts: number[];
}

export interface ArchiveWords {
  /** As the archive writes them, in lower case; by their folding. */
  has(word: string): boolean;
  /** The words that begin with these letters, commonest first. */
  beginningWith(start: string): string[];
  /** The words that a misspelt one may have meant, likeliest first. */
  similarTo(word: string): string[];
}

interface Known {
  word: string;
  folded: string;
  count: number;
}

export function unpackWords({ words, counts }: PackedWords): ArchiveWords {
  const known = unfold(words, counts);
  const byFolding = new Map<string, Known>();
  for (const one of known) {
    const same = byFolding.get(one.folded);
    if (!same || same.count < one.count) byFolding.set(one.folded, one);
  }
  return {
    has: (word) => byFolding.has(fold(word)),
    beginningWith(start) {
      const folded = fold(start);
      return known
        .filter((one) => one.folded.startsWith(folded))
        .toSorted((a, b) => b.count - a.count)
        .map(({ word }) => word);
    },
    similarTo: (word) => similar(fold(word), [...byFolding.values()], byFolding),
  };
}

function unfold(words: string, counts: readonly number[]): Known[] {
  let before = '';
  return words.split('\n').map((line, i) => {
    const word = before.slice(0, Number.parseInt(line[0] ?? '0', 36)) + line.slice(1);
    before = word;
    return { word, folded: fold(word), count: counts[i] ?? 1 };
  });
}

const mostSuggestions = 5;
const clearlyWorse = 0.9;

function similar(
  wanted: string,
  known: readonly Known[],
  byFolding: ReadonlyMap<string, Known>,
): string[] {
  const farthest = wanted.length <= 3 ? 0 : wanted.length <= 5 ? 1 : 2;
  const found: { word: string; cost: number }[] = [];
  for (const { word, folded, count } of known) {
    if (folded === wanted || Math.abs(folded.length - wanted.length) > farthest) continue;
    const distance = editDistance(wanted, folded, farthest);
    if (distance > farthest) continue;
    // Typing errors spare the first letter; a common word is likelier meant than a rare one.
    const first = folded[0] === wanted[0] ? 0 : 0.7;
    found.push({ word, cost: distance + first - Math.log10(1 + count) / 4 });
  }
  for (let i = 3; i <= wanted.length - 3; i++) {
    const head = byFolding.get(wanted.slice(0, i));
    const tail = byFolding.get(wanted.slice(i));
    if (head && tail) {
      const rarer = Math.min(head.count, tail.count);
      found.push({ word: `${head.word} ${tail.word}`, cost: 1.2 - Math.log10(1 + rarer) / 4 });
    }
  }
  found.sort((a, b) => a.cost - b.cost);
  const [best] = found;
  return found
    .filter(({ cost }) => cost < (best?.cost ?? 0) + clearlyWorse)
    .slice(0, mostSuggestions)
    .map(({ word }) => word);
}

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
