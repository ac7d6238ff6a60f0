import { isDateTag, type DateTag } from '../../article/calendar-date.ts';

export interface DateInPath {
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
    /^(\d{4})[-_.](\d{2})[-_.](\d{2})(?!\d)/.exec(name) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(name);
  const named = inName && dayOrMonth(inName[1] ?? '', inName[2] ?? '', inName[3] ?? '');
  if (named) return { date: named, from: 'file name' };
  const folders = parts.slice(0, -1);
  for (let i = folders.length - 1; i >= 0; i--) {
    const whole = /^(\d{4})-(\d{2})-(\d{2})$/.exec(folders[i] ?? '');
    const wholeDay = whole && dayOrMonth(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '');
    if (wholeDay) return { date: wholeDay, from: 'path' };
    if (!/^(?:1[5-9]|20)\d{2}$/.test(folders[i] ?? '')) continue;
    const [year, month, day] = [folders[i] ?? '', folders[i + 1] ?? '', folders[i + 2] ?? ''];
    if (!/^\d{1,2}$/.test(month)) continue;
    const dayInName = /^(\d{2})-/.exec(name)?.[1] ?? '';
    const found = dayOrMonth(
      year,
      month.padStart(2, '0'),
      (/^\d{1,2}$/.test(day) ? day : dayInName).padStart(2, '0'),
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
  const rest = name.replace(/^\d{4}[-_.]?\d{2}[-_.]?\d{2}[-_. ]*/, '');
  return rest === '' || /^index$/i.test(rest) ? undefined : rest;
}
