// The names of months and weekdays, as CLDR has them in the languages newspapers are printed in. `Intl`
// carries CLDR, so that no table of names stands here.

/** Languages whose month names are understood without being told the language. */
const languages = [
  'en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'nn', 'fi', 'is', 'pl', 'cs', 'sk', 'sl',
  'hr', 'sr', 'sr-Latn', 'bs', 'hu', 'ro', 'bg', 'ru', 'uk', 'be', 'el', 'tr', 'az', 'ca', 'gl', 'eu',
  'cy', 'ga', 'et', 'lv', 'lt', 'sq', 'mk', 'id', 'ms', 'vi', 'sw', 'ar', 'fa', 'he', 'hi', 'bn', 'th',
]; // prettier-ignore

interface CalendarWords {
  /** Month, 1 to 12, by its name in lower case; names that mean different months are left out. */
  months: Map<string, number>;
  /** Weekday, 1 (Monday) to 7, by its name in lower case. */
  weekdays: Map<string, number>;
}

let words: CalendarWords | undefined;

/** A word as it is looked up: lower case, without a full stop at its end. */
const calendarWord = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[.,]+$/, '');

/** The month a word names, 1 to 12; none when it names none, or another one in another language. */
export const monthOfWord = (word: string): number | undefined =>
  calendarWords().months.get(calendarWord(word));

/** The weekday a word names, 1 (Monday) to 7. */
export const weekdayOfWord = (word: string): number | undefined =>
  calendarWords().weekdays.get(calendarWord(word));

function calendarWords(): CalendarWords {
  words ??= { months: collectMonths(), weekdays: collectWeekdays() };
  return words;
}

function collectMonths(): Map<string, number> {
  const found = new Map<string, Set<number>>();
  const add = (name: string, month: number): void => {
    const key = calendarWord(name);
    if (!/\p{L}/u.test(key)) return;
    found.set(key, (found.get(key) ?? new Set()).add(month));
  };
  for (const language of languages) {
    for (const width of ['long', 'short'] as const) {
      const alone = format(language, { month: width });
      // Slavic and other languages decline the name after a day: "ноября", not "ноябрь".
      const withDay = format(language, { month: width, day: 'numeric' });
      for (let month = 1; month <= 12; month++) {
        const day = new Date(Date.UTC(2001, month - 1, 5));
        for (const parts of [alone.formatToParts(day), withDay.formatToParts(day)]) {
          add(parts.find(({ type }) => type === 'month')?.value ?? '', month);
        }
      }
    }
  }
  add('sept', 9);
  // English is understood first where another language uses its word for a neighbouring month.
  const english = format('en', { month: 'long' });
  for (let month = 1; month <= 12; month++) {
    const name = calendarWord(english.format(new Date(Date.UTC(2001, month - 1, 5))));
    found.set(name, new Set([month]));
    found.set(name.slice(0, 3), new Set([month]));
  }
  return new Map(
    [...found].flatMap(([name, months]) => (months.size === 1 ? [[name, [...months][0]!]] : [])),
  );
}

function collectWeekdays(): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of languages.toReversed()) {
    for (const width of ['long', 'short'] as const) {
      const weekday = format(language, { weekday: width });
      for (let day = 1; day <= 7; day++) {
        // 1 January 2001 was a Monday.
        const name = calendarWord(weekday.format(new Date(Date.UTC(2001, 0, day))));
        // A weekday shortened to two letters is a word too often: "do", "so", "er".
        if (name.length > 2) found.set(name, day);
      }
    }
  }
  return found;
}

const format = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
