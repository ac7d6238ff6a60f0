// Reads a date as sources write it, as the civil day that is written there: no zone ever moves it to the day
// before or after. What cannot be read with certainty is a fault, never a guess.

import { addDays, isDateTag, weekdayOf, isDay, type DateTag } from '../../article/calendar-date.ts';
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
  const text = plainText(written);
  if (text.length > 80) return { fault: 'not-a-date' };
  const uncertain = /\d[?~%]$/.test(text) || circa.test(text);
  const { day, time, hasClock } = splitClock(text.replace(circa, '').replace(/(?<=\d)[?~%]$/, ''));
  const found =
    fromYearFirst(day) ??
    fromWeekOrDayOfYear(day) ??
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

/** `ca. 1923`, `c1923`. */
const circa = /^(?:ca?\.? ?|circa |about |around )(?=\d{4})/i;

/** One line without marks nobody sees, a weekday in brackets, the brackets of Org, and hyphens and figures of other kinds. */
function plainText(written: string): string {
  return plainDigits(written.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=\d) ?[‐‑‒–−] ?(?=\d)/g, '-')
    .replace(/\([\p{L} .]{1,12}\)/gu, ' ')
    .replace(/^\s*[<[](\d{4}-\d\d-\d\d)(?: \p{L}+\.?)?( \d\d?:\d\d)?[>\]]\s*$/u, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Digits of other scripts as 0 to 9: Arabic and Persian newspapers print their own. */
export function plainDigits(text: string): string {
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

/** `2023-W45-7` and `2023-316` (ISO 8601-1:2019 §5.2.3, §5.2.2.3). */
function fromWeekOrDayOfYear(day: string): Found {
  const week = /^(\d{4})-?W(\d{2})-?(\d)$/.exec(day);
  if (week) return dateOfWeek(Number(week[1]), Number(week[2]), Number(week[3]));
  const [, year = '', number = ''] = /^(\d{4})-(\d{3})$/.exec(day) ?? [];
  if (year === '') return undefined;
  if (Number(number) < 1) return { fault: 'not-a-day' };
  const date = addDays(`${year}-01-01`, Number(number) - 1);
  return date.startsWith(year) ? { date } : { fault: 'not-a-day' };
}

/** The first week of a year is the one that holds 4 January; weeks begin on Monday. */
function dateOfWeek(year: number, week: number, weekday: number): Found {
  if (week < 1 || week > 53 || weekday < 1 || weekday > 7) return { fault: 'not-a-day' };
  const fourth = `${String(year).padStart(4, '0')}-01-04`;
  if (!isDateTag(fourth)) return { fault: 'not-a-day' };
  const monday = addDays(fourth, 1 - weekdayOf(fourth));
  const date = addDays(monday, (week - 1) * 7 + weekday - 1);
  // Most years have 52 weeks: the Thursday of a week lies in the year the week belongs to.
  const thursday = addDays(date, 4 - weekday);
  return Number(thursday.slice(0, 4)) === year ? { date } : { fault: 'not-a-day' };
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

/** The year before the first of each era of the Japanese calendar since 1868. */
const eras: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
};

/** `令和5年` is 2023年, `平成元年` 1989年. */
const withoutEra = (day: string): string =>
  day.replace(/^(明治|大正|昭和|平成|令和) ?(\d{1,2}|元) ?(?=年)/, (_, era: string, year: string) =>
    String((eras[era] ?? 0) + (year === '元' ? 1 : Number(year))),
  );

function fromIdeographs(written: string): Found {
  const day = withoutEra(written);
  const parts = /^(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월])? ?(?:(\d{1,2}) ?[日일号])?/u.exec(day);
  if (!parts) return undefined;
  const [, year = '', month, dayOfMonth] = parts;
  if (month === undefined) return { date: year };
  return { date: tag(year, month, dayOfMonth) };
}

/** Words that stand between the parts of a date in prose: "12th of November", "12 de noviembre de 2023". */
const joining =
  /^(?:of|the|on|de|del|di|du|le|el|la|d|den|der|dem|am|ngày|tháng|năm|il|i|a|r|г|года|р|року|tanggal|em|στις|την|της|στη)$/iu;

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
