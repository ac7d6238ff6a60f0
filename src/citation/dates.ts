import { partsOf, type CslDate } from './news-item.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** The name of a month (1 to 12) in English, the language of the styles. */
export const monthName = (month: number): string => months[month - 1] ?? '';

/** The months of MLA, shortened where they have more than four letters (MLA Handbook, 9th edition, appendix 1). */
const shortMonth = (month: number): string => {
  const name = monthName(month);
  if (name.length <= 4) return name;
  return `${name.slice(0, month === 9 ? 4 : 3)}.`;
};

/** `March 1, 2024`, `March 2024`, `2024`; empty for no date. */
export function monthFirst(date: CslDate | undefined): string {
  const { year, month, day } = partsOf(date);
  if (!year) return '';
  if (!month) return String(year);
  return day ? `${monthName(month)} ${day}, ${year}` : `${monthName(month)} ${year}`;
}

/** `2024, March 1`, `2024, March`, `2024`; `n.d.` for no date. */
export function yearFirst(date: CslDate | undefined): string {
  const { year, month, day } = partsOf(date);
  if (!year) return 'n.d.';
  if (!month) return String(year);
  return `${year}, ${monthName(month)}${day ? ` ${day}` : ''}`;
}

/** `1 March 2024`, or with short months `1 Mar. 2024`; empty for no date. */
export function dayFirst(date: CslDate | undefined, width: 'long' | 'short' = 'long'): string {
  const { year, month, day } = partsOf(date);
  if (!year) return '';
  const name = month && (width === 'short' ? shortMonth(month) : monthName(month));
  return [day, name, year].filter(Boolean).join(' ');
}

/** `2024-03-01`, `2024-03`, `2024`, or with another separator; empty for no date. */
export function isoDate(date: CslDate | undefined, separator = '-'): string {
  const [year, ...rest] = date?.['date-parts'][0] ?? [];
  if (!year) return '';
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join(
    separator,
  );
}
