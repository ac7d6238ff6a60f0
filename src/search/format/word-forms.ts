// How text is cut into words before it is indexed, and a query in the same way before it is searched. The
// index (Pagefind) knows words divided by white space; this module divides what languages write together.

/** Stands between the parts of what is written without a space. Pagefind keeps it as a space. */
const seam = '\u200A';

/** Before the id of the block of further forms that stands at the end of each indexed text. */
export const formsAnchor = 'dateline-forms';

/**
 * Before each word of a headline in the block of further forms, so that headlines can be searched alone.
 * No language in the index begins a word like this.
 */
export const titleMark = 'qxzt';

/** Articles and prepositions that French, Italian and Catalan write together with their nouns. */
const elided = '[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|dall|all|un';
const elision = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])((?:${elided})['’])(?=\\p{L})`, 'giu');

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;
const thai = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu;
const hebrewWord = /[\u05D0-\u05EA]{4,}/g;
const arabicWord = /[\u0621-\u064A]{5,}/g;

/** Whether a text has anything that this module divides; most have not. */
const anythingToDivide =
  /['’]\p{L}|[\u05D0-\u05EA\u0621-\u064A\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenters = new Map<string, Intl.Segmenter>();

function wordsIn(run: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/** The language whose dictionary divides a run: Japanese where it has kana. */
const dictionaryOf = (run: string): string =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run) ? 'ja' : 'zh';

/**
 * Divides what is written together by seams: `L’économie` becomes `L’`, `économie`; Chinese, Japanese and
 * Thai become words.
 */
export function divideWords(text: string): string {
  const plain = text.replaceAll(seam, ' ');
  if (!anythingToDivide.test(plain)) return plain;
  return plain
    .replace(elision, `$1${seam}`)
    .replace(unspaced, (run) => seam + wordsIn(run, dictionaryOf(run)).join(seam) + seam)
    .replace(thai, (run) => wordsIn(run, 'th').join(seam));
}

/** Takes the seams out. */
export const joinWords = (text: string): string => text.replaceAll(seam, '');

const elidedWord = new RegExp(`(?:^|[^\\p{L}])(?:${elided})['’]$`, 'iu');
const unspacedEnd =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々、。「」『』（）《》〈〉：；！？，·…]$/u;
const unspacedStart = new RegExp(unspacedEnd.source.replace(/\$$/, '').replace(/^/, '^'), 'u');

/**
 * Whether two words that the index has apart are written together. The index keeps no seams, only spaces, so this
 * is told from the words.
 */
export function isWrittenTogether(word: string, next: string): boolean {
  if (elidedWord.test(word)) return /^\p{L}/u.test(next);
  const ends = unspacedEnd.test(word);
  const starts = unspacedStart.test(next);
  // Quotation marks stand apart in the index as well, and are of all scripts.
  return (ends && starts) || (ends && /^[“”‘’]/u.test(next)) || (/[“”‘’]$/u.test(word) && starts);
}

/** Whether a word is an elided article or preposition alone, `L’`. */
export const isElided = (word: string): boolean => elidedWord.test(word);

/**
 * Pairs of neighbouring characters, for scripts without spaces: two dictionaries may divide a run of characters
 * differently, pairs are the same for all. `北京大学` has 北京, 京大, 大学.
 */
export function characterPairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(0, -1).map((character, i) => character + (characters[i + 1] ?? ''));
}

/** The runs of a text that are written without spaces and searched by their pairs. */
const unspacedRuns = (text: string): string[] => text.match(unspaced) ?? [];

/** Whether a word is written wholly in a script that is searched by pairs. */
export const isUnspaced = (word: string): boolean =>
  word !== '' && word.replace(unspaced, '') === '';

/**
 * The forms of a Hebrew or Arabic word without the particles written together with it, most of which are one
 * letter: `והסוסים` has `הסוסים` and `סוסים`. At least three letters stay.
 */
export function withoutParticles(word: string): string[] {
  const forms: string[] = [];
  const hebrew = /^[\u05D0-\u05EA]+$/.test(word);
  let rest = word;
  for (let taken = 0; taken < 3; taken++) {
    const particle = hebrew ? /^[והבכלמש]/ : /^(?:ال|لل|[وفبكل](?=ال|لل)|و)/;
    const shorter = rest.replace(particle, '');
    if (shorter === rest || shorter.length < 3) break;
    forms.push((rest = shorter));
  }
  return forms;
}

/** All further forms under which the words of a text should be found, without repeating any. */
export function furtherForms(text: string): Set<string> {
  const forms = new Set<string>();
  if (!anythingToDivide.test(text)) return forms;
  for (const run of unspacedRuns(text)) for (const pair of characterPairs(run)) forms.add(pair);
  for (const pattern of [hebrewWord, arabicWord]) {
    for (const word of text.match(pattern) ?? []) {
      for (const form of withoutParticles(word)) forms.add(form);
    }
  }
  return forms;
}

/** The words of a headline, marked, so that a search for them finds headlines only. */
export function markTitle(title: string): string {
  return divideWords(title)
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '')
    .map((word) => titleMark + word)
    .join(' ');
}

/** A word without case and accents, as the index compares it. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
}
