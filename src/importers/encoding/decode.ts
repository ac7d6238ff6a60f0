// Bytes to text. What is trusted, in this order: a byte-order mark, valid UTF-8, the original's own
// declaration, detection. Valid UTF-8 with a character beyond ASCII stands before the declaration, because
// text in another encoding is almost never valid UTF-8 by chance, and a wrong declaration is common.

import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { looksBinary } from './binary.ts';
import { declaredEncoding } from './declared-encoding.ts';
import { decodeDos, isDosPage } from './dos.ts';
import { decodeUtf32 } from './utf-32.ts';
import { countUtf8, isMostlyUtf8, type Utf8Count } from './utf-8.ts';
import { westernEncoding } from './western.ts';

export interface Encoding {
  /** A label of the Encoding Standard, `windows-1252`; or `utf-32le`, `utf-32be`. */
  label: string;
  /** `byte-order mark`, `UTF-8 validity`, `declaration`, `detection`. */
  from: string;
  /** What the original says of itself, where that is wrong. */
  declaredWrongly?: string | undefined;
}

/** A detection under this share of certainty (per cent) counts as doubtful. */
const certain = 50;

/** Detection reads this many bytes. */
const sampleBytes = 65_536;

/**
 * Finds the encoding of an original.
 *
 * @param bytes the whole original, or its beginning
 * @param options `utf8` counts what of the whole is UTF-8, where `bytes` is its beginning only
 * @returns none where the bytes are not text
 */
export function findEncoding(
  bytes: Uint8Array,
  options: { utf8?: Utf8Count } = {},
): (Encoding & { doubtful?: boolean }) | undefined {
  const marked = markedEncoding(bytes);
  if (marked) return { label: marked, from: 'byte-order mark' };
  const wide = wideWithoutMark(bytes);
  if (wide) return { label: wide, from: 'detection' };
  if (looksBinary(bytes)) return undefined;
  const declared = declaredEncoding(bytes);
  const isWhole = options.utf8 === undefined;
  if (isWhole ? isUtf8(bytes) : options.utf8?.faults === 0) {
    const ascii = isWhole && isAscii(bytes);
    // ISO-2022-JP and HZ write Japanese and Chinese in ASCII bytes: only their declaration tells.
    if (ascii && declared && /^(?:iso-2022|hz)/.test(declared)) {
      return { label: declared, from: 'declaration' };
    }
    const wrong = !ascii && declared !== undefined && declared !== 'utf-8';
    return { label: 'utf-8', from: 'UTF-8 validity', ...(wrong && { declaredWrongly: declared }) };
  }
  if (isMostlyUtf8(options.utf8 ?? countUtf8(bytes)))
    return { label: 'utf-8', from: 'UTF-8 validity' };
  if (declared !== undefined && declared !== 'utf-8' && !declared.startsWith('utf-16')) {
    return { label: declared, from: 'declaration' };
  }
  return {
    ...detectEncoding(bytes),
    from: 'detection',
    ...(declared !== undefined && { declaredWrongly: declared }),
  };
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return undefined;
}

/** UTF-16 of a Western text without its mark: every other byte is zero. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 16) return undefined;
  let even = 0;
  let odd = 0;
  for (const [i, byte] of sample.entries()) {
    if (byte === 0 && i % 2 === 0) even++;
    else if (byte === 0) odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

function detectEncoding(bytes: Uint8Array): { label: string; doubtful?: boolean } {
  const sample = bytes.subarray(0, sampleBytes);
  const western = isWesternByBytes(sample) ? westernEncoding(sample) : undefined;
  if (western?.slips === 0) return { label: western.label };
  for (const { name, confidence } of analyse(withoutAscii(sample))) {
    const label = labelOf(name);
    if (label === undefined || label === 'utf-8' || label.startsWith('utf-16')) continue;
    if (confidence < certain && western) break;
    return confidence < certain ? { label, doubtful: true } : { label };
  }
  return { label: western?.label ?? 'windows-1252', doubtful: true };
}

/**
 * Whether the bytes beyond ASCII stand alone or in pairs, as the accents and curly quotation marks of Western and
 * Central Europe do; the words of Cyrillic, Greek, Arabic and Chinese text are made of nothing else.
 */
function isWesternByBytes(bytes: Uint8Array): boolean {
  let all = 0;
  let inRuns = 0;
  let run = 0;
  for (const byte of bytes) {
    run = byte >= 0x80 ? run + 1 : 0;
    if (run > 0) all++;
    if (run === 3) inRuns += 3;
    else if (run > 3) inRuns++;
  }
  return inRuns <= all * 0.3;
}

/** A text without its elements and its words in ASCII, which tell nothing about the encoding of the others. */
const withoutAscii = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/<[^<>]*>|(?<![\u0080-\u00FF])\b[a-z]{2,}\b(?![\u0080-\u00FF])/gi, ' ')
      .replace(/\s+/g, ' '),
    'latin1',
  );

/** The Encoding Standard's label; none where the platform cannot decode it. */
function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** Decodes a whole original. What does not fit the encoding becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, label: string): string {
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label === 'utf-32le');
  if (isDosPage(label)) return decodeDos(bytes, label);
  return new TextDecoder(label).decode(bytes);
}
