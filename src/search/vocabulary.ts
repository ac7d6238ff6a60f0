// Gathers the words of all shards.

import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ShardWord } from './build-shard.ts';
import type { Manifest } from './format/manifest.ts';
import { blockOf } from './format/directory.ts';
import { printVocabulary } from './format/vocabulary.ts';
import { pack } from './pack.ts';

/** Joins the words of shards: each once, with the number of articles that have it, in alphabetical order. */
export function joinWords(shards: readonly (readonly ShardWord[])[]): ShardWord[] {
  const joined = new Map<string, ShardWord>();
  for (const word of shards.flat()) {
    const known = joined.get(word.text);
    if (known) known.count += word.count;
    else joined.set(word.text, { ...word });
  }
  return [...joined.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

/** Marks the words whose stem in the index is not the one that the browser's stemmer gives. */
export function markExceptions(
  words: readonly ShardWord[],
  stemOf: (word: string) => string,
): void {
  for (const word of words) if (stemOf(word.text) !== word.stem) word.isException = true;
}

/** The forms among joined words that are marked, with their stems. */
export const findExceptions = (words: readonly ShardWord[]): Manifest['exceptions'] =>
  words.filter(({ isException }) => isException).map(({ text, stem }) => [text, stem]);

/**
 * The words that stand in at least half of all articles, commonest first. In an archive of fewer than 200 there are none: nothing costs
 * much there.
 */
export function findCommonWords(words: readonly ShardWord[], articles: number): string[] {
  if (articles < 200) return [];
  return words
    .filter(({ count }) => count * 2 >= articles)
    .toSorted((a, b) => b.count - a.count)
    .map(({ text }) => text);
}

/** On average a file ends after so many words. */
const wordsInFile = 3000;

/**
 * Writes the files of the archive's words. Those of all shards but the newest are counted without it, so that one more article leaves
 * them as they are; the words that only the newest has are few.
 *
 * @param shards the words of each shard, the newest first
 */
export async function writeVocabulary(
  folder: string,
  shards: readonly (readonly ShardWord[])[],
): Promise<Pick<Manifest, 'vocabulary' | 'newWords'>> {
  await mkdir(folder, { recursive: true });
  const [newest = [], ...older] = shards;
  const known = joinWords(older.length > 0 ? older : [newest]);
  const texts = new Set(known.map(({ text }) => text));
  const fresh = joinWords([newest.filter(({ text }) => !texts.has(text))]);
  const vocabulary = await Promise.all(
    cutIntoFiles(known).map(async (words): Promise<[string, string]> => [
      words[0]?.text ?? '',
      await writeWords(folder, words),
    ]),
  );
  return { vocabulary, ...(fresh.length > 0 ? { newWords: await writeWords(folder, fresh) } : {}) };
}

/** Where a file ends depends on its words alone, so that one more word changes one file. */
function cutIntoFiles(words: readonly ShardWord[]): ShardWord[][] {
  const files: ShardWord[][] = [];
  for (const word of words) {
    const last = files.at(-1);
    if (!last || blockOf(word.text, wordsInFile) === 0) files.push([word]);
    else last.push(word);
  }
  return files;
}

/** Writes a file of words. Returns its digest, which is its name. */
async function writeWords(folder: string, words: readonly ShardWord[]): Promise<string> {
  const packed = pack(printVocabulary(words));
  const digest = hash('sha256', packed).slice(0, 12);
  await writeFile(join(folder, digest), packed);
  return digest;
}
