// What is wrong in an article's front matter, said to its keeper: where it stands, what is wrong, how to fix it.

import type { Problem } from '../problem.ts';
import { isBefore } from './calendar-date.ts';
import { explainIssue, firstOfEachPath, shorten, valueAt } from './explain-issue.ts';
import {
  cutFrontMatter,
  findKey,
  findValue,
  type FrontMatter,
  type FrontMatterFault,
  type Yaml,
} from './front-matter.ts';
import { fieldNames, frontMatterSchema, type FrontMatterFields } from './schema.ts';
import { findSwallowed, type Swallowed } from './swallowed-yaml.ts';
import { adviseOnYaml, quoteForYaml } from './yaml-advice.ts';

/** Checks front matter field by field. The fields are none where one of them is wrong. */
export function checkFields(
  { data, yaml }: FrontMatter,
  file: string,
): { fields: FrontMatterFields | undefined; problems: Problem[] } {
  const given = withoutEmpty(data);
  const result = frontMatterSchema.safeParse(given);
  const fields = result.data;
  return {
    fields,
    problems: [
      ...Object.keys(data)
        .filter((key) => !fieldNames.includes(key))
        .map((key) => unknownKey(key, { data, yaml }, file)),
      ...firstOfEachPath(result.error?.issues ?? []).map((issue): Problem => ({
        place: { file, ...findValue(yaml, issue.path) },
        severity: 'error',
        ...explainIssue(issue, valueAt(given, issue.path)),
      })),
      ...findSwallowed(yaml)
        .filter(isText)
        .map((found) => swallowedProblem(found, yaml, file)),
      ...(fields
        ? [...altMissing(fields, yaml, file), ...changedTooEarly(fields, yaml, file)]
        : []),
    ],
  };
}

/**
 * Front matter without what is empty: a field without a value counts as not given, as templates leave them. A list
 * keeps the places of its members. An empty `alt` says that the picture shows nothing that the text does not.
 */
function withoutEmpty(data: Record<string, Yaml>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const given = key === 'alt' && value === '' ? '' : givenValue(value);
      return given === undefined ? [] : [[key, given]];
    }),
  );
}

function givenValue(value: Yaml): unknown {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
  if (Array.isArray(value)) {
    const members = value.map((member) => givenValue(member) ?? null);
    return members.some((member) => member !== null) ? members : undefined;
  }
  if (typeof value !== 'object') return value;
  const fields = withoutEmpty(value);
  return Object.keys(fields).length > 0 ? fields : undefined;
}

const unknownKey = (
  key: string,
  { data, yaml }: Pick<FrontMatter, 'data' | 'yaml'>,
  file: string,
): Problem => ({
  place: { file, ...findKey(yaml, [key]) },
  rule: 'key-unknown',
  severity: 'warning',
  message: `\`${key}\` is not a field of an article; it is kept in the file and shown nowhere.`,
  ...fixKey(key, data),
});

function fixKey(
  key: string,
  data: Readonly<Record<string, unknown>>,
): Pick<Problem, 'fix' | 'autofix'> {
  const meant = fieldNames.find((name) => name.toLowerCase() === key.toLowerCase());
  if (meant === undefined) return { fix: `The fields are ${fieldNames.join(', ')}.` };
  if (meant in data) {
    return { fix: `\`${meant}\` is there, too, and counts: delete one of the two.` };
  }
  return {
    fix: `Write it in small letters: \`${meant}\`.`,
    autofix: { change: 'key', from: key, to: meant },
  };
}

function altMissing({ image }: FrontMatterFields, yaml: string, file: string): Problem[] {
  if (!image || image.alt !== undefined) return [];
  return [
    {
      place: { file, ...findValue(yaml, ['image', 'src']) },
      rule: 'picture-alt-missing',
      severity: 'warning',
      message: 'The picture has no `alt`: readers who cannot see it are not told what it shows.',
      fix: "Add `alt: What the picture shows`, or `alt: ''` where it shows nothing that the text does not say.",
    },
  ];
}

