// Makes of an article's text the document that Pagefind indexes: words as `format/text-words.ts` reads them, a blank between
// them, and of the markup no more than which of them stand in headings.

import type { TextBlock } from './article-text.ts';
import { isUnspaced, titleMark, wordsOf, type Word } from './format/text-words.ts';

/** What Pagefind is given for one article. */
export interface IndexInput {
  title: string;
  blocks: readonly TextBlock[];
  /** Its place in its shard; 0 is the newest. */
  position: number;
}

/**
 * Prints the HTML document that Pagefind indexes for an article: its words, a sort key, and at the end a paragraph
 * of further forms under which it can be found.
 *
 * @param language the language whose stemmer the index uses
 */
export function printIndexDocument(input: IndexInput, language: string): string {
  const { blocks, title, position } = input;
  // The key is text, not a number: Pagefind compares numbers with 32 bits only.
  const key = `k${String(position).padStart(7, '0')}`;
  const forms = new Set<string>();
  const readWords = (text: string): Word[] => {
    const words = wordsOf(text);
    for (const { also } of words) for (const form of also) forms.add(form);
    return words;
  };
  const printed = blocks.map(({ level, text }) => {
    const tag = level === undefined ? 'p' : `h${level}`;
    const mark = level === 1 ? ' data-pagefind-meta="title"' : '';
    return `<${tag}${mark}>${printWords(readWords(text))}</${tag}>`;
  });
  const inTitle = readWords(title);
  const ofTitle = [...inTitle.map(({ text }) => text), ...inTitle.flatMap(({ also }) => also)];
  const further = [...ofTitle.map((word) => titleMark + word), ...forms].join(' ');
  return [
    `<!doctype html><html lang="${language}"><body><div data-pagefind-body>`,
    ...printed,
    `<p data-pagefind-sort="order:${key}" data-pagefind-weight="0.5">${further}</p>`,
    '</div></body></html>',
  ].join('');
}

const printWords = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

/** The words of a text as they may be suggested to a reader: letters only, of some length, in lower case. */
export function suggestibleWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}][\p{L}\p{M}]+/gu)) {
    if (word.length >= 3 && word.length <= 30 && !isUnspaced(word)) words.add(word.toLowerCase());
  }
  return words;
}
