// The archive's own words with about how many articles have each: what a misspelt word may have meant, and what begins with some
// letters, is looked for here. The words stand in alphabetical order in files of a few thousand each; where a file ends depends on its
// words alone, so that one more word changes one file. A file is JSON, compressed with gzip.

/** A word that some article of the archive has. */
export interface KnownWord {
  /** As it is compared. */
  text: string;
  /** As the archive writes it, in lower case. */
  written: string;
  /** About how many articles have it. */
  count: number;
}

export interface VocabularyFile {
  /** A word a line: how many letters it begins with alike with the one before it, in base 36, its other letters, and `=` with its spelling where that is another. */
  words: string;
  /** A letter for each word: `a` for one article, each next one for about 1.4 times as many. */
  counts: string;
}

const mostShared = 35;

export function printVocabulary(words: readonly KnownWord[]): VocabularyFile {
  let before = '';
  const lines = words.map(({ text, written }) => {
    let shared = 0;
    while (shared < mostShared && shared < text.length && before[shared] === text[shared]) shared++;
    before = text;
    const spelling = written === text ? '' : `=${written}`;
    return `${shared.toString(36)}${text.slice(shared)}${spelling}`;
  });
  const counts = words.map(({ count }) =>
    String.fromCharCode(97 + Math.round(2 * Math.log2(Math.max(1, count)))),
  );
  return { words: lines.join('\n'), counts: counts.join('') };
}

export function parseVocabulary({ words, counts }: VocabularyFile): KnownWord[] {
  let before = '';
  return words.split('\n').map((line, i) => {
    const [rest = '', written] = line.slice(1).split('=');
    before = before.slice(0, Number.parseInt(line[0] ?? '0', 36)) + rest;
    const count = 2 ** ((counts.charCodeAt(i) - 97) / 2);
    return { text: before, written: written ?? before, count };
  });
}
