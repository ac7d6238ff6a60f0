// What a word is, for the index, for a query and for the marks in a text: one account for all three.
//
// A word is a run of letters and digits. Dashes, slashes, points and everything else that is no letter end it, but
// for signs that languages write inside words: apostrophes, the quotation marks of Hebrew abbreviations, soft hyphens,
// joiners, the points of `U.S.` and the signs between thousands. Words are compared folded, see `fold`. Scripts that
// write words without spaces between them are cut into overlapping pairs of characters, so that no dictionary decides
// what is found: `北京大学` is 北京, 京大, 大学, and is looked for as these three behind each other. Korean, whose words
// carry their particles, is read in the same way.

/** A word of a text. */
export interface Word {
  /** Where it stands: from its first letter up to, but not including, its end. Pairs of characters overlap. */
  start: number;
  end: number;
  /** As it is compared. */
  text: string;
  /** Other forms under which it is found, such as the name before a case ending. */
  also: readonly string[];
}

const apostrophe = "['’‘ʼʻ＇`´]";

/** Signs that show nothing and divide nothing: soft hyphens, joiners, marks of direction, the Arabic tatweel. */
const invisible =
  '\\u00AD\\u034F\\u061C\\u200D-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\u0640';

const unspacedScripts = [
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
];
const unspaced = `[${unspacedScripts.map((script) => `\\p{Script=${script}}`).join('')}ー々〆]`;
const spaced = '[\\p{L}\\p{M}\\p{N}]';

const inside = [
  `[${invisible}]+(?=${spaced})`,
  // A zero-width non-joiner shapes letters in Indian scripts; in Arabic letters it divides a word from its ending.
  `(?<!\\p{Script=Arabic}\\p{M}*)\\u200C(?=${spaced})`,
  // Khmer, Thai and their like mark with a zero-width space where a line may break, some words of a text and others not.
  `(?<=${unspaced}\\p{M}*)\\u200B(?=${unspaced})`,
  `(?<=\\p{L}\\p{M}*)${apostrophe}(?=\\p{L})`,
  `(?<=[\\u05D0-\\u05EA]\\p{M}*)(?:["״“”„']|'')(?=[\\u05D0-\\u05EA])`,
  "(?<=\\p{Nd})[.,’'٬](?=\\p{Nd}{3}(?!\\p{Nd}))",
].join('|');

const initials = '\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{N}]))+';

const pattern = new RegExp(
  `${initials}|[\\p{L}\\p{N}]${spaced}*(?:(?:${inside})${spaced}+)*`,
  'gu',
);

/** Most words, read at once: English letters, and after them what ends any word. */
const plain = /([A-Za-z]+)(?=[ \n,;:!?)]|\.(?:[ \n]|$)|$)/y;

const unspacedRun = new RegExp(`(?:${unspaced}\\p{M}*[${invisible}\\u200B\\u200C]*)+`, 'gu');
const unit = new RegExp(`${unspaced}\\p{M}*`, 'gu');
const isUnspacedText = new RegExp(unspaced, 'u');

/** Whether a text has a script without spaces between its words. */
export const isUnspaced = (text: string): boolean => isUnspacedText.test(text);

/** Letters with no part that could be taken off them, as they are typed where a keyboard has none of them. */
const letters = new Map(
  (
    'ß:ss œ:oe æ:ae ø:o ł:l đ:d ð:d þ:th ı:i ħ:h ŧ:t ŋ:n ĸ:k ς:σ ґ:г ' +
    // Arabic, Persian, Urdu and Kurdish write the same letters with different signs.
    'ى:ي ی:ي ې:ي ے:ي ک:ك ڪ:ك ة:ه ە:ه ہ:ه ھ:ه ۃ:ه ٱ:ا'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const anyLetter = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');

/** Accents and points; not the vowels of Indian and South-East Asian scripts, which are marks as well. */
const accents = new RegExp(
  '[\\u0300-\\u036F\\u0483-\\u0487\\u0591-\\u05C7\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED' +
    '\\u093C\\u09BC\\u0A3C\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE00-\\uFE0F]+',
  'g',
);

/**
 * A word as it is compared: without case, accents and signs inside it, in one writing of each letter, its digits those of
 * English.
 */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(/[^\p{L}\p{M}\p{N}]+|\u0640/gu, '')
    .replace(anyLetter, (letter) => letters.get(letter) ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, latinDigit)
    .normalize('NFC');
}

/** Digits of a script stand together from nought to nine (Unicode Standard §4.6). */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before: Word | undefined;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    plain.lastIndex = at;
    pattern.lastIndex = at;
    const isPlain = plain.test(text);
    const match = isPlain ? undefined : pattern.exec(text);
    if (!isPlain && !match) break;
    const start = match?.index ?? at;
    const first = words.length;
    at = match ? pattern.lastIndex : plain.lastIndex;
    if (match && isUnspaced(match[0])) readMixed(match[0], start, words);
    else words.push(match ? readWord(match[0], start) : plainWord(text, start, at));
    const word = words[first];
    if (before?.end === start - 1 && word?.start === start && isJoined(text[start - 1] ?? '')) {
      before.also = [...before.also, before.text + word.text];
    }
    before = words.length === first + 1 ? word : undefined;
  }
  return words.filter((word) => word.text !== '');
}

