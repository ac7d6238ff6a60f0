// The bars of the histogram: years, months or days, whichever suits the range that is looked at.

import type { DayCount } from '../../search/format/manifest.ts';
import { inRange, lastDayOf, periodOf } from './period.ts';

export interface Bucket {
  /** `1969`, `1969-07`, `1969-07-20`; for several years the first. */
  from: string;
  /** The last year of several; else the same as `from`. */
  to: string;
  found: number;
  /** All articles of that time. */
  all: number;
}

export interface Buckets {
  bars: Bucket[];
  /** Found and all articles without a date. */
  undated: Bucket;
}

interface DayRange {
  /** Days, first and last. */
  from: string;
  to: string;
}

/**
 * Counts what was found by year, month or day.
 *
 * @param all the articles of the archive by date tag
 * @param chosen the range looked at; the whole archive where it is open
 * @param most the number of bars there is room for
 */
export function countBuckets(
  found: readonly DayCount[],
  all: readonly DayCount[],
  chosen: { from: string; to: string },
  most: number,
): Buckets {
  const bars = layOut(daysLookedAt(all, chosen), most);
  count(bars, found, 'found');
  count(bars, all, 'all');
  return {
    bars,
    undated: { from: 'undated', to: 'undated', found: countUndated(found), all: countUndated(all) },
  };
}

const countUndated = (counts: readonly DayCount[]): number =>
  counts.find(({ date }) => date === 'undated')?.count ?? 0;

/** From the first to the last day that is looked at; none for an archive without dates. */
function daysLookedAt(
  all: readonly DayCount[],
  { from, to }: { from: string; to: string },
): DayRange | undefined {
  const dates = all.map(({ date }) => date).filter((date) => date !== 'undated');
  const [some] = dates;
  if (some === undefined) return undefined;
  const first = dates.reduce((least, date) => (date < least ? date : least), some);
  const last = dates.reduce((most, date) => (date > most ? date : most), some);
  return {
    from: periodOf(from)?.from ?? `${first.slice(0, 4)}-01-01`,
    to: periodOf(to)?.to ?? `${last.slice(0, 4)}-12-31`,
  };
}

function layOut(range: DayRange | undefined, most: number): Bucket[] {
  if (!range || range.from > range.to) return [];
  const firstYear = Number(range.from.slice(0, 4));
  const years = Number(range.to.slice(0, 4)) - firstYear + 1;
  const months = monthsIn(range);
  if (months.length <= 2) return daysIn(range, months).map(bucket);
  if (years <= 3) return months.map(bucket);
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((size) => years / size <= most) ?? 100;
  const bars: Bucket[] = [];
  for (let year = Math.floor(firstYear / step) * step; year < firstYear + years; year += step) {
    const from = Math.max(year, firstYear);
    const to = Math.min(year + step, firstYear + years) - 1;
    bars.push({ ...bucket(printYear(from)), to: printYear(to) });
  }
  return bars;
}

const printYear = (year: number): string => String(year).padStart(4, '0');
const bucket = (period: string): Bucket => ({ from: period, to: period, found: 0, all: 0 });

function monthsIn({ from, to }: DayRange): string[] {
  const months: string[] = [];
  const end = to.slice(0, 7);
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (let at = from.slice(0, 7); at <= end && months.length <= 36;) {
    months.push(at);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
    at = `${printYear(year)}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

const daysIn = (range: DayRange, months: readonly string[]): string[] =>
  months
    .flatMap((month) =>
      Array.from(
        { length: Number(lastDayOf(month).slice(8)) },
        (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`,
      ),
    )
    .filter((day) => day >= range.from && day <= range.to);

/** Puts each date tag into the first bar whose time it lies in, or overlaps where it is known in part only. */
function count(bars: Bucket[], counts: readonly DayCount[], into: 'found' | 'all'): void {
  const [first] = bars;
  if (!first) return;
  const width = first.from.length;
  const byStart = new Map(bars.map((bar) => [bar.from, bar]));
  for (const { date, count: number } of counts) {
    const exact = date.length >= width ? byStart.get(date.slice(0, width)) : undefined;
    const bar = exact ?? bars.find(({ from, to }) => overlaps(date, from, to));
    if (bar) bar[into] += number;
  }
}

const overlaps = (date: string, from: string, to: string): boolean =>
  inRange(date, periodOf(from)?.from, periodOf(to)?.to);
