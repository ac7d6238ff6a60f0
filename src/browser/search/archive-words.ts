// The words of the archive, in files of which a question needs one or a few.

import type { Manifest } from '../../search/format/manifest.ts';
import { fold } from '../../search/format/text-words.ts';
import {
  parseVocabulary,
  type KnownWord,
  type VocabularyFile,
} from '../../search/format/vocabulary.ts';
import { once, type IndexFiles } from './index-files.ts';
import { asTwoWords, similarWords } from './spelling.ts';

export interface ArchiveWords {
  /** All words that begin with some letters, commonest first. */
  beginningWith(start: string): Promise<KnownWord[]>;
  /** The words that a misspelt one may have meant, likeliest first. */
  similarTo(word: string): Promise<string[]>;
}

/** Of a misspelt word the first letter is mostly right; where too many words begin with it, so are the first two. */
const mostFiles = 6;

/** Two words written together are looked for where each has so many letters, and for so many of the likeliest first words. */
const [shortestHalf, mostDivided] = [3, 4];

export function openArchiveWords(
  { vocabulary, newWords }: Manifest,
  files: IndexFiles,
): ArchiveWords {
  const read = new Map<string, Promise<KnownWord[]>>();
  /** The digests of the files that may have words which begin with some letters. */
  const filesOf = (start: string): string[] =>
    vocabulary
      .filter(([first], i) => {
        const next = vocabulary[i + 1]?.[0];
        return (next === undefined || next > start) && (first <= start || first.startsWith(start));
      })
      .map(([, digest]) => digest);
  const readAll = async (digests: readonly string[]): Promise<KnownWord[]> => {
    const known = [...digests, ...(newWords === undefined ? [] : [newWords])].map((digest) =>
      once(read, digest, async () =>
        parseVocabulary(await files.readPack<VocabularyFile>(`v/${digest}`)),
      ),
    );
    return (await Promise.all(known)).flat();
  };
  const find = async (text: string): Promise<KnownWord | undefined> =>
    (await readAll(filesOf(text).slice(0, 1))).find((known) => known.text === text);
  return {
    async beginningWith(start) {
      const folded = fold(start);
      const known = await readAll(filesOf(folded));
      return known
        .filter(({ text }) => text.startsWith(folded))
        .toSorted((a, b) => b.count - a.count);
    },
    async similarTo(word) {
      const wanted = fold(word);
      const ofFirst = filesOf(wanted.slice(0, 1));
      const near = await readAll(
        ofFirst.length <= mostFiles ? ofFirst : filesOf(wanted.slice(0, 2)),
      );
      const similar = similarWords(wanted, near);
      // Where a word is like it, no second file is waited for.
      return similar.length > 0
        ? similar
        : similarWords(wanted, [], await divide(wanted, near, find));
    },
  };
}

/** The pairs of words that a word may be which was written without its blank. */
async function divide(
  wanted: string,
  near: readonly KnownWord[],
  find: (text: string) => Promise<KnownWord | undefined>,
): Promise<ReturnType<typeof asTwoWords>[]> {
  const heads = near
    .filter(
      ({ text }) =>
        text.length >= shortestHalf &&
        text.length <= wanted.length - shortestHalf &&
        wanted.startsWith(text),
    )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostDivided);
  const pairs = await Promise.all(
    heads.map(async (head) => {
      const tail = await find(wanted.slice(head.text.length));
      return tail ? [asTwoWords(head, tail)] : [];
    }),
  );
  return pairs.flat();
}
