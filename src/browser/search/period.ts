// Periods as the search writes them: a year, a month or a day, as text.

/** The first and last day a date written in part stands for. The last may be day 31 of a shorter month. */
export interface Days {
  from: string;
  to: string;
}

/**
 * The days of `2023`, `2023-11` or `2023-11-12`; also written with slashes, points, or a month without its
 * nought. No day is checked against the calendar: a range that ends with 31 February ends with February.
 *
 * @returns nothing for anything else
 */
export function periodOf(text: string): Days | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  const of = `${year}-${String(number).padStart(2, '0')}`;
  if (day === undefined) return { from: `${of}-01`, to: `${of}-31` };
  if (Number(day) < 1 || Number(day) > 31) return undefined;
  const exact = `${of}-${day.padStart(2, '0')}`;
  return { from: exact, to: exact };
}

/** Whether a range may begin or end with a text. */
export const isEnd = (text: string): boolean => text === 'undated' || periodOf(text) !== undefined;

/**
 * Whether a date tag lies in a range. What is known to the month or year only lies in it when any of its days
 * does; what is undated never.
 */
export function inRange(tag: string, from: string | undefined, to: string | undefined): boolean {
  const days = periodOf(tag);
  if (!days) return false;
  return (from === undefined || days.to >= from) && (to === undefined || days.from <= to);
}

/** The last day of a month `2023-11`. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}
