import type { DateOrder, ImportContext } from '../importer.ts';
import { readDate } from './read-date.ts';

const numeric = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/;

/**
 * The order of day and month in the numeric dates of one source, where some of them can be read in one way
 * only. A source whose dates contradict each other has none.
 */
function orderOfDates(written: Iterable<string>): DateOrder | undefined {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of written) {
    const [, a, b] = numeric.exec(text) ?? [];
    if (Number(a) > 12 && Number(b) <= 12) dayFirst = true;
    if (Number(b) > 12 && Number(a) <= 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? undefined : dayFirst ? 'dmy' : 'mdy';
}

/** Fewer dates than this do not show that a program wrote the same one everywhere. */
const fewestOfAProgram = 3;

/**
 * What 1 January 1970 is in one source: a day where others lie around it, none where all of several are the
 * same.
 */
function epochOfDates(written: readonly string[]): ImportContext['epoch'] {
  const dates = written
    .filter((text) => /19(?:69|70|71)/.test(text))
    .map((text) => readDate(text, { latestDay: '9999-12-31' }))
    .map((read) => ('date' in read ? read.date : ''));
  const others = dates.filter((date) => date !== '' && !/^1970-01-01|^1969-12-31/.test(date));
  if (others.length > 0) return 'day';
  return dates.length >= fewestOfAProgram && dates.length === written.length ? 'none' : undefined;
}

/** A context that knows how the dates of one source are to be read; what the keeper has said stays. */
export function withDatesOfSource(
  context: ImportContext,
  written: readonly string[],
): ImportContext {
  return {
    ...context,
    dateOrder: context.dateOrder ?? orderOfDates(written),
    epoch: epochOfDates(written),
  };
}
