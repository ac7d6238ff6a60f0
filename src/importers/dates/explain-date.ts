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
        mend: 'Correct the date in the original and import it again.',
      };
    case 'ambiguous':
      return {
        rule: 'date-ambiguous',
        message: `The date ${quoted} can be read day first or month first.`,
        mend: 'Import again with `--date-order dmy` (day first) or `--date-order mdy` (month first).',
      };
    case 'two-digit-year':
      return {
        rule: 'date-two-digit-year',
        message: `The date ${quoted} does not say its century.`,
        mend: 'Write the year with four digits in the original and import it again.',
      };
    case 'future':
      return {
        rule: 'date-in-future',
        message: `The date ${quoted} lies after ${latestDay}.`,
        mend: 'Correct the date in the original; if it is right, import again with `--latest` and a later day.',
      };
    case 'not-a-date':
      return {
        rule: 'date-not-read',
        message: `The date ${quoted} cannot be read as a day.`,
        mend: 'Write it as year-month-day in the original, for example `2024-03-02`, and import it again.',
      };
  }
}
