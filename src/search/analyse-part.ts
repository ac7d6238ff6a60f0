// The analysis of a part of the archive: which of its articles have which words, and where. It depends on the texts of the part alone
// and is kept by their digest, so that an article that is added or edited has only its own part analysed again.

import { wordsOf, type Word } from './format/text-words.ts';
import { firstInText, inHeadline } from './format/postings.ts';
import { indexWords, type IndexedBlock, type IndexedWords } from './pagefind/index-words.ts';
import type { AnalysedForm } from './analysis.ts';
import type { TextBlock } from './article-text.ts';

/** Analyses the texts of a part, given in the order of their numbers. Forms come in the order of their texts. */
export async function analysePart(
  texts: readonly (readonly TextBlock[])[],
  language: string,
): Promise<AnalysedForm[]> {
  const read = texts.map(readWords);
  const indexed = await indexWords(
    read.map(({ indexed }) => indexed),
    language,
  );
  const forms = new Map<string, Gathered>();
  for (const [number, article] of read.entries()) {
    gather(number, article, indexed[number] as IndexedWords, forms);
  }
  return [...forms.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1));
}

/** The words of an article, with their places, and then the further forms under which they are found. */
interface ReadArticle {
  indexed: IndexedBlock[];
  words: { word: Word; place: number; source: string }[];
  further: string[];
}

function readWords(blocks: readonly TextBlock[]): ReadArticle {
  const words: ReadArticle['words'] = [];
  const further = new Set<string>();
  const indexed: IndexedBlock[] = [];
  let inTitle = 0;
  let inText = firstInText;
  for (const { text, level } of blocks) {
    const found = wordsOf(text);
    for (const word of found) {
      const place = level === 1 && inTitle < firstInText ? inTitle++ : inText++;
      words.push({ word, place, source: text });
      for (const form of word.also) further.add(form);
    }
    indexed.push({ words: found.map((word) => word.text), level });
  }
  indexed.push({ words: [...further] });
  return { indexed, words, further: [...further] };
}

/** A form while articles are gathered. */
interface Gathered extends AnalysedForm {
  numbers: number[];
  marks: number[];
  counts: number[];
  places: number[];
  /** The article in which it was met first, which decides its stem. */
  first: number;
  /** In the article that is being read: how much it counts, and where its places begin. */
  weight: number;
  from: number;
}

function gather(
  number: number,
  { words, further }: ReadArticle,
  { stems, weights }: IndexedWords,
  forms: Map<string, Gathered>,
): void {
  const met: Gathered[] = [];
  const note = (text: string, weight: number, place: number): Gathered => {
    let form = forms.get(text);
    if (!form) forms.set(text, (form = newForm(text, number)));
    if (form.numbers.at(-1) !== number) {
      form.numbers.push(number);
      form.weight = 0;
      form.from = form.places.length;
      met.push(form);
    }
    form.weight += weight;
    if (form.places.length === form.from || form.places.at(-1) !== place) form.places.push(place);
    return form;
  };
  for (const [i, { word, place, source }] of words.entries()) {
    const form = note(word.text, weights[i] ?? 1, place);
    if (form.first === number) form.stem = groupOf(word.text, stems[i]);
    if (form.written === '') form.written = source.slice(word.start, word.end).toLowerCase();
    for (const text of word.also) note(text, furtherWeight, place);
  }
  for (const [i, text] of further.entries()) {
    const form = forms.get(text);
    if (form?.first === number) form.stem ||= groupOf(text, stems[words.length + i]);
  }
  for (const form of met) endArticle(form, words.length);
}

const newForm = (text: string, first: number): Gathered => ({
  text,
  stem: '',
  written: '',
  numbers: [],
  marks: [],
  counts: [],
  places: [],
  first,
  weight: 0,
  from: 0,
});

/** Settles what is known of a form in an article of so many words. */
function endArticle(form: Gathered, length: number): void {
  const { places, from } = form;
  for (let i = from + 1; i < places.length; i++) {
    if ((places[i] as number) >= (places[i - 1] as number)) continue;
    for (const place of places.splice(from).toSorted((a, b) => a - b)) places.push(place);
    break;
  }
  form.counts.push(places.length - from);
  const isInHeadline = (places[from] ?? firstInText) < firstInText;
  form.marks.push(strength(form.weight, length) + (isInHeadline ? inHeadline : 0));
}

/** A form that follows from a word counts half of one that is written. */
const furtherWeight = 0.5;

/** Pagefind takes off all marks before it stems; what it then gives for words whose vowels are marks is no stem. */
const groupOf = (form: string, stem: string | undefined): string =>
  stem === undefined || /\p{M}/u.test(form) ? form : stem;

/** BM25's saturation and normalisation by length (Robertson and Zaragoza 2009, §3), for texts of a usual length. */
const [k1, b, usualLength] = [1.2, 0.75, 400];

/** How strong a word is in a text, from 0 to 7. A fixed mean length keeps texts from depending on others. */
function strength(weight: number, length: number): number {
  const share = weight / (weight + k1 * (1 - b + (b * length) / usualLength));
  return Math.min(7, Math.floor(share * 8));
}
