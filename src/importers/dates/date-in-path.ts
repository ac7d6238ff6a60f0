import { isDateTag, type DateTag } from '../../article/calendar-date.ts';
import type { ImportContext } from '../importer.ts';
import { monthOfWord } from './calendar-words.ts';
import type { WrittenDate } from './draft-date.ts';

export interface DateInPath {
  /** As it stands there, year first; perhaps no day in the calendar. */
  date: DateTag;
  /** `file name` or `path`. */
  from: string;
}

/**
 * Finds the date a file name or a path of folders carries: `2016-05-05-flood.md`, `20160505.txt`,
 * `2016/05/05/flood/index.html`, `20160505/flood`, `2016/may/05/flood`, `2016/05/flood.md`. A day `00` is a day nobody knew: the month counts.
 */
export function findDateInPath(path: string): DateInPath | undefined {
  const parts = path.split(/[/\\]/).filter((part) => part !== '');
  const name = parts.at(-1) ?? '';
  const inName =
    /^(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)/.exec(name) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(name);
  const [year = '', month = '', day = ''] =
    inName?.slice(1).map((part) => part.padStart(2, '0')) ?? [];
  // `2016-02-31-flood.md` means a day and names none: the one who takes it will say so.
  const slips = /^(?:1[5-9]|20)\d{2}-/.test(name) ? `${year}-${month}-${day}` : undefined;
  const named = inName && (dayOrMonth(year, month, day) ?? slips);
  if (named) return { date: named, from: 'file name' };
  const folders = parts.slice(0, -1);
  for (let i = folders.length - 1; i >= 0; i--) {
    const whole = /^((?:1[5-9]|20)\d{2})(-?)(\d{2})\2(\d{2})$/.exec(folders[i] ?? '');
    const wholeDay = whole && dayOrMonth(whole[1] ?? '', whole[3] ?? '', whole[4] ?? '');
    if (wholeDay) return { date: wholeDay, from: 'path' };
    if (!/^(?:1[5-9]|20)\d{2}$/.test(folders[i] ?? '')) continue;
    const [inYear, inMonth, inDay] = [
      folders[i] ?? '',
      monthFolder(folders[i + 1] ?? ''),
      folders[i + 2] ?? '',
    ];
    if (inMonth === undefined) continue;
    const dayInName = /^(\d{2})-/.exec(name)?.[1] ?? '';
    const found = dayOrMonth(
      inYear,
      inMonth.padStart(2, '0'),
      (/^\d{1,2}$/.test(inDay) ? inDay : dayInName).padStart(2, '0'),
    );
    if (found) return { date: found, from: 'path' };
  }
  return undefined;
}

/** A month as two digits, from `5`, `05` or a name of three letters or more: `may`, `sept`. */
function monthFolder(folder: string): string | undefined {
  const month = /^\d{1,2}$/.test(folder)
    ? folder
    : /^\p{L}{3,9}$/u.test(folder)
      ? monthOfWord(folder)
      : undefined;
  return month === undefined ? undefined : String(month).padStart(2, '0');
}

/** Newspapers are not older (the first is of 1605): four digits below are a number. */
const firstYear = '1500';

/**
 * The date the first of some addresses carries that carries one: `https://example.org/2014/11/20/cargo/`,
 * `/news/2014-11-20-cargo.html`. What is no day in the calendar, or after the last it may be, is none.
 */
export function dateInAddresses(
  addresses: readonly (string | undefined)[],
  { latestDay }: Pick<ImportContext, 'latestDay'>,
): WrittenDate | undefined {
  for (const address of addresses) {
    const path = address?.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
    const date = path === undefined ? undefined : findDateInPath(path)?.date;
    if (date === undefined || !isDateTag(date) || date < firstYear) continue;
    if (date <= latestDay.slice(0, date.length)) return { written: date, from: 'address' };
  }
  return undefined;
}

function dayOrMonth(year: string, month: string, day: string): DateTag | undefined {
  const date = day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
  return isDateTag(date) ? date : undefined;
}

/** A file's name without its folder, its ending and a date at its beginning; none when nothing is left. */
export function nameWithoutDate(path: string): string | undefined {
  const name = (path.split(/[/\\]/).at(-1) ?? '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const rest = name.replace(/^(?:\d{8}|\d{4}[-_.]\d{1,2}[-_.]\d{1,2})(?!\d)[-_. ]*/, '');
  return rest === '' || /^index$/i.test(rest) ? undefined : rest;
}
