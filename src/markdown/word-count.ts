import { combiningMark, unspacedCharacter } from './scripts.ts';

/**
 * Counts the words of a text; in scripts that do not divide words by blanks two characters, as a reader sees them,
 * count as a word.
 */
export function countWords(text: string): number {
  const unspaced = text.match(unspacedCharacter)?.length ?? 0;
  if (unspaced === 0) return spacedWords(text);
  const characters = text.replace(combiningMark, '').match(unspacedCharacter)?.length ?? 0;
  return Math.ceil(characters / 2) + spacedWords(text.replace(unspacedCharacter, ' '));
}

const spacedWords = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
