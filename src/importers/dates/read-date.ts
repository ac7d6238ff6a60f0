// Reads a date as sources write it, as the civil day that is written there: no zone ever moves it to the day
// before or after. What cannot be read with certainty is a fault, never a guess.

import { isDateTag, weekdayOf, isDay, type DateTag } from '../../article/calendar-date.ts';
import type { DateOrder } from '../importer.ts';
import { monthOfWord, weekdayOfWord } from './calendar-words.ts';
import { splitClock } from './clock.ts';

export interface ReadDate {
  date: DateTag;
  /** The clock time with its offset, where both are written. */
  time?: string | undefined;
  /** The source marks the date as uncertain or approximate (EDTF `?`, `~`, `%`). */
  uncertain?: boolean | undefined;
  /** The weekday written beside the date is not the weekday of that day. */
  weekdayDisagrees?: boolean | undefined;
}

export type DateFault =
  /** A date by its shape, but not in the calendar: 31 November, month 13, year 0000. */
  | 'not-a-day'
  /** `03/04/2019`: two readings, both possible. */
  | 'ambiguous'
  /** Not a date by its shape: `yesterday`. */
  | 'not-a-date'
  /** After the latest day a date may name. */
  | 'future'
  /** `03/04/19`: the century is not written. */
  | 'two-digit-year';

export interface DateReading {
  dateOrder?: DateOrder | undefined;
  latestDay: string;
}

/**
 * Reads a written date: ISO 8601, RFC 822 and 850, numbers in either order, month names in some fifty
 * languages, Chinese, Japanese and Korean dates, a day, a month or a year.
 *
 * Three numbers with full stops are day, month, year: every locale of CLDR that writes full stops and does
 * not begin with the year has them in this order. With slashes or hyphens the order must follow from the
 * numbers (`25/12/2019`) or from `dateOrder`.
 */
export function readDate(written: string, reading: DateReading): ReadDate | { fault: DateFault } {
  const text = plainDigits(written.normalize('NFKC')).replace(/\s+/g, ' ').trim();
  if (text.length > 80) return { fault: 'not-a-date' };
  const uncertain = /\d[?~%]$/.test(text);
  const { day, time, hasClock } = splitClock(text.replace(/(?<=\d)[?~%]$/, ''));
  const found =
    fromYearFirst(day) ??
    fromNumbers(day, reading.dateOrder) ??
    fromIdeographs(day) ??
    fromWords(day, hasClock);
  if (found === undefined) return { fault: 'not-a-date' };
  if ('fault' in found) return found;
  const { date, weekday } = found;
  if (!isDateTag(date)) return { fault: 'not-a-day' };
  if (date > reading.latestDay.slice(0, date.length)) return { fault: 'future' };
  return {
    date,
    ...(time !== undefined && isDay(date) && { time }),
    ...(uncertain && { uncertain }),
    ...(weekday !== undefined &&
      isDay(date) &&
      weekday !== weekdayOf(date) && { weekdayDisagrees: true }),
  };
}

type Found = { date: string; weekday?: number | undefined } | { fault: DateFault } | undefined;

/** Digits of other scripts as 0 to 9: Arabic and Persian newspapers print their own. */
function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => String(digitValue(digit)));
}

