// A date tag is the civil date an article carries, as text: `2023-11-12`, `2023-11`, `2023` (EDTF level 0,
// https://www.loc.gov/standards/datetime/) or `undated`. It never becomes an instant: a `Date` has a time and
// a zone, and may slip to the day before. Where `Date` serves for arithmetic below, it is in UTC throughout.

/** `2023-11-12`, `2023-11`, `2023` or `undated`; always a real day, month or year of the Gregorian calendar. */
export type DateTag = string;

/** `2023-11-12`: a date tag that is known to the day. */
export type Day = string;

export const UNDATED = 'undated';

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The number of days of a month (1 to 12) in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Whether a text is a date tag: a day, month or year that is in the calendar, or `undated`.
 * The years 0000 and 9999 are refused: they stand for "unknown" in too many sources.
 */
export function isDateTag(text: string): boolean {
  if (text === UNDATED) return true;
  const match = pattern.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (year === 0 || year === 9999) return false;
  if (match[2] === undefined) return true;
  if (month < 1 || month > 12) return false;
  return match[3] === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/** Whether a date tag is known to the day. */
export const isDay = (tag: DateTag): boolean => tag.length === 10;

/** The year of a date tag as text, `2023`; none for `undated`. */
export const yearOf = (tag: DateTag): string | undefined =>
  tag === UNDATED ? undefined : tag.slice(0, 4);

/** The month of a date tag as text, `2023-11`; none where only the year is known. */
export const monthOf = (tag: DateTag): string | undefined =>
  tag !== UNDATED && tag.length >= 7 ? tag.slice(0, 7) : undefined;

/**
 * Orders date tags oldest first. A month stands before its days and a year before its months; what is undated
 * comes before everything.
 */
export function compareDateTags(a: DateTag, b: DateTag): number {
  if (a === b) return 0;
  if (a === UNDATED) return -1;
  if (b === UNDATED) return 1;
  return a < b ? -1 : 1;
}

/** Whether a day comes before all of what a date tag names; nothing is before what is undated. */
export const isBefore = (day: Day, tag: DateTag): boolean =>
  tag !== UNDATED && day.slice(0, tag.length) < tag;

/** The day that comes `count` days after (or, below zero, before) a day. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The weekday of a day: 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Every day of a month `2023-11`, first to last. */
export function daysOfMonth(month: string): Day[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return Array.from(
    { length: daysInMonth(year, number) },
    (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`,
  );
}

/** The 366 calendar days of a leap year, `01-01` to `12-31`. */
export const monthDays: readonly string[] = Array.from({ length: 12 }, (_, i) =>
  daysOfMonth(`2000-${String(i + 1).padStart(2, '0')}`).map((day) => day.slice(5)),
).flat();

type Form = Intl.DateTimeFormatOptions;

const monthAndYear: Form = { year: 'numeric', month: 'long' };
const dayMonthYear: Form = { year: 'numeric', month: 'long', day: 'numeric' };
const dayInFull: Form = { weekday: 'long', ...dayMonthYear };
const dayAndMonth: Form = { month: 'long', day: 'numeric' };
const months: Record<'long' | 'short', Form> = {
  long: { month: 'long' },
  short: { month: 'short' },
};
const weekdays: Record<'long' | 'short' | 'narrow', Form> = {
  long: { weekday: 'long' },
  short: { weekday: 'short' },
  narrow: { weekday: 'narrow' },
};

/** A form in one language, with the days it has been asked for: each stands on many pages. */
interface Format {
  intl: Intl.DateTimeFormat;
  known: Map<Day, string>;
}

const formats = new Map<Form, Map<string, Format>>();

function formatUtc(language: string, form: Form, day: Day): string {
  let languages = formats.get(form);
  if (!languages) formats.set(form, (languages = new Map()));
  let format = languages.get(language);
  if (!format) {
    const intl = new Intl.DateTimeFormat(language, {
      ...form,
      timeZone: 'UTC',
      calendar: 'gregory',
    });
    languages.set(language, (format = { intl, known: new Map() }));
  }
  let text = format.known.get(day);
  if (text === undefined) {
    text = format.intl.format(new Date(`${day}T00:00:00Z`));
    format.known.set(day, text);
  }
  return text;
}

/** English follows the day-month-year order of most of the world's newspapers, unless a region is named. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

const numerals = new Map<string, Intl.NumberFormat>();

/** A year or a day of a month in the digits of the language: `2023`; `۲۰۲۳` in Persian. */
export function formatNumeral(number: number, language: string): string {
  let format = numerals.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, { useGrouping: false });
    numerals.set(language, format);
  }
  return format.format(number);
}

/** A date as it begins a heading or a title: many languages write months and weekdays with small letters. */
export const asHeading = (text: string, language: string): string =>
  text.replace(/^\p{L}/u, (first) => first.toLocaleUpperCase(language));

/**
 * Formats a date tag for eyes: `12 November 2023`, `November 2023`, `2023`. `undated` is a word of the
 * interface and is not known here: it comes back as it is.
 */
export function formatDateTag(tag: DateTag, language: string): string {
  if (tag === UNDATED) return tag;
  if (tag.length === 4) return formatNumeral(Number(tag), language);
  const locale = localeOf(language);
  return tag.length === 7
    ? formatUtc(locale, monthAndYear, `${tag}-01`)
    : formatUtc(locale, dayMonthYear, tag);
}

/** Formats a day with its weekday, as the language does: `Sunday, 12 November 2023`. */
export function formatDayInFull(day: Day, language: string): string {
  return formatUtc(localeOf(language), dayInFull, day);
}

/** The name of a month (1 to 12): `November`. */
export function monthName(
  month: number,
  language: string,
  width: 'long' | 'short' = 'long',
): string {
  const day = `2001-${String(month).padStart(2, '0')}-01`;
  return formatUtc(localeOf(language), months[width], day);
}

/** A calendar day without its year, `11-12`: `12 November`. */
export function formatMonthDay(monthDay: string, language: string): string {
  // 2000 was a leap year, so that 29 February has a name.
  return formatUtc(localeOf(language), dayAndMonth, `2000-${monthDay}`);
}

/** The name of a weekday (1 is Monday). */
export function weekdayName(
  weekday: number,
  language: string,
  width: 'long' | 'short' | 'narrow' = 'long',
): string {
  // 1 January 2001 was a Monday.
  return formatUtc(localeOf(language), weekdays[width], `2001-01-0${weekday}`);
}
