// Periods as the search writes them: a year, a month or a day, as text.

import { plainDigits } from './typed-text.ts';

/** The first and last day a date written in part stands for. The last may be day 31 of a shorter month. */
export interface DayRange {
  from: string;
  to: string;
}

/** Why a text is no date: it is not written as one, or the calendar has no such month or day. */
export type DateFault = 'not-a-date' | 'no-such-day';

/**
 * Reads `2023`, `2023-11` or `2023-11-12` as readers write them: also with slashes, points or any dash, without a
 * nought, in the digits of any script. Fields, operators and addresses all read dates here.
 *
 * @returns the date tag, `2023-11-12`, or why there is none
 */
export function readDate(text: string): { tag: string } | { fault: DateFault } {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(
    plainDigits(text.trim()).replace(/\p{Pd}|−/gu, '-'),
  );
  if (!match) return { fault: 'not-a-date' };
  const [, year = '', month, day] = match;
  if (month === undefined) return { tag: year };
  const number = Number(month);
  if (number < 1 || number > 12) return { fault: 'no-such-day' };
  const of = `${year}-${String(number).padStart(2, '0')}`;
  if (day === undefined) return { tag: of };
  const tag = `${of}-${day.padStart(2, '0')}`;
  return tag > lastDayOf(of) || Number(day) < 1 ? { fault: 'no-such-day' } : { tag };
}

/** The days of a date, as `readDate` reads it; nothing for what is none. */
export function periodOf(text: string): DayRange | undefined {
  const read = readDate(text);
  if ('fault' in read) return undefined;
  const { tag } = read;
  if (tag.length === 4) return { from: `${tag}-01-01`, to: `${tag}-12-31` };
  return tag.length === 7 ? { from: `${tag}-01`, to: `${tag}-31` } : { from: tag, to: tag };
}

/**
 * Whether a date tag lies in a range. What is known to the month or year only lies in it when any of its days
 * does; what is undated never.
 */
export function inRange(tag: string, from: string | undefined, to: string | undefined): boolean {
  // Most are days, and an archive has many.
  if (tag.length === 10) {
    return (from === undefined || tag >= from) && (to === undefined || tag <= to);
  }
  const days = periodOf(tag);
  if (!days) return false;
  return (from === undefined || days.to >= from) && (to === undefined || days.from <= to);
}

/** The last day of a month `2023-11`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // `Date.UTC` takes years below 100 for years of the twentieth century.
  const last = new Date(Date.UTC(2000 + (year % 400), number, 0));
  return `${month}-${last.getUTCDate()}`;
}
