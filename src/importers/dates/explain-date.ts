import type { Finding } from '../refuse.ts';
import type { DateFault } from './read-date.ts';

/** Says what is wrong with a date that was written in an original, and what the keeper can do. */
export function explainDateFault(fault: DateFault, written: string, latestDay: string): Finding {
  const quoted = `\`${written.length > 60 ? `${written.slice(0, 59)}…` : written}\``;
  switch (fault) {
    case 'not-a-day':
      return {
        rule: 'date-not-a-day',
        message: `The date ${quoted} is not a day in the calendar.`,
        fix: 'Correct the date in the original and import it again.',
      };
    case 'ambiguous':
      return {
        rule: 'date-ambiguous',
        message: `The date ${quoted} can be read day first or month first.`,
        fix: 'Import again with `--date-order dmy` (day first) or `--date-order mdy` (month first).',
      };
    case 'two-digit-year':
      return {
        rule: 'date-two-digit-year',
        message: `The date ${quoted} does not say its century.`,
        fix: 'Write the year with four digits in the original and import it again.',
      };
    case 'future':
      return {
        rule: 'date-in-future',
        message: `The date ${quoted} lies after ${latestDay}.`,
        fix: 'Correct the date in the original; if it is right, import again with `--latest` and a later day.',
      };
    case 'not-a-date':
      return (
        countedDate(written) ?? {
          rule: 'date-not-read',
          message: `The date ${quoted} cannot be read as a day.`,
          fix: 'Write it as year-month-day in the original, for example `2024-03-02`, and import it again.',
        }
      );
  }
}

/** A date as programs count it, which names no day by itself. */
function countedDate(written: string): Finding | undefined {
  if (/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(written.trim())) {
    return {
      rule: 'date-not-read',
      message: `The date \`${written}\` counts ${/^\d{13}/.test(written) ? 'milliseconds' : 'seconds'} since 1970: which day that is depends on the time zone.`,
      fix: 'Write it as the day it was at the place of publication, for example `2024-03-02`.',
    };
  }
  if (/^[2-5]\d{4}(?:\.\d+)?$/.test(written.trim())) {
    return {
      rule: 'date-not-read',
      message: `The date \`${written}\` looks like the number of a day in a spreadsheet.`,
      fix: 'Give the column the format `YYYY-MM-DD` and save the table again.',
    };
  }
  return undefined;
}
