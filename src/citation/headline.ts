// Headlines as MLA and Chicago set them: between quotation marks, English ones with capitals.

import type { NewsItem } from './news-item.ts';

/** Articles, conjunctions and prepositions, which stay small inside a title (Chicago Manual of Style, 17th edition, 8.159). */
const small = new Set(
  (
    'a about above across after against along alongside amid among an and around as at atop before behind below ' +
    'beneath beside between beyond but by despite down during except for from in inside into like near nor of off ' +
    'on onto or out over past per since so than the through throughout till to toward towards under underneath ' +
    'until unto up upon versus via vs with within without yet'
  ).split(' '),
);

/**
 * The headline as it stands between double quotation marks: those inside it become single ones. A headline in
 * English gets capitals, unless it was supplied: then it is words of the text and stays as it is.
 */
export function quotedHeadline({ title, language }: NewsItem): string {
  const english = /^en\b/i.test(language) && !title.startsWith('[');
  return singleQuotes(english ? capitalise(title) : title);
}

function singleQuotes(text: string): string {
  return text
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/(?<=^|[\s([‘])"/g, '‘')
    .replace(/"/g, '’');
}

/** Capitals for the first and last word, those after a colon, and all others but the small ones. */
export function capitalise(title: string): string {
  const words = title.split(' ');
  return words
    .map((word, i) => {
      const before = words[i - 1] ?? ':';
      const edge = i === words.length - 1 || /[:?!.–—]["”’]?$/u.test(before);
      return capitaliseWord(word, edge);
    })
    .join(' ');
}

function capitaliseWord(word: string, edge: boolean): string {
  const parts = word.split('-');
  return parts
    .map((part, i) => {
      const letters = part.replace(/[^\p{L}]/gu, '');
      // Capitals inside a word, as in `iPhone`, are its maker's.
      if (/\p{Lu}/u.test(letters) || /^\p{P}*\d/u.test(part)) return part;
      const outer = edge && (i === 0 || i === parts.length - 1);
      if (small.has(letters) && !outer) return part;
      return part.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('en'));
    })
    .join('-');
}
