import { fold, isUnspaced } from '../search/format/text-words.ts';

/**
 * The words by whose beginnings a name is found, without case and accents, each once. In a script without blanks a word
 * begins with every character.
 */
export function nameWords(name: string): string[] {
  const words = name.split(/[^\p{L}\p{M}\p{N}'’]+/u).flatMap((written) => {
    const word = fold(written);
    if (!isUnspaced(word)) return [word];
    const characters = Array.from(word);
    return characters.map((_, at) => characters.slice(at).join(''));
  });
  return [...new Set(words)].filter((word) => word !== '');
}
