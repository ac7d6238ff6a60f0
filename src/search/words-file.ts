// The archive's own words with how many articles have each: what a misspelt word may have meant is looked for
// here. The browser loads the file only when a search finds too little.

/** The words in the order of their folding, each with its number of articles, front-coded. */
export interface WordsFile {
  /** For each word how many letters it shares with the one before it, in base 36, then its other letters. */
  words: string;
  counts: number[];
}

/** A file for suggestions need not know every word: at most this many, the commonest. */
const mostWords = 60_000;

/** The words of all articles; in a large archive those that stand in one article only are left out. */
export function collectWords(counts: ReadonlyMap<string, number>): WordsFile {
  let known = [...counts];
  if (known.length > mostWords) known = known.filter(([, count]) => count > 1);
  if (known.length > mostWords) known = known.toSorted(byCount).slice(0, mostWords);
  known = known.toSorted(([a], [b]) => (a < b ? -1 : 1));
  let before = '';
  const lines = known.map(([word]) => {
    const shared = Math.min(sharedStart(before, word), 35);
    before = word;
    return shared.toString(36) + word.slice(shared);
  });
  return { words: lines.join('\n'), counts: known.map(([, count]) => Math.min(count, 9999)) };
}

type Counted = [string, number];

const byCount = ([a, one]: Counted, [b, other]: Counted): number => other - one || (a < b ? -1 : 1);

function sharedStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

/**
 * The words that stand in at least half of all articles, commonest first. In an archive of fewer than 200 there
 * are none: nothing costs much there.
 */
export function findCommonWords(counts: ReadonlyMap<string, number>, articles: number): string[] {
  if (articles < 200) return [];
  return [...counts]
    .filter(([, count]) => count * 2 >= articles)
    .toSorted(byCount)
    .map(([word]) => word);
}
