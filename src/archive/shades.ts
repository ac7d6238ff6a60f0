// How many articles make a day quiet or busy is told by the year it stands in: its days are divided into shades of
// about as many days each, so that they differ where a week has one article as where a day has a hundred.

import { yearOf } from '../article/calendar-date.ts';
import type { Archive } from './archive.ts';

/** How many articles each shade has at least, the lightest first: one to four numbers, each greater than the last. */
export type Shades = readonly number[];

const mostShades = 4;

/**
 * Divides counts by quantiles. Equal counts have one shade, so where most are equal the others are divided anew.
 *
 * @param counts in any order; those of nothing take no part
 */
export function shadesOf(counts: Iterable<number>): Shades {
  const shades: number[] = [];
  let left = [...counts].filter((count) => count > 0).toSorted((a, b) => a - b);
  while (left.length > 0 && shades.length < mostShades) {
    const toCome = mostShades - shades.length;
    const values = [...new Set(left)];
    const quantile = left[Math.ceil(left.length / toCome) - 1] ?? 0;
    // Many equal days at the end must not take the values before them into their shade.
    const last = Math.min(quantile, values[Math.max(0, values.length - toCome)] ?? 0);
    shades.push(left[0] ?? 0);
    left = left.filter((count) => count > last);
  }
  return shades;
}

/** The shade of a count, from 1; 0 of nothing. */
export const shadeOf = (count: number, shades: Shades): number =>
  count > 0 ? shades.filter((least) => count >= least).length : 0;

/** The shades of each year's days. */
export function shadesByYear({ byDay }: Pick<Archive, 'byDay'>): Map<string, Shades> {
  const counts = Map.groupBy(byDay, ([day]) => yearOf(day) ?? '');
  return new Map(
    [...counts].map(([year, days]) => [year, shadesOf(days.map(([, { length }]) => length))]),
  );
}
