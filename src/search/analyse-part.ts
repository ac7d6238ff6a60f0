// The analysis of a part of the archive: which of its articles have which words, and where. It depends on the texts of the part alone
// and is kept by their digest, so that an article that is added or edited has only its own part analysed again.

import { wordsOf, type Word } from './format/text-words.ts';
import { ByteReader, ByteWriter } from './format/bytes.ts';
import { firstInText, inHeadline, printPostings, type Postings } from './format/postings.ts';
import { indexWords, type IndexedBlock, type IndexedWords } from './pagefind/index-words.ts';
import type { TextBlock } from './article-text.ts';

/** A form of a word, with the articles of a part that have it. */
export interface AnalysedForm {
  text: string;
  stem: string;
  /** As the archive writes it, in lower case; empty where it stands in no text by itself, but only follows from another. */
  written: string;
  list: Uint8Array<ArrayBuffer>;
  places: Uint8Array<ArrayBuffer>;
}

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
  return [...forms]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, { stem, written, numbers, marks, places }]) => ({
      text,
      stem,
      written,
      ...printPostings(
        { numbers: Uint32Array.from(numbers), marks: Uint8Array.from(marks) } satisfies Postings,
        places,
      ),
    }));
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

interface Gathered {
  stem: string;
  written: string;
  numbers: number[];
  marks: number[];
  places: number[][];
}

function gather(
  number: number,
  { words, further }: ReadArticle,
  { stems, weights }: IndexedWords,
  forms: Map<string, Gathered>,
): void {
  const stemOf = new Map<string, string>();
  const found = new Map<string, Standing>();
  const note = (form: string, weight: number, place: number): Standing => {
    let standing = found.get(form);
    if (!standing) found.set(form, (standing = { weight: 0, places: [], written: undefined }));
    standing.weight += weight;
    if (standing.places.at(-1) !== place) standing.places.push(place);
    return standing;
  };
  for (const [i, { word, place, source }] of words.entries()) {
    stemOf.set(word.text, groupOf(word.text, stems[i]));
    note(word.text, weights[i] ?? 1, place).written ??= { word, source };
    for (const form of word.also) note(form, furtherWeight, place);
  }
  for (const [i, form] of further.entries()) {
    if (!stemOf.has(form)) stemOf.set(form, groupOf(form, stems[words.length + i]));
  }
  for (const [form, { weight, places, written }] of found) {
    let gathered = forms.get(form);
    if (!gathered) {
      gathered = {
        stem: stemOf.get(form) ?? form,
        written: '',
        numbers: [],
        marks: [],
        places: [],
      };
      forms.set(form, gathered);
    }
    if (gathered.written === '' && written) {
      const { word, source } = written;
      gathered.written = source.slice(word.start, word.end).toLowerCase();
    }
    places.sort((a, b) => a - b);
    gathered.numbers.push(number);
    gathered.marks.push(
      strength(weight, words.length) + ((places[0] ?? firstInText) < firstInText ? inHeadline : 0),
    );
    gathered.places.push(places);
  }
}

/** Where a form stands in one article. */
interface Standing {
  weight: number;
  places: number[];
  /** A word that is written so; absent where the form only follows from others. */
  written: { word: Word; source: string } | undefined;
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

/** Prints an analysis, to be kept. */
export function printAnalysis(forms: readonly AnalysedForm[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  for (const { text, stem, written, list, places } of forms) {
    out.text(text);
    out.text(stem === text ? '' : stem);
    out.text(written === text ? '=' : written);
    out.counted(list);
    out.counted(places);
  }
  return out.finish();
}

/** Reads an analysis form by form. */
export function* parseAnalysis(bytes: Uint8Array<ArrayBuffer>): Generator<AnalysedForm> {
  const reader = new ByteReader(bytes);
  while (!reader.isAtEnd) {
    const text = reader.text();
    const [stem, written] = [reader.text(), reader.text()];
    yield {
      text,
      stem: stem === '' ? text : stem,
      written: written === '=' ? text : written,
      list: reader.counted(),
      places: reader.counted(),
    };
  }
}
