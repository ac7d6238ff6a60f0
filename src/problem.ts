// A problem is the keeper's: something in the content that is wrong or doubtful, said once, with its
// place and its mend. An error (thrown) is ours. See `printProblem` for the shape readers meet.

/** `error` stops a build; `warning` is said and passed over. */
export type Severity = 'error' | 'warning';

/** Where a problem stands; lines and columns count from 1. */
export interface Place {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  /** A value of the front matter, `['aliases', 0]`, by which the line is found where it is not known. */
  field?: readonly (string | number)[] | undefined;
}

export interface Problem {
  place: Place;
  /** A name for ever, such as `date-not-a-day`: people search for it. */
  rule: string;
  severity: Severity;
  /** One sentence that quotes what was written. */
  message: string;
  /** How to mend it, in the author's own format. */
  mend: string;
}

/** Prints a place as `file:line:column`, as far as it is known, so that a terminal can jump there. */
export function printPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}

/**
 * Prints a problem for a terminal: place and rule, then the sentence and the mend, indented.
 * Warnings carry the word, so that colour is never needed to tell them apart.
 */
export function printProblem(problem: Problem): string {
  const head = `${printPlace(problem.place)} ${problem.rule}`;
  const mark = problem.severity === 'warning' ? ' (warning)' : '';
  return `${head}${mark}\n  ${problem.message}\n  ${problem.mend}`;
}

export const isError = (problem: Problem): boolean => problem.severity === 'error';

/** The order in which problems are listed: by file, then line, then column. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0)
  );
}
