import { UNDATED, type DateTag } from '../../article/calendar-date.ts';
import type { Problem } from '../../problem.ts';
import type { ImportContext, Provenance } from '../importer.ts';
import { warn, type Finding } from '../refuse.ts';
import { explainDateFault } from './explain-date.ts';
import { readDate } from './read-date.ts';
import { isZeroDate } from './zero-date.ts';

/** A date a source gives, and where it gives it: `front matter`, `date line`, `feed`. */
export interface WrittenDate {
  written: string;
  from: string;
  line?: number | undefined;
}

export interface DraftDate {
  date: DateTag;
  time?: string | undefined;
  provenance: Provenance;
  problems: Problem[];
}

/** The original says itself that its date is not known. */
const saysUnknown = /^(?:undated|unknown|n\.? ?d\.?|s\.? ?d\.?|unbekannt|onbekend|inconnue)$/i;

/**
 * Takes the most trusted of the dates a source gives. One that is there and cannot be read is refused: a
 * less trusted one is never put in its place unseen. What programs write for no date is none. Without any date
 * the article is undated, with a warning.
 *
 * @param candidates most trusted first; those without a value are passed over
 */
export function draftDate(
  candidates: readonly (WrittenDate | undefined)[],
  context: Pick<ImportContext, 'path' | 'latestDay' | 'dateOrder' | 'epoch'>,
  at: { line?: number | undefined } = {},
): DraftDate | { finding: Finding } {
  const given = candidates.filter(
    (candidate) => candidate !== undefined && candidate.written.trim() !== '',
  ) as WrittenDate[];
  const first = given.find(({ written }) => !isZeroDate(written.trim(), context));
  if (first === undefined) return undated(given[0], context, at);
  const line = first.line ?? at.line;
  if (saysUnknown.test(first.written.trim()))
    return { date: UNDATED, provenance: `given (${first.from})`, problems: [] };
  const read = readDate(first.written, context);
  if ('fault' in read) {
    return { finding: { ...explainDateFault(read.fault, first.written, context.latestDay), line } };
  }
  const problems: Problem[] = [];
  if (read.weekdayDisagrees) {
    problems.push(
      warn(context, {
        rule: 'date-weekday-disagrees',
        line,
        message: `The weekday in \`${first.written}\` is not that of ${read.date}.`,
        fix: 'Check the date against the original; one of the two is a slip.',
      }),
    );
  }
  if (read.uncertain) {
    problems.push(
      warn(context, {
        rule: 'date-uncertain',
        line,
        message: `The original marks its date \`${first.written}\` as uncertain; ${read.date} was taken.`,
        fix: `Write \`date: ${UNDATED}\` into the article if that is too sure.`,
      }),
    );
  }
  return { date: read.date, time: read.time, provenance: `given (${first.from})`, problems };
}

function undated(
  zero: WrittenDate | undefined,
  context: Pick<ImportContext, 'path'>,
  at: { line?: number | undefined },
): DraftDate {
  const finding: Finding = {
    rule: zero === undefined ? 'date-missing' : 'date-zero',
    line: zero?.line ?? at.line,
    message:
      zero === undefined
        ? 'The original gives no date: the article is undated.'
        : `The date \`${zero.written.trim()}\` is what programs write where they know none: the article is undated.`,
    fix: 'If the day is known, write it into the original and import again with `--update`, or into the article.',
  };
  return { date: UNDATED, provenance: 'unknown', problems: [warn(context, finding)] };
}
