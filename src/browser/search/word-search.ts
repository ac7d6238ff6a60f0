// What a word of a query is looked up as: a word is often written in more than one way.

import {
  characterPairs,
  divideWords,
  isElided,
  isUnspaced,
  joinWords,
  titleMark,
  withoutParticles,
} from '../../search/format/word-forms.ts';
import type { Mask, WordIndex } from './shard.ts';

/** The words that stand in a piece of a query, as the index divides them. */
export function wordsOf(text: string): string[] {
  return divideWords(text)
    .split(/[\s\u200A]+/u)
    .filter((word) => !isElided(word) && /[\p{L}\p{N}]/u.test(word));
}

/** The words of a phrase, in order, as the index has them beside each other. */
const phraseOf = (text: string): string =>
  divideWords(text)
    .split(/[\s\u200A]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');

/** Finds the articles that hold a word in one of the ways in which it is written. */
export async function findWord(shard: WordIndex, text: string, mark = ''): Promise<Mask> {
  const parts = wordsOf(text);
  if (parts.length === 0) return new Uint8Array(shard.count);
  if (isUnspaced(joinWords(text)) && Array.from(text).length > 1) {
    const pairs = characterPairs(joinWords(text));
    return bothOf(await Promise.all(pairs.map((pair) => shard.holding(mark + pair))));
  }
  const masks = await Promise.all(parts.map((part) => findForms(shard, part, mark)));
  return bothOf(masks);
}

async function findForms(shard: WordIndex, word: string, mark: string): Promise<Mask> {
  const forms = [mark + word];
  // `well-known` is also written `well known`, and the index has that as two words.
  const pieces = word.split(/[-‐‑–—/]/).filter((piece) => piece !== '');
  if (pieces.length > 1) forms.push(pieces.map((piece) => mark + piece).join(' '));
  forms.push(...withoutParticles(word).map((form) => mark + form));
  return eitherOf(await Promise.all(forms.map((form) => shard.holding(form))));
}

/** Finds the articles that hold words beside each other. */
export function findPhrase(shard: WordIndex, text: string): Promise<Mask> {
  const phrase = phraseOf(text);
  if (isUnspaced(joinWords(phrase).replaceAll(' ', ''))) return findWord(shard, text);
  return phrase.includes(' ') ? shard.holding(phrase) : findWord(shard, text);
}

/** Finds the articles whose headline holds a word, or words beside each other. */
export function findTitle(shard: WordIndex, text: string): Promise<Mask> {
  const phrase = phraseOf(text);
  if (!phrase.includes(' ') || isUnspaced(joinWords(text))) return findWord(shard, text, titleMark);
  return shard.holding(
    phrase
      .split(' ')
      .map((word) => titleMark + word)
      .join(' '),
  );
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
