import type { Article } from '../article/article.ts';
import {
  formatDayInFull,
  isDateTag,
  isDay,
  monthName,
  weekdayName,
  weekdayOf,
  type Day,
} from '../article/calendar-date.ts';
import { plainDigits } from '../importers/dates/read-date.ts';
import type { Problem } from '../problem.ts';
import type { TextBelow } from './text-checks.ts';

/** News says when it happened at its head, in characters. */
const headLength = 3_000;

/** A day this near to the article's is one that its own date is told by. */
const nearDays = 10;

const dayMs = 86_400_000;

/**
 * From when newspapers in a language count by the Gregorian calendar; in others, and elsewhere, from 1753. Before that
 * a weekday belongs to another day.
 */
const gregorianSince: Readonly<Record<string, Day>> = {
  ru: '1918-02-14',
  uk: '1918-03-01',
  bg: '1916-04-14',
  sr: '1919-01-28',
  el: '1923-03-01',
  tr: '1926-01-01',
};

/** `Monday, 12 November 2023` was a Sunday: either the text or the date of its article may be wrong. */
export function weekdayDisagrees(
  { file, date, lang }: Article,
  { body, linesAbove }: TextBelow,
): Problem[] {
  const language = new Intl.Locale(lang).language;
  if (!isDay(date) || date < (gregorianSince[language] ?? '1753-01-01')) return [];
  const words = wordsOf(language);
  const head = plainDigits(body.slice(0, headLength));
  if (!words.anyWeekday.test(head)) return [];
  return words.shapes.flatMap((shape) =>
    [...head.matchAll(shape)].flatMap((match): Problem[] => {
      const { weekday = '', month = '', day = '', year } = match.groups ?? {};
      const monthNumber = words.months.get(month.toLowerCase()) ?? Number(month);
      const meant = dayNear(date, monthNumber, Number(day), year);
      if (meant === undefined || words.weekdays.get(weekday.toLowerCase()) === weekdayOf(meant))
        return [];
      const above = body.slice(0, match.index).split('\n');
      const written = body.slice(match.index, match.index + match[0].length).replace(/\s+/g, ' ');
      return [
        {
          place: {
            file,
            line: linesAbove + above.length,
            column: (above.at(-1)?.length ?? 0) + 1,
          },
          rule: 'weekday-disagrees',
          severity: 'warning',
          message: `\`${written}\` stands in the text; that day was ${formatDayInFull(meant, 'en')}, and the article's date is ${date}.`,
          fix: 'Compare the date with the printed page, and correct it if it is wrong. A text that was printed with the wrong weekday stays as it is.',
        },
      ];
    }),
  );
}

/** The day that is meant, where it is near the article's; a year that is not written is the one that brings it nearest. */
function dayNear(
  date: Day,
  month: number,
  dayOfMonth: number,
  year: string | undefined,
): Day | undefined {
  const own = Number(date.slice(0, 4));
  return (year === undefined ? [own - 1, own, own + 1] : [Number(year)])
    .map((one) => `${String(one).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`)
    .find(
      (day) => isDateTag(day) && Math.abs(Date.parse(day) - Date.parse(date)) <= nearDays * dayMs,
    );
}

const two = (number: number): string => String(number).padStart(2, '0');

interface CalendarNames {
  weekdays: ReadonlyMap<string, number>;
  months: ReadonlyMap<string, number>;
  anyWeekday: RegExp;
  /** The ways of writing a day with its weekday. */
  shapes: readonly RegExp[];
}

const known = new Map<string, CalendarNames>();

/** The names of days and months in a language, as CLDR has them. */
function wordsOf(language: string): CalendarNames {
  let words = known.get(language);
  if (!words) known.set(language, (words = gatherWords(language)));
  return words;
}

function gatherWords(language: string): CalendarNames {
  const weekdays = new Map(
    Array.from({ length: 7 }, (_, i) => [weekdayName(i + 1, language).toLowerCase(), i + 1]),
  );
  const months = new Map<string, number>();
  const inDates = new Intl.DateTimeFormat(language, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  for (let month = 1; month <= 12; month++) {
    months.set(monthName(month, language).toLowerCase(), month);
    // Slavic languages decline the name beside a day.
    const parts = inDates.formatToParts(Date.UTC(2001, month - 1, 1));
    const declined = parts.find(({ type }) => type === 'month')?.value.toLowerCase();
    if (declined !== undefined && /\p{L}/u.test(declined)) months.set(declined, month);
  }
  const weekday = String.raw`(?<![\p{L}\p{M}])ב?(?<weekday>${oneOf(weekdays)})(?![\p{L}\p{M}])`;
  const month = String.raw`(?<month>${oneOf(months)})(?![\p{L}\p{M}])`;
  const day = String.raw`(?<![\d.])(?<day>\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?(?!\d)`;
  const year = String.raw`(?<year>\d{4})(?!\d)`;
  const dayAndMonth = String.raw`${day}\s+(?:(?:of|de|di)\s+|d['’]|ב)?${month}(?:[.,،]?\s+(?:del?\s+)?${year})?`;
  const shapes = [
    String.raw`${weekday}[.,،]?\s+(?:\p{L}{1,3}\s+)?${dayAndMonth}`,
    String.raw`${weekday}[.,،]?\s+${month}\s+${day}(?:,?\s+${year})?`,
    ...(isWeekdayLast(language) ? [String.raw`${dayAndMonth},?\s+${weekday}`] : []),
    // Chinese, Japanese and Korean
    String.raw`(?:${year}[年년]\s*)?(?<month>\d{1,2})[月월]\s*(?<day>\d{1,2})[日일]\s*[(（,，]?\s*(?<weekday>${oneOf(weekdays)})`,
  ];
  return {
    weekdays,
    months,
    anyWeekday: new RegExp(oneOf(weekdays), 'iu'),
    shapes: shapes.map((shape) => new RegExp(shape, 'giu')),
  };
}

const oneOf = (names: ReadonlyMap<string, unknown>): string =>
  [...names.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('|');

/** Whether a language writes the weekday behind the day, as Turkish does. */
function isWeekdayLast(language: string): boolean {
  const inFull = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  const kinds = inFull.formatToParts(0).map(({ type }) => type);
  return kinds.indexOf('weekday') > kinds.indexOf('month');
}