/** The blocks of these digits begin at U+0660, U+06F0, U+0966 and U+09E6. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  const zero = [0x0660, 0x06f0, 0x0966, 0x09e6].findLast((start) => point >= start) ?? point;
  return point - zero;
}

const two = (number: string | number): string => String(number).padStart(2, '0');

function tag(year: string, month: string | number, day?: string | number): string {
  const yearAndMonth = `${year}-${two(month)}`;
  return day === undefined ? yearAndMonth : `${yearAndMonth}-${two(day)}`;
}

function fromYearFirst(day: string): Found {
  const parts =
    /^(\d{4})(?:([-/.]) ?(\d{1,2}|[Xx]{2})(?:\2 ?(\d{1,2}|[Xx]{2}))?\.?)?$/.exec(day) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(day);
  if (!parts) return undefined;
  const [, year = '', , month, dayOfMonth] = parts;
  // EDTF level 1 writes XX for what is not known.
  if (month === undefined || /x/i.test(month)) return { date: year };
  if (dayOfMonth === undefined || /x/i.test(dayOfMonth)) return { date: tag(year, month) };
  return { date: tag(year, month, dayOfMonth) };
}

function fromNumbers(day: string, order: DateOrder | undefined): Found {
  const parts = /^(?:(\p{L}+)[.,]? )?(\d{1,2})([-/.]) ?(\d{1,2})\3 ?(\d{4}|\d{2})$/u.exec(day);
  if (!parts) return undefined;
  const [, weekdayName, first = '', separator, second = '', year = ''] = parts;
  const weekday = weekdayName === undefined ? undefined : weekdayOfWord(weekdayName);
  if (weekdayName !== undefined && weekday === undefined) return undefined;
  if (year.length === 2) return { fault: 'two-digit-year' };
  const [a, b] = [Number(first), Number(second)];
  if (separator === '.') return { date: tag(year, second, first), weekday };
  if (a === b) return { date: tag(year, first, second), weekday };
  if (a > 12 && b > 12) return { fault: 'not-a-day' };
  const shown = order ?? (a > 12 ? 'dmy' : b > 12 ? 'mdy' : undefined);
  if (shown === undefined) return { fault: 'ambiguous' };
  return { date: shown === 'dmy' ? tag(year, second, first) : tag(year, first, second), weekday };
}

function fromIdeographs(day: string): Found {
  const parts = /^(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월])? ?(?:(\d{1,2}) ?[日일号])?/u.exec(day);
  if (!parts) return undefined;
  const [, year = '', month, dayOfMonth] = parts;
  if (month === undefined) return { date: year };
  return { date: tag(year, month, dayOfMonth) };
}

/** Words that stand between the parts of a date in prose: "12th of November", "12 de noviembre de 2023". */
const joining =
  /^(?:of|the|on|de|del|di|du|le|el|la|d|den|der|dem|am|ngày|tháng|năm|il|i|a|r|г|года|р|року|tanggal)$/iu;

function fromWords(day: string, hasClock: boolean): Found {
  const words = day
    .split(/[\s,/]+|(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})|(?<=\p{L})\.(?=\d)/u)
    .filter((word) => word !== '');
  if (words.length > 9) return undefined;
  let month: number | undefined;
  let weekday: number | undefined;
  const numbers: string[] = [];
  for (const word of words) {
    const number = /^(\d{1,4})(?:st|nd|rd|th|er|re|e|º|ª|o|\.|-?го|-?е)?$/iu.exec(word)?.[1];
    if (number !== undefined) numbers.push(number);
    else if (month === undefined && monthOfWord(word) !== undefined) month = monthOfWord(word);
    else if (weekday === undefined && weekdayOfWord(word) !== undefined)
      weekday = weekdayOfWord(word);
    else if (!joining.test(word.replace(/\.$/, ''))) return undefined;
  }
  if (month === undefined) return undefined;
  const [first = '', second] = numbers;
  if (second === undefined) return first.length === 4 ? { date: tag(first, month) } : undefined;
  if (numbers.length > 2) return undefined;
  if (second.length === 4 && first.length <= 2) return { date: tag(second, month, first), weekday };
  if (first.length === 4 && second.length <= 2) return { date: tag(first, month, second), weekday };
  // RFC 2822 §4.3: in the date of a message, 00 to 49 lie in the 2000s, 50 to 99 in the 1900s.
  if (second.length === 2 && hasClock && weekday !== undefined) {
    return { date: tag(`${Number(second) < 50 ? '20' : '19'}${second}`, month, first), weekday };
  }
  return second.length === 2 ? { fault: 'two-digit-year' } : undefined;
}
