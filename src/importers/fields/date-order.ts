import type { DateOrder, ImportContext } from '../importer.ts';

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

/** A context whose date order is the keeper's, else the source's own. */
export const withDateOrder = (context: ImportContext, written: Iterable<string>): ImportContext =>
  context.dateOrder === undefined ? { ...context, dateOrder: orderOfDates(written) } : context;
