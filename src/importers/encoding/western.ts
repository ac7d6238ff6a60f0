// Which of the single-byte encodings of Europe a text is in, by what its letters beyond ASCII stand next to: read
// in a wrong one, a word has a symbol, a control character or a capital letter in its midst.

import { decodeDos, isDosPage } from './dos.ts';

/** Most common first: of two that fit equally the first is taken. */
const candidates = [
  'windows-1252',
  'iso-8859-15',
  'iso-8859-2',
  'windows-1250',
  'macintosh',
  'ibm850',
  'ibm437',
];

const beyondAscii = String.raw`[^\u0000-\u007F]`;
const slips = new RegExp(
  [
    // A symbol between letters; the middle dot of Catalan and the apostrophes are none.
    String.raw`(?<=\p{L})(?![·’‘'\u00AD])(?:(?=${beyondAscii})[\p{S}\p{P}\p{N}\p{Zs}])(?=\p{Ll})`,
    // A capital behind a small letter.
    String.raw`(?<=\p{Ll})(?:(?=${beyondAscii})\p{Lu})(?=\p{Ll}|\P{L}|$)`,
    // No text holds these.
    String.raw`[\u0080-\u009F\uFFFD■-◿─-╿▀-▟]`,
  ].join('|'),
  'gu',
);

/** The encoding in which the fewest words look wrong, and how many do. */
export function westernEncoding(bytes: Uint8Array): { label: string; slips: number } {
  return candidates
    .map((label) => ({ label, slips: decode(bytes, label).match(slips)?.length ?? 0 }))
    .reduce((best, other) => (other.slips < best.slips ? other : best));
}

const decode = (bytes: Uint8Array, label: string): string =>
  isDosPage(label) ? decodeDos(bytes, label) : new TextDecoder(label).decode(bytes);
