// Prints the texts of a part of the archive as pieces of records, see `format/texts.ts`.

import { deflateRawSync } from 'node:zlib';
import type { ArticleText } from './format/manifest.ts';
import { seal } from './format/sealed.ts';
import { fieldsOf, recordBytes, recordHead, recordsInPiece, restOf } from './format/texts.ts';

const room = recordBytes - recordHead;

/** Prints texts, in the order of their numbers, as the pieces that hold them. */
export function printTextPieces(texts: readonly ArticleText[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let i = 0; i < texts.length; i += recordsInPiece) {
    pieces.push(printPiece(texts.slice(i, i + recordsInPiece)));
  }
  return pieces;
}

function printPiece(texts: readonly ArticleText[]): Buffer {
  const rests: Uint8Array[] = [];
  let at = texts.length * recordBytes;
  const records = texts.map((text) => {
    const { head, rest } = cut(text);
    const body = Buffer.alloc(room + recordHead - 4);
    body.writeUInt16LE(head.length, 0);
    if (rest) {
      const sealed = seal(rest);
      body.writeUInt32LE(at, 2);
      body.writeUInt32LE(sealed.length, 6);
      rests.push(sealed);
      at += sealed.length;
    }
    body.set(head, recordHead - 4);
    return seal(body);
  });
  return Buffer.concat([...records, ...rests]);
}

const compress = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value), { level: 9 });

/** Cuts a text so that its beginning, compressed, fits into a record. */
function cut(text: ArticleText): { head: Buffer; rest: Buffer | undefined } {
  const whole = compress(fieldsOf(text));
  if (whole.length <= room) return { head: whole, rest: undefined };
  let short = text;
  let length = Math.floor((text.content.length * room) / whole.length);
  for (let head = whole; ; length = Math.floor(length * 0.93)) {
    const end = blankBefore(text.content, length);
    short = beginningOf(text, end);
    head = compress(fieldsOf(short));
    if (head.length <= room) {
      return { head, rest: compress(restOf(text, end)) };
    }
    if (length < 20) break;
  }
  // What is left is names; the rest has all of them.
  const title = text.title.slice(0, 300);
  const head = compress(fieldsOf({ ...beginningOf(text, 0), title, tags: [], authors: [] }));
  return { head, rest: compress(restOf(text, 0)) };
}

const beginningOf = (text: ArticleText, end: number): ArticleText => ({
  ...text,
  content: text.content.slice(0, end),
  headings: text.headings.filter(({ at }) => at < end),
});

/** The last place at which a text can be cut between words, at or before a place; the place itself where there is none near. */
function blankBefore(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at);
  const end = blank > at - 80 ? blank : at;
  // Not between the halves of a letter (Unicode Standard §3.8, surrogates).
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : Math.max(0, end);
}
