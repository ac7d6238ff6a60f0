// The index knows words by their stems, and only Pagefind knows how a word is stemmed. It is asked by way of a small
// index, made up here, that has every likely stem of the word: the one that it finds is the stem.

import { printMeta, printWords } from '../../search/format/pagefind-files.ts';
import { metaFile, type IndexFiles } from './index-files.ts';
import { fold } from '../../search/format/text-words.ts';
import type { OpenInstance } from './pagefind-api.ts';

/** Finds the stem of a word, as the index has it; nothing where it cannot be told. */
export type FindStem = (word: string) => Promise<string | undefined>;

/** Opens the stems of the language that the index is made for. */
export function openStems(
  files: IndexFiles,
  openInstance: OpenInstance,
  version: string,
): FindStem {
  const known = new Map<string, Promise<string | undefined>>();
  let asked = 0;
  return (word) => {
    let stem = known.get(word);
    if (!stem) known.set(word, (stem = findStem(word)));
    stem.catch(() => known.delete(word));
    return stem;
  };

  async function findStem(word: string): Promise<string | undefined> {
    if (word.length > longestWord) return undefined;
    const stems = likelyStems(fold(word));
    const folder = `stems-${asked++}`;
    const meta = `${folder}/${metaFile}`;
    const words = `${folder}/index/all.pf_index`;
    const pages = stems.map((stem): [string, number] => [stem, 1]);
    files.offer(meta, printMeta(version, pages, [['', 'all']]));
    files.offer(words, printWords(stems.map((stem, page) => ({ word: stem, page }))));
    try {
      const instance = await openInstance({
        basePath: `${files.base}${folder}/`,
        metaCacheTag: version,
      });
      const { results } = await instance.search(`"${word}"`);
      await instance.destroy();
      return results[0]?.id;
    } finally {
      files.offer(meta);
      files.offer(words);
    }
  }
}

/** Of longer words the likely stems are too many to try. */
const longestWord = 60;

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** A stem is a beginning of its word, or a beginning and one other letter: `hoping` has `hope`. */
function likelyStems(word: string): string[] {
  const characters = Array.from(word);
  const beginnings = characters.map((_, i) => characters.slice(0, i + 1).join(''));
  const all = beginnings.flatMap((start) => [start, ...letters.map((letter) => start + letter)]);
  return [...new Set(all)].toSorted();
}
