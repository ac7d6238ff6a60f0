// What is kept of a part: each form of a word with the articles that have it, written so that parts are joined without anything of
// their lists being decoded twice. It is no part of what is published. For each form, in the order of their texts:
//
//   text, length of the rest (counted); its stem, empty where that is the text; how the archive writes it, `=` where that is the
//   text; how many articles; for each the gap to the one before, its mark, how many places, the gaps between them

import { ByteReader, ByteWriter } from './format/bytes.ts';
import type { Places, Postings } from './format/postings.ts';

/** A form of a word, with the articles that have it. */
export interface AnalysedForm extends Places {
  text: string;
  stem: string;
  /** As the archive writes it, in lower case; empty where it stands in no text by itself, but only follows from another. */
  written: string;
  numbers: ArrayLike<number>;
  marks: ArrayLike<number>;
}

/** Prints an analysis, to be kept. */
export function printAnalysis(forms: readonly AnalysedForm[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const body = new ByteWriter();
  for (const { text, stem, written, numbers, marks, counts, places } of forms) {
    body.clear();
    body.text(stem === text ? '' : stem);
    body.text(written === text ? '=' : written);
    body.varint(numbers.length);
    let number = 0;
    let at = 0;
    for (let i = 0; i < numbers.length; i++) {
      body.varint((numbers[i] as number) - number);
      number = numbers[i] as number;
      body.byte(marks[i] as number);
      const count = counts[i] as number;
      body.varint(count);
      let place = 0;
      for (const end = at + count; at < end; at++) {
        body.varint((places[at] as number) - place);
        place = places[at] as number;
      }
    }
    out.text(text);
    out.counted(body.written);
  }
  return out.finish();
}

/** The analysis of a part, and how many articles it has. */
export interface AnalysedPart {
  analysis: Uint8Array<ArrayBuffer>;
  count: number;
}

/** A form of a shard: what is in its lists is there until the next one is asked for. */
export interface JoinedForm extends Postings, Places {
  text: string;
  stem: string;
  written: string;
}

/**
 * Joins the analyses of parts: gives each form once, in the order of their texts.
 *
 * @param parts in the order of their articles' numbers
 */
export function* joinAnalyses(parts: readonly AnalysedPart[]): Generator<JoinedForm> {
  const readers = parts.map(({ analysis }) => new ByteReader(analysis));
  let before = 0;
  const offsets = parts.map(({ count }) => (before += count) - count);
  const standing = findForms(readers);
  const columns = {
    numbers: new Column(),
    marks: new Column(),
    counts: new Column(),
    places: new Column(),
  };
  for (const text of [...standing.keys()].toSorted()) {
    for (const column of Object.values(columns)) column.length = 0;
    let [stem, written] = ['', ''];
    const where = standing.get(text) as number[];
    for (let i = 0; i < where.length; i += 2) {
      const part = where[i] as number;
      const reader = readers[part] as ByteReader;
      reader.at = where[i + 1] as number;
      const [ofPart, asWritten] = [reader.text(), reader.text()];
      stem ||= ofPart || text;
      written ||= asWritten === '=' ? text : asWritten;
      readLists(reader, offsets[part] as number, columns);
    }
    const { numbers, counts, places } = columns;
    yield {
      text,
      stem,
      written,
      numbers: numbers.values,
      marks: Uint8Array.from(columns.marks.values),
      counts: counts.values,
      places: places.values,
    };
  }
}

/** Where each form stands in the analyses: pairs of a part and the byte behind the form's text. */
function findForms(readers: readonly ByteReader[]): Map<string, number[]> {
  const standing = new Map<string, number[]>();
  for (const [part, reader] of readers.entries()) {
    while (!reader.isAtEnd) {
      const text = reader.text();
      const length = reader.varint();
      const where = standing.get(text);
      if (where) where.push(part, reader.at);
      else standing.set(text, [part, reader.at]);
      reader.at += length;
    }
  }
  return standing;
}

type Columns = Record<'numbers' | 'marks' | 'counts' | 'places', Column>;

function readLists(reader: ByteReader, offset: number, columns: Columns): void {
  const articles = reader.varint();
  let number = offset;
  for (let i = 0; i < articles; i++) {
    columns.numbers.push((number += reader.varint()));
    columns.marks.push(reader.byte());
    const count = reader.varint();
    columns.counts.push(count);
    let place = 0;
    for (let j = 0; j < count; j++) columns.places.push((place += reader.varint()));
  }
}

/** Numbers that grow, are read and begun anew. */
class Column {
  private array = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }

  get values(): Uint32Array {
    return this.array.subarray(0, this.length);
  }
}
