// A problem is the keeper's: something in the content that is wrong or doubtful, said once, with its
// place and its fix. An error (thrown) is ours. See `printProblem` for the shape readers meet.

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

/** A change of front matter that surely fixes a problem, and changes nothing that is read. */
export type Autofix =
  | { change: 'key'; from: string; to: string }
  /** One name of a field, in a list or alone. */
  | { change: 'name'; field: string; from: string; to: string }
  /** One name that is several. */
  | { change: 'list'; field: string; from: string; to: readonly string[] };

export interface Problem {
  place: Place;
  /** A name for ever, such as `date-not-a-day`: people search for it. */
  rule: string;
  severity: Severity;
  /** One sentence that quotes what was written. */
  message: string;
  /** How to fix it, in the author's own format. */
  fix: string;
  /** What `npm run check -- --fix` does about it; none where only a person can tell. */
  autofix?: Autofix | undefined;
}

/** Prints a place as `file:line:column`, as far as it is known, so that a terminal can jump there. */
export function printPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column]
    .filter((part) => part !== undefined)
    .join(':');
}

/**
 * Text from elsewhere as a terminal may show it: characters that would command it, or turn the order of a line, are
 * seen and do nothing. `a␊b`, `␛[2J`, `\\u{202e}`.
 */
export const visible = (text: string): string =>
  text.replace(commanding, (sign) => {
    const code = sign.charCodeAt(0);
    // Unicode draws the first of them, U+2400 and on, and DELETE.
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\u{${code.toString(16)}}`;
  });

const commanding =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/**
 * Prints a problem for a terminal: place and rule, then the sentence and the fix, indented.
 * Warnings carry the word, so that colour is never needed to tell them apart.
 */
export function printProblem(problem: Problem): string {
  const head = `${visible(printPlace(problem.place))} ${problem.rule}`;
  const mark = problem.severity === 'warning' ? ' (warning)' : '';
  return `${head}${mark}\n  ${visible(problem.message)}\n  ${problem.fix.split('\n').map(visible).join('\n')}`;
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
