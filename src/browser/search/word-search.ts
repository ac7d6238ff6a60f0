// What a word of a query is looked up as: a word is often written in more than one way.

import { titleMark, waysToFind, wordsOf } from '../../search/format/text-words.ts';
import type { Mask, WordIndex } from './shard.ts';

/** Finds the articles that hold a word in one of the ways in which it is written. */
export async function findWord(shard: WordIndex, text: string, mark = ''): Promise<Mask> {
  const ways = waysToFind(text).map((way) => way.map((word) => mark + word).join(' '));
  if (ways.length === 0) return new Uint8Array(shard.count);
  return eitherOf(await Promise.all(ways.map((way) => shard.holding(way))));
}

/** Finds the articles that hold words behind each other. */
export function findPhrase(shard: WordIndex, text: string): Promise<Mask> {
  const words = wordsOf(text).map((word) => word.text);
  return words.length > 1 ? shard.holding(words.join(' ')) : findWord(shard, text);
}

/** Finds the articles whose headline holds a word, or words behind each other. */
export function findTitle(shard: WordIndex, text: string): Promise<Mask> {
  return findWord(shard, text, titleMark);
}

export function bothOf(masks: readonly Mask[]): Mask {
  const [first, ...others] = masks;
  const all = Uint8Array.from(first ?? []);
  for (const mask of others)
    for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) & (mask[i] ?? 0);
  return all;
}

export function eitherOf(masks: readonly Mask[]): Mask {
  const [first, ...others] = masks;
  const any = Uint8Array.from(first ?? []);
  for (const mask of others)
    for (let i = 0; i < any.length; i++) any[i] = (any[i] ?? 0) | (mask[i] ?? 0);
  return any;
}
