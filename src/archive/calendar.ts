import { daysOfMonth, weekdayOf, type Day } from '../article/calendar-date.ts';
import type { Archive } from './archive.ts';

/** One cell of a month's calendar. */
export interface CalendarDay {
  day: Day;
  count: number;
}

/** A month as rows of seven, Monday first; cells outside the month are empty. */
export type CalendarMonth = (CalendarDay | undefined)[][];

/** Lays out a month `2023-11` with the number of articles of each day. */
export function layOutMonth(month: string, archive: Archive): CalendarMonth {
  const weeks: CalendarMonth = [];
  let week: (CalendarDay | undefined)[] = [];
  for (const day of daysOfMonth(month)) {
    if (week.length === 0) week = Array.from({ length: weekdayOf(day) - 1 }, () => undefined);
    week.push({ day, count: archive.byDay.get(day)?.length ?? 0 });
    if (week.length === 7) {
      weeks.push(week);
      week = [];
    }
  }
  if (week.length > 0)
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => undefined)]);
  return weeks;
}

export interface Count {
  key: string;
  count: number;
}

/** Every year from first to last, those without any article included. */
export function countYears(archive: Archive): Count[] {
  const years = [...archive.byYear.keys()].map(Number);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  const last = Math.max(...years);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const key = String(first + i).padStart(4, '0');
    return { key, count: archive.byYear.get(key)?.length ?? 0 };
  });
}

/** The twelve months of a year. */
export function countMonths(year: string, archive: Archive): Count[] {
  return Array.from({ length: 12 }, (_, i) => {
    const key = `${year}-${String(i + 1).padStart(2, '0')}`;
    return { key, count: archive.byMonth.get(key)?.length ?? 0 };
  });
}

/** The months and years of which something is printed, newest first. */
export const monthsOf = (archive: Archive): string[] => newestFirst(archive.byMonth.keys());
export const yearsOf = (archive: Archive): string[] => newestFirst(archive.byYear.keys());
export const daysOf = (archive: Archive): Day[] => newestFirst(archive.byDay.keys());

const newestFirst = (keys: Iterable<string>): string[] => [...keys].toSorted().toReversed();

/** The first year of a year's decade: `1980` of `1989`. */
export const firstOfDecade = (year: string): string => `${year.slice(0, 3)}0`;

/** The id of a decade's place in the list of all dates. */
export const decadeId = (decade: string): string => `site-${decade}s`;
