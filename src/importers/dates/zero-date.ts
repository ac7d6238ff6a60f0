// What programs write where they know no date, or are to find one out.

import type { ImportContext } from '../importer.ts';
import { readDate } from './read-date.ts';

/** Zeros of MySQL, and what PHP makes of them: `0000-00-00 00:00:00`, `-0001-11-30`. */
const zeros = /^\W*(?:0{4}[-/.]0{1,2}[-/.]0{1,2}|0{1,2}[-/.]0{1,2}[-/.]0{4}|0+)(?!\d)|-0001\b/;

/** The first days of the calendars of Go and .NET, Windows, and spreadsheets. */
const firstDays = ['0001-01-01', '1601-01-01', '1899-12-30', '1900-01-01', '1970-01-01'];

const midnight = /(?:^|\D)(?:00:00(?::00)?|12:00(?::00)? ?am)\b/i;

/** What a program was to put in the place of a date: `git Last Modified` (Eleventy), `{{ .Date }}` (Hugo). */
const computed = /^(?:git )?(?:last modified|created)$|^\{\{.*\}\}$/i;

/**
 * Whether a date says that there is none. Of the first days of calendars only year 1 is none without a clock
 * time at midnight: newspapers appeared on the others.
 */
export function isZeroDate(written: string, { epoch }: Pick<ImportContext, 'epoch'>): boolean {
  if (zeros.test(written) || computed.test(written.trim())) return true;
  const read = readDate(written, { latestDay: '9999-12-31' });
  if (!('date' in read)) return false;
  const isEpoch = /\d:\d/.test(written) && Date.parse(written) === 0;
  if (isEpoch || read.date === '1970-01-01')
    return epoch === 'none' || (epoch === undefined && isEpoch);
  return read.date === '0001-01-01' || (firstDays.includes(read.date) && midnight.test(written));
}
