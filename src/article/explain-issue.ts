// What the schema finds wrong, explained to the keeper: which rule a value breaks, and how to write it.

import { isDateTag, UNDATED } from './calendar-date.ts';
import { exampleOf, explainDate, type frontMatterSchema } from './schema.ts';

type Issue = NonNullable<ReturnType<typeof frontMatterSchema.safeParse>['error']>['issues'][number];

/** Of several things wrong with one value, as an empty text breaks two rules, the first; each unknown key is another. */
export function firstOfEachPath<One extends Pick<Issue, 'path' | 'code'>>(
  issues: readonly One[],
): One[] {
  const seen = new Set<string>();
  return issues.filter(({ path, code }) => {
    const key = JSON.stringify([path, code === 'unrecognized_keys']);
    return !seen.has(key) && seen.add(key);
  });
}

/** What is said of a wrong value. */
interface Explained {
  rule: string;
  message: string;
  fix: string;
}

/**
 * Explains one thing that the schema finds wrong.
 *
 * @param value what stands there; undefined where nothing does
 */
export function explainIssue(issue: Issue, value: unknown): Explained {
  const field = String(issue.path[0] ?? '');
  const inner = issue.path.filter((part) => typeof part === 'string').join('.');
  const example = exampleOf(field);
  const fix = example ? `Write it like this: \`${example}\`.` : 'Delete it.';
  if (field === 'date' && value === undefined) {
    return {
      rule: 'date-missing',
      message: 'The article has no date.',
      fix: `Add \`date: 2024-03-02\`, as printed; or \`date: ${UNDATED}\` if nobody knows it.`,
    };
  }
  if (value === undefined || value === null || (typeof value === 'string' && !value.trim())) {
    return { rule: `${field}-incomplete`, message: `\`${inner}\` has no value.`, fix };
  }
  if (issue.code === 'custom')
    return explainRule(issue.params?.['rule'], { field, inner, value, fix });
  const wrong = {
    rule: `${field}-wrong-kind`,
    message: `\`${inner}: ${quote(value)}\` is not what \`${inner}\` holds.`,
  };
  return issue.code === 'invalid_type' && issue.expected === 'string'
    ? { ...wrong, fix: `If it is text, put the whole of it in quotes. ${fix}` }
    : { ...wrong, fix };
}

/** What a value is not, by the rule of the schema that it breaks. */
const isNot: Readonly<Record<string, string>> = {
  'not-a-time': 'is not a clock time with its offset or zone',
  'not-a-moment': 'is not a day with a clock time and its offset or zone',
  'not-an-address': 'is not a web address',
  'not-a-language': 'is not a language tag',
  'not-a-local-file': 'is not a file of this archive',
  'not-a-sha256': 'is not a SHA-256 in 64 hexadecimal digits',
  'not-a-path': 'is not a path on this site',
  'not-a-box': 'has no width or no height',
};

function explainRule(
  rule: unknown,
  { field, inner, value, fix }: { field: string; inner: string; value: unknown; fix: string },
): Explained {
  const broken = typeof rule === 'string' ? rule : 'wrong';
  if (broken !== 'not-a-day') {
    const message = `\`${inner}: ${quote(value)}\` ${isNot[broken]}.`;
    return { rule: `${field}-${broken}`, message, fix };
  }
  const day = typeof value === 'string' ? value.trim() : '';
  if (field === 'date' || !isDateTag(day)) {
    return { rule: `${field}-not-a-day`, ...explainDate(day) };
  }
  return {
    rule: `${field}-not-a-day`,
    message: `\`${inner}: ${quote(value)}\` is not known to the day.`,
    fix: 'Write the whole day, for example `2024-03-02`.',
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

const quote = (value: unknown): string =>
  shorten(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** A text as a message quotes it. */
export const shorten = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 59)}…` : text;
