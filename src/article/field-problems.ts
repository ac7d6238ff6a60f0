// What is wrong with front matter, said to its keeper.

import type { Problem } from '../problem.ts';
import { isDateTag, UNDATED } from './calendar-date.ts';
import type { FrontMatterFault } from './front-matter.ts';
import { exampleOf, explainDate, type frontMatterSchema } from './schema.ts';

/** A fault of the whole front matter as a problem. */
export function explainFault(fault: FrontMatterFault, file: string): Problem {
  const base = { severity: 'error' as const };
  switch (fault.fault) {
    case 'missing':
      return {
        ...base,
        place: { file, line: 1, column: 1 },
        rule: 'front-matter-missing',
        message: 'The file does not begin with front matter.',
        mend: 'Begin it with `---`, a line such as `date: 2024-03-02`, and `---`; or let `npm run import` do it.',
      };
    case 'not-closed':
      return {
        ...base,
        place: { file, line: 1, column: 1 },
        rule: 'front-matter-not-closed',
        message: 'The front matter that begins with `---` does not end.',
        mend: 'Write `---` on a line of its own between the front matter and the text.',
      };
    case 'not-a-map':
      return {
        ...base,
        place: { file, line: 2, column: 1 },
        rule: 'front-matter-not-fields',
        message: 'The front matter is not a list of fields.',
        mend: 'Write one field on a line, for example `date: 2024-03-02`.',
      };
    case 'not-yaml':
      return {
        ...base,
        place: { file, line: fault.line, column: fault.column },
        rule: 'front-matter-not-yaml',
        message: `The front matter cannot be read here: ${fault.reason}.`,
        mend: "Put a value that holds `: ` or ` #` into quotes, as in `title: 'Flood: 1,836 dead'`; indent with blanks, not tabs; give each field once.",
      };
  }
}

type Issue = NonNullable<ReturnType<typeof frontMatterSchema.safeParse>['error']>['issues'][number];

/** A value that breaks two rules, as an empty text does, is one problem. */
export function firstOfEachPath(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ path }) => {
    const key = JSON.stringify(path);
    return !seen.has(key) && seen.add(key);
  });
}

/** What is wrong with one value: the rule it breaks, what was written, how to write it. */
export function explainIssue(
  issue: Issue,
  value: unknown,
): { rule: string; message: string; mend: string } {
  const field = String(issue.path[0] ?? '');
  const inner = issue.path.filter((part) => typeof part === 'string').join('.');
  const example = exampleOf(field);
  const mend = example ? `Write it like this: \`${example}\`.` : 'Delete it.';
  const written = quote(value);
  if (field === 'date' && value === undefined) {
    return {
      rule: 'date-missing',
      message: 'The article has no date.',
      mend: `Add \`date: 2024-03-02\`, as printed; or \`date: ${UNDATED}\` if nobody knows it.`,
    };
  }
  if (value === undefined || value === null || (typeof value === 'string' && !value.trim())) {
    return { rule: `${field}-incomplete`, message: `\`${inner}\` has no value.`, mend };
  }
  if (issue.code === 'custom') {
    const rule = (issue.params as { rule?: string } | undefined)?.rule ?? 'wrong';
    if (rule === 'not-a-day') {
      const day = typeof value === 'string' ? value.trim() : '';
      const explained =
        field !== 'date' && isDateTag(day)
          ? {
              message: `\`${inner}: ${written}\` is not known to the day.`,
              mend: 'Write the whole day, for example `2024-03-02`.',
            }
          : explainDate(day);
      return { rule: `${field}-not-a-day`, ...explained };
    }
    const what: Record<string, string> = {
      'not-a-time': 'is not a clock time with its offset or zone',
      'not-an-address': 'is not a web address',
      'not-a-language': 'is not a language tag',
      'not-a-local-file': 'is not a file of this archive',
      'not-a-sha256': 'is not a SHA-256 in 64 hexadecimal digits',
      'not-a-path': 'is not a path on this site',
    };
    return { rule: `${field}-${rule}`, message: `\`${inner}: ${written}\` ${what[rule]}.`, mend };
  }
  return {
    rule: `${field}-wrong-kind`,
    message: `\`${inner}: ${written}\` is not what \`${inner}\` holds.`,
    mend,
  };
}

/** The value under a path; one that stands where a list may stand counts as the list's only member. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return value;
    if (typeof key === 'number' && !Array.isArray(value)) return value;
    return (value as Record<PropertyKey, unknown>)[key];
  }, data);
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