const plainWord = (text: string, start: number, end: number): Word => ({
  start,
  end,
  text: text.slice(start, end).toLowerCase(),
  also: none,
});

const none: readonly string[] = [];

/** `e-mail` is also written `email`, and a Persian word without the joiner before its ending. */
const isJoined = (between: string): boolean => /^[-‐‑\u200C]$/.test(between);

/** A run that has letters of an unspaced script, and others: `3월`, `iPhone用`. */
function readMixed(written: string, start: number, words: Word[]): void {
  let at = 0;
  for (const { 0: run, index } of written.matchAll(unspacedRun)) {
    if (index > at) words.push(readWord(written.slice(at, index), start + at));
    readPairs(run, start + index, words);
    at = index + run.length;
  }
  if (at < written.length) words.push(readWord(written.slice(at), start + at));
}

function readPairs(run: string, start: number, words: Word[]): void {
  const units = Array.from(run.matchAll(unit), ({ 0: text, index }) => ({
    text: fold(text),
    index,
  }));
  for (const [i, { text, index }] of units.entries()) {
    const next = units[i + 1];
    const end = start + (units[i + 2]?.index ?? run.length);
    if (next) words.push({ start: start + index, end, text: text + next.text, also: [text] });
    else if (i === 0) words.push({ start: start + index, end, text, also: [] });
    else {
      const last = words.at(-1);
      if (last) last.also = [...last.also, text];
    }
  }
}

/** Articles and prepositions that French, Italian and Catalan write together with their nouns. */
const elided = '[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|coll|all|gl|un';
const elision = new RegExp(`^(?:${elided})${apostrophe}(?=\\p{L}{2})`, 'iu');

/** What stands after an apostrophe and belongs to no name: the English genitive, Turkish case endings. */
const ending =
  /^(?:s|y?[aeiu]|n?[dt][ae]n?(?:ki)?|n?[iu]n(?:ki)?|n[ae]|s[iu](?:n\w*)?|l[ae]r\w*|y?l[ae]|c[ae]|l[iu](?:k\w*)?)$/;

const anyApostrophe = new RegExp(apostrophe, 'u');

/** Reads a word of a script that has spaces between words. */
function readWord(written: string, start: number): Word {
  const end = start + written.length;
  if (/^[A-Za-z]+$/.test(written)) return { start, end, text: written.toLowerCase(), also: [] };
  const lead = elision.exec(written)?.[0].length ?? 0;
  const parts = written.slice(lead).split(anyApostrophe);
  const last = parts.length > 1 ? fold(parts.at(-1) ?? '') : '';
  const name = parts.slice(0, -1);
  const kept = ending.test(last) && name.join('').length > 1 ? name : parts;
  const also = otherSpellings(kept.join(''));
  if (lead > 0 || kept !== parts) also.push(fold(written.slice(kept === parts ? 0 : lead)));
  if (kept.length === 2 && !/\p{Nd}/u.test(written)) {
    const [head = '', tail = ''] = kept.map(fold);
    if (head.length > 1) also.push(head);
    if (tail.length > 2) also.push(tail);
  }
  return { start: start + lead, end, text: fold(kept.join('')), also };
}

/** The spellings that are as good as the one written: `Mueller` for Müller, Semitic words without their particles. */
function otherSpellings(written: string): string[] {
  if (/^\w*$/.test(written)) return [];
  const folded = fold(written);
  const composed = written.normalize('NFC').toLowerCase();
  const transcribed = fold(composed.replace(/[äöüåø]/g, (letter) => transcriptions[letter] ?? ''));
  return [...(transcribed === folded ? [] : [transcribed]), ...withoutParticles(folded)];
}

const transcriptions: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/**
 * The forms of a Hebrew or Arabic word without the particles written together with it, most of which are one
 * letter: `והסוסים` has `הסוסים` and `סוסים`. At least three letters stay.
 */
function withoutParticles(word: string): string[] {
  const forms: string[] = [];
  const hebrew = /^[\u05D0-\u05EA]+$/.test(word);
  if (!hebrew && !/^[\u0621-\u064A]+$/.test(word)) return forms;
  const particle = hebrew ? /^[והבכלמש]/ : /^(?:ال|لل|[وفبكل](?=ال|لل)|و)/;
  for (let rest = word.replace(particle, ''); forms.length < 3; rest = rest.replace(particle, '')) {
    if (rest.length < 3 || rest === (forms.at(-1) ?? word)) break;
    forms.push(rest);
  }
  return forms;
}

/**
 * The ways in which a piece of a query may stand in a text: each a word, or words behind each other. `e-mail` is looked
 * for as `e mail` and as `email`. None for a text without words.
 */
export function waysToFind(text: string): string[][] {
  const words = wordsOf(text);
  const [first] = words;
  if (!first) return [];
  const ways = [words.map((word) => word.text)];
  if (words.length === 1) ways.push(...otherSpellings(text.slice(first.start)).map((way) => [way]));
  if (words.length === 2 && isJoined(text.slice(first.end, words[1]?.start))) {
    ways.push([words.map((word) => word.text).join('')]);
  }
  return ways;
}
