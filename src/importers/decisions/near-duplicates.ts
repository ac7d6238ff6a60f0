// Near duplicates: two texts of about the same words within a few days, as reprints and revisions are. They
// are proposed to the keeper, never joined: a reprint is evidence of its own. Of the archive only the days around
// a new article are read, each once.

import { fnv1a } from '../../fnv-1a.ts';
import { addDays, isDay, UNDATED } from '../../article/calendar-date.ts';

export interface Candidate {
  file: string;
  date: string;
}

export interface NearDuplicate {
  a: Candidate;
  b: Candidate;
  /** The estimated share of common five-word runs, 0 to 1. */
  likeness: number;
}

/** Texts as alike as this are proposed. */
export const alike = 0.6;

/** Reprints appear within this many days. */
const withinDays = 3;

/** Words in a run, and bins of a signature. */
const runLength = 5;
const bins = 64;

/** Texts with fewer words have too few runs to compare. */
const fewestWords = 40;

/** A text is compared with the last so many of each day: a day with more holds tables and notices. */
export const mostOfADay = 200;

/**
 * A MinHash signature by one permutation: every run of five words is hashed once, the hash chooses a bin, and
 * each bin keeps its smallest hash (Li, Owen, Zhang: One Permutation Hashing, NIPS 2012).
 */
export function signatureOf(text: string): Uint32Array | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  if (!words || words.length < fewestWords) return undefined;
  const hashes = words.map(fnv1a);
  const signature = new Uint32Array(bins).fill(0xffffffff);
  for (let i = 0; i + runLength <= hashes.length; i++) {
    let run = 0x811c9dc5;
    for (let j = i; j < i + runLength; j++) run = Math.imul(run ^ (hashes[j] ?? 0), 0x01000193);
    run = Math.imul(run ^ (run >>> 15), 0x2c1b3c6d) >>> 0;
    const bin = run & (bins - 1);
    const value = run >>> 6;
    if (value < (signature[bin] ?? 0)) signature[bin] = value;
  }
  return signature;
}

/** The share of bins two signatures have in common; bins empty in both do not count. */
export function likenessOf(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  let used = 0;
  for (let i = 0; i < bins; i++) {
    if (a[i] === 0xffffffff && b[i] === 0xffffffff) continue;
    used++;
    if (a[i] === b[i]) same++;
  }
  return used === 0 ? 0 : same / used;
}

interface Entry {
  candidate: Candidate;
  signature: Uint32Array;
}

/** An article the archive holds. */
export interface Held {
  file: string;
  /** Its file's text below the front matter. */
  body: string;
}

export class NearDuplicates {
  private readonly byDate = new Map<string, Promise<Entry[]>>();
  private readonly found: NearDuplicate[] = [];
  private readonly readDay: (date: string, most: number) => Promise<Held[]>;

  /** @param readDay gives up to `most` articles the archive holds under a date tag */
  constructor(readDay: (date: string, most: number) => Promise<Held[]>) {
    this.readDay = readDay;
  }

  /** Compares a text with those of the archive and those added before, and keeps it for those to come. */
  async add(candidate: Candidate, text: string): Promise<void> {
    const signature = signatureOf(text);
    if (!signature) return;
    for (const date of datesNear(candidate.date)) {
      for (const other of (await this.entriesOf(date)).slice(-mostOfADay)) {
        const likeness = likenessOf(signature, other.signature);
        if (likeness >= alike) this.found.push({ a: other.candidate, b: candidate, likeness });
      }
    }
    (await this.entriesOf(candidate.date)).push({ candidate, signature });
  }

  private entriesOf(date: string): Promise<Entry[]> {
    let entries = this.byDate.get(date);
    if (!entries) {
      entries = this.readDay(date, mostOfADay).then((held) =>
        held.flatMap(({ file, body }) => {
          const signature = signatureOf(body);
          return signature ? [{ candidate: { file, date }, signature }] : [];
        }),
      );
      this.byDate.set(date, entries);
    }
    return entries;
  }

  /** The pairs found so far. */
  pairs(): readonly NearDuplicate[] {
    return this.found;
  }
}

/** The date tags a reprint of a text may carry: the days around a day, the same month or year, none. */
export function datesNear(date: string): string[] {
  if (date === UNDATED) return [UNDATED];
  if (!isDay(date)) return [date, UNDATED];
  const days = Array.from({ length: withinDays * 2 + 1 }, (_, i) => addDays(date, i - withinDays));
  return [...days, date.slice(0, 7), date.slice(0, 4), UNDATED];
}
