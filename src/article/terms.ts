// What an article is about, in 160 characters: its most telling words as hashes, the most telling first. They
// are taken while the file is read, for no text is kept in memory; `archive/related.ts` finds by them which
// articles belong together. No list of stop-words is needed: what is common in a language is found out by
// counting the articles it stands in.

import { fnv1a } from '../fnv-1a.ts';

/** As many terms as an article keeps. */
export const termsKept = 32;

/** A term is a hash of 30 bits, written as five digits of base 64. */
const digitsPerTerm = 5;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOfDigit = new Uint8Array(128);
for (let i = 0; i < digits.length; i++) valueOfDigit[digits.charCodeAt(i)] = i;

/** News says first what matters; what stands further down tells little more of its subject. In characters. */
const charactersRead = 2000;

/** Words keep this many letters, so that most inflected forms of one word fall together. */
const lettersKept = 7;

export interface Telling {
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
}

/** Letters, with the marks that belong to them; halves of characters beyond 16 bits count as letters. */
const letter = /[\p{L}\p{M}\uD800-\uDFFF]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ideographs = /[\p{Script=Han}\p{Script=Hangul}]+|[\p{Script=Katakana}ー]+/gu;
const southEastAsian = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+/gu;
/** Addresses and the marks of links and HTML say nothing of the subject. */
const machinery = /https?:\/\/\S+|\]\([^)]*\)|<[^>]*>|&[a-z#0-9]+;/gi;

/** Without one of these a text has none of that; looking for them is quick. */
const signsOfMachinery = /[<&]|\]\(|:\/\//;

/** How telling a word is within its text. */
interface Weighed {
  count: number;
  /** Stood in the headline. */
  titled: boolean;
  /** Never stood without a capital: a name, or a German noun. */
  capital: boolean;
  length: number;
}

/**
 * Takes the most telling terms of a text: words folded to lower case without accents and cut to seven letters,
 * pairs of characters in scripts that do not divide words. Those of the headline, names, long and repeated
 * words come first.
 *
 * @returns at most 32 terms, packed; `unpackTerms` reads them
 */
export function termsOf({ title, summary, body }: Telling): string {
  const found = new Map<string, Weighed>();
  gather(title, true, found);
  gather(summary, false, found);
  const head = body.slice(0, charactersRead);
  gather(signsOfMachinery.test(head) ? head.replace(machinery, ' ') : head, false, found);
  const ranked: { term: string; weight: number }[] = [];
  for (const [term, weighed] of found) {
    ranked.push({ term, weight: weigh(weighed) });
  }
  ranked.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  let packed = '';
  for (const { term } of ranked.slice(0, termsKept)) packed += pack(hashTerm(term));
  return packed;
}

/** The hashes of packed terms, the most telling first. */
export function unpackTerms(packed: string): number[] {
  return Array.from({ length: Math.floor(packed.length / digitsPerTerm) }, (_, i) => {
    let hash = 0;
    for (let digit = 0; digit < digitsPerTerm; digit++) {
      hash = hash * 64 + (valueOfDigit[packed.charCodeAt(i * digitsPerTerm + digit)] ?? 0);
    }
    return hash;
  });
}

/** The hash of a term in 30 bits (FNV-1a over its UTF-16 units, mixed as in MurmurHash3). */
export function hashTerm(term: string): number {
  let hash = fnv1a(term);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x3fffffff;
}

function pack(hash: number): string {
  let packed = '';
  for (let shift = 24; shift >= 0; shift -= 6) packed += digits[(hash >>> shift) & 63] ?? '';
  return packed;
}

function gather(text: string, titled: boolean, found: Map<string, Weighed>): void {
  for (const word of words(text)) {
    // No script without blanks between words stands before Thai.
    if (word.charCodeAt(0) >= 0x0e00 && unspaced.test(word)) {
      for (const piece of pieces(word)) note(piece, piece.length * 3, false, titled, found);
      continue;
    }
    const folded = fold(word);
    const capital = folded.charCodeAt(0) !== firstLetter(word);
    // UN, EU, but not "He": a word of two letters is a name only in capitals.
    if (folded.length < (capital ? 3 : 4) && (folded.length < 2 || word !== word.toUpperCase())) {
      continue;
    }
    note(folded.slice(0, lettersKept), folded.length, capital, titled, found);
  }
}

let letters: Uint8Array | undefined;

/** A table of the letters among the 65,536 UTF-16 units: much faster than an expression for each word. */
function tableOfLetters(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    letter.test(String.fromCharCode(unit)) ? 1 : 0,
  );
}

/** Runs of letters of two and more; apostrophes and hyphens divide. */
function words(text: string): string[] {
  const isLetter = (letters ??= tableOfLetters());
  const found: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isLetter[text.charCodeAt(i)] === 1) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      if (i - start > 1) found.push(text.slice(start, i));
      start = -1;
    }
  }
  return found;
}

/** The first letter as written, without its accent. */
const firstLetter = (word: string): number =>
  word.charCodeAt(0) < 128 ? word.charCodeAt(0) : word.normalize('NFKD').charCodeAt(0);

const onlyAscii = /^[\x21-\x7e]*$/;
/** Accents of Latin, Greek and Cyrillic, the vowel signs of Arabic and Hebrew; those of India are letters. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

function fold(word: string): string {
  const lower = word.toLowerCase();
  return onlyAscii.test(lower) ? lower : lower.normalize('NFKD').replace(accents, '');
}

/** Pairs of ideographs, words in Katakana whole, fours of the scripts of South-East Asia. */
function* pieces(run: string): Generator<string> {
  for (const part of run.match(ideographs) ?? []) {
    if (/^[\p{Script=Katakana}ー]/u.test(part)) {
      if (part.length > 2) yield part;
      continue;
    }
    const characters = Array.from(part.normalize('NFC'));
    for (let i = 0; i + 1 < characters.length; i++) {
      yield `${characters[i]}${characters[i + 1]}`;
    }
  }
  for (const part of run.match(southEastAsian) ?? []) {
    for (let i = 0; i + 4 <= part.length; i++) yield part.slice(i, i + 4);
  }
}

function note(
  term: string,
  length: number,
  capital: boolean,
  titled: boolean,
  found: Map<string, Weighed>,
): void {
  const known = found.get(term);
  if (!known) {
    found.set(term, { count: 1, titled, capital, length });
    return;
  }
  known.count++;
  known.capital &&= capital || titled;
}

function weigh({ count, titled, capital, length }: Weighed): number {
  const telling = (2 + Math.min(length, 8)) * (1 + Math.min(count, 4));
  return telling * (titled ? 3 : 1) * (capital ? 2 : 1);
}
