import { isDateTag, type DateTag } from '../../article/calendar-date.ts';

export interface DateInPath {
  /** As it stands there, year first; perhaps no day in the calendar. */
  date: DateTag;
  /** `file name` or `path`. */
  from: string;
}

/**
 * Finds the date a file name or a path of folders carries: `2016-05-05-flood.md`, `20160505.txt`,
 * `2016/05/05/flood/index.html`, `2016/05/flood.md`. A day `00` is a day nobody knew: the month counts.
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
    const whole = /^(\d{4})-(\d{2})-(\d{2})$/.exec(folders[i] ?? '');
    const wholeDay = whole && dayOrMonth(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '');
    if (wholeDay) return { date: wholeDay, from: 'path' };
    if (!/^(?:1[5-9]|20)\d{2}$/.test(folders[i] ?? '')) continue;
    const [inYear, inMonth, inDay] = [folders[i] ?? '', folders[i + 1] ?? '', folders[i + 2] ?? ''];
    if (!/^\d{1,2}$/.test(inMonth)) continue;
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