/** A text is neither revised nor corrected before it is published. */
function changedTooEarly(
  { date, updated, corrections = [] }: FrontMatterFields,
  yaml: string,
  file: string,
): Problem[] {
  const problem = (path: PropertyKey[], rule: string, day: string): Problem => ({
    place: { file, ...findValue(yaml, path) },
    rule,
    severity: 'warning',
    message: `The day ${day} is before the day of the article, ${date}; it is not shown.`,
    fix: 'Correct one of the two.',
  });
  return [
    ...(updated !== undefined && isBefore(updated, date)
      ? [problem(['updated'], 'updated-before-date', updated)]
      : []),
    ...corrections.flatMap((correction, i) =>
      isBefore(correction.date, date)
        ? [problem(['corrections', i, 'date'], 'correction-before-date', correction.date)]
        : [],
    ),
  ];
}

/** Fields that hold text; elsewhere a comment behind the value is a comment. */
const textFields = new Set([
  'title',
  'summary',
  'section',
  'authors',
  'tags',
  'dateline',
  'image',
  'pages',
  'source',
  'corrections',
]);

/** `section: # World or Culture` in a template is a comment, `title: #1 in the polls` is not. */
const isText = ({ field }: Swallowed): boolean => textFields.has(field);

function swallowedProblem(
  { field, what, written, left, at }: Swallowed,
  yaml: string,
  file: string,
): Problem {
  const lines = yaml.slice(0, at).split('\n');
  const readAs = left === '' ? 'as nothing' : `as \`${left}\``;
  const why = {
    comment: 'to YAML, ` #` begins a comment',
    nothing: 'to YAML, the word means that there is no value',
    name: 'to YAML, `&` and a word are the name of a value',
  };
  return {
    place: { file, line: lines.length + 1, column: (lines.at(-1)?.length ?? 0) + 1 },
    rule: 'value-cut',
    severity: 'warning',
    message: `\`${shorten(written)}\` in \`${field}\` is read ${readAs}: ${why[what]}.`,
    fix: `Put the whole value in quotes: \`${quoteForYaml(written)}\`.`,
  };
}

/**
 * Explains why front matter cannot be read at all.
 *
 * @param text the whole file's
 */
export function explainFault(fault: FrontMatterFault, text: string, file: string): Problem {
  const base = { severity: 'error' as const };
  switch (fault.fault) {
    case 'missing':
      return {
        ...base,
        place: { file, line: 1, column: 1 },
        rule: 'front-matter-missing',
        message: 'The file does not begin with front matter.',
        fix: 'Begin it with `---`, a line such as `date: 2024-03-02`, and `---`; or let `npm run import` do it.',
      };
    case 'not-closed':
      return {
        ...base,
        place: { file, line: 1, column: 1 },
        rule: 'front-matter-not-closed',
        message: 'The front matter that begins with `---` does not end.',
        fix: 'Write `---` on a line of its own between the front matter and the text.',
      };
    case 'not-a-map':
      return {
        ...base,
        place: { file, line: 2, column: 1 },
        rule: 'front-matter-not-fields',
        message: 'The front matter is not a list of fields.',
        fix: 'Write one field on a line, for example `date: 2024-03-02`.',
      };
    case 'not-yaml':
      return notYaml(fault, text, file);
  }
}

function notYaml(
  { reason, line, column }: Extract<FrontMatterFault, { fault: 'not-yaml' }>,
  text: string,
  file: string,
): Problem {
  const cut = cutFrontMatter(text);
  const advice = 'yaml' in cut ? adviseOnYaml(cut.yaml, line - 2) : undefined;
  return {
    place: advice
      ? { file, line: advice.line + 2, column: advice.column + 1 }
      : { file, line, column },
    rule: 'front-matter-not-yaml',
    severity: 'error',
    message: advice?.message ?? `The front matter cannot be read here: ${reason}.`,
    fix:
      advice?.fix ??
      'Begin each field at the start of a line, with a colon and a space after its name; indent only what belongs to the field above.',
  };
}
