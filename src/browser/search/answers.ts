// What the shards have answered to one search.

import type { DayCount, ShardEntry } from '../../search/format/manifest.ts';
import type { Mask, Shard } from './shard.ts';

/** The articles of one shard that a search has found. */
export interface Answer {
  entry: ShardEntry;
  shard: Shard;
  mask: Mask;
  scores: Float32Array;
  /** The reading of the query that found each article: 0 is the query itself. */
  readings: Uint8Array;
}

/** A found article. */
export interface Hit {
  shard: Shard;
  /** The place of its shard in the order of time; 0 is the newest. */
  place: number;
  position: number;
  score: number;
  reading: number;
}

/** The articles found, newest first. */
export function hitsOf(answers: readonly Answer[], inTime: readonly ShardEntry[]): Hit[] {
  const places = new Map(inTime.map((entry, place) => [entry.name, place]));
  const hits = answers.flatMap(({ entry, shard, mask, scores, readings }) => {
    const found: Hit[] = [];
    const place = places.get(entry.name) ?? 0;
    mask.forEach((member, position) => {
      if (member !== 1) return;
      const [score, reading] = [scores[position] ?? 0, readings[position] ?? 0];
      found.push({ shard, place, position, score, reading });
    });
    return found;
  });
  return hits.toSorted((a, b) => a.place - b.place || a.position - b.position);
}

/** Orders hits from the oldest on; what is undated comes last. */
export function compareOldestFirst(a: Hit, b: Hit): number {
  const undatedLast = Number(isUndated(a)) - Number(isUndated(b));
  return undatedLast || b.place - a.place || b.position - a.position;
}

const isUndated = ({ shard, position }: Hit): boolean => shard.dates[position] === 'undated';

/** How many of the articles found carry each date tag. */
export function countDates(answers: readonly Answer[]): DayCount[] {
  const counts = new Map<string, number>();
  for (const { shard, mask } of answers) {
    mask.forEach((member, position) => {
      const date = shard.dates[position];
      if (member === 1 && date !== undefined) counts.set(date, (counts.get(date) ?? 0) + 1);
    });
  }
  return [...counts].map(([date, count]) => ({ date, count }));
}

export const countMembers = (mask: Mask): number => mask.reduce((sum, member) => sum + member, 0);

export const countHits = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { mask }) => sum + countMembers(mask), 0);

/**
 * Adds what another reading of the query has found beyond what was found before.
 *
 * @param found by shard, in the order of the answers
 * @returns whether that is anything
 */
export function addAnswers(
  answers: readonly Answer[],
  found: readonly Pick<Answer, 'mask' | 'scores'>[],
  reading: number,
): boolean {
  let added = false;
  for (const [i, answer] of answers.entries()) {
    for (const [position, member] of found[i]?.mask.entries() ?? []) {
      if (member !== 1 || answer.mask[position] === 1) continue;
      answer.mask[position] = 1;
      answer.scores[position] = found[i]?.scores[position] ?? 0;
      answer.readings[position] = reading;
      added = true;
    }
  }
  return added;
}
