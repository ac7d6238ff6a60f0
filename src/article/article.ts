import { hash } from 'node:crypto';
import type { Problem, Severity } from '../problem.ts';
import { compareDateTags, UNDATED, type DateTag } from './calendar-date.ts';
import { findValue, parseFrontMatter, type FrontMatterFault } from './front-matter.ts';
import { deriveHeadline, deriveSummary } from './opening.ts';
import { countWords, openingText, picturesOf } from './plain-text.ts';
import {
  exampleOf,
  explainDate,
  fieldNames,
  frontMatterSchema,
  type FrontMatterFields,
} from './schema.ts';
import { isSlug, slugFor } from './slug.ts';

/** One text, checked, without its body: what lists, calendars and feeds need to know of it. */
export interface Article {
  /** Its address without the outer slashes: `2023/11/12/flood`, `2023/11/flood`, `undated/flood`. */
  id: string;
  slug: string;
  /** The file it stands in, relative to the content folder. */
  file: string;
  /** The SHA-256 of the file's text, cleaned: it changes when anything in the file does. */
  digest: string;
  title: string;
  /** Whether the source gave the headline, or it was derived from the first sentence. */
  headline: 'given' | 'derived';
  date: DateTag;
  time?: string | undefined;
  updated?: string | undefined;
  summary: string;
  section?: string | undefined;
  authors: string[];
  tags: string[];
  lang: string;
  dir: 'ltr' | 'rtl';
  dateline?: string | undefined;
  image?: FrontMatterFields['image'];
  source?: FrontMatterFields['source'];
  corrections: { date: string; note: string }[];
  aliases: string[];
  draft: boolean;
  /** The local pictures it shows, at its head and in its text, as written. */
  pictures: string[];
  /** The number of words of the body; for scripts without spaces, an equivalent. */
  words: number;
}

export interface ParsedArticle {
  /** None when any problem is an error. */
  article?: Article | undefined;
  /** The Markdown below the front matter. */
  body: string;
  problems: Problem[];
}

/** What the parser has to be told: where the text stands, and the language of texts that name none. */
export interface ArticleContext {
  file: string;
  language: string;
}

/** The direction in which a language is written, as CLDR gives it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  let direction = directions.get(language);
  if (!direction) directions.set(language, (direction = askDirection(language)));
  return direction;
}

const directions = new Map<string, 'ltr' | 'rtl'>();

function askDirection(language: string): 'ltr' | 'rtl' {
  // TypeScript's library does not know this method of Intl Locale Info yet.
  const locale = new Intl.Locale(language) as Intl.Locale & {
    getTextInfo(): { direction: 'ltr' | 'rtl' | undefined };
  };
  return locale.getTextInfo().direction ?? 'ltr';
}

/** An article's id: its date tag with slashes, then the slug. */
export function articleId(date: DateTag, slug: string): string {
  return `${date.replaceAll('-', '/')}/${slug}`;
}

/** The slug of a file: its name, made fit for an address where it is not. */
export function slugOfFile(file: string): string {
  const name = (file.split('/').at(-1) ?? '').replace(/\.(?:md|markdown)$/i, '');
  return isSlug(name) ? name : slugFor(name);
}

// Control characters have no place in text, HTML or XML (XML 1.0 §2.2); tab and line end stay.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Removes what editors add and pages never show: a byte-order mark, carriage returns, control characters. */
export const cleanSource = (source: string): string => normaliseLines(source).replace(controls, '');

const normaliseLines = (source: string): string =>
  source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/**
 * Reads an article file.
 *
 * @param source the file's text; a byte-order mark and any kind of line end are accepted
 * @returns the article and its body, with all that is wrong in the front matter at once; never throws for
 *   anything a keeper wrote
 */
export function parseArticle(source: string, context: ArticleContext): ParsedArticle {
  const { file } = context;
  const problems: Problem[] = [];
  const text = normaliseLines(source);
  const clean = text.replace(controls, '');
  if (clean.length !== text.length) {
    const line = text.slice(0, text.search(controls)).split('\n').length;
    problems.push({
      place: { file, line },
      rule: 'control-characters',
      severity: 'warning',
      message: `${text.length - clean.length} control characters stand in the text; they are left out of the page.`,
      mend: 'Delete them, or import the original file again.',
    });
  }
  const parts = parseFrontMatter(clean);
  if ('fault' in parts) {
    return { body: '', problems: [...problems, faultProblem(parts, file)] };
  }
  const result = frontMatterSchema.safeParse(parts.data);
  const problem = (
    path: readonly PropertyKey[],
    severity: Severity,
    rule: string,
    message: string,
    mend: string,
  ): void => {
    problems.push({
      place: { file, ...findValue(parts.yaml, path) },
      rule,
      severity,
      message,
      mend,
    });
  };
  for (const key of Object.keys(parts.data)) {
    if (fieldNames.includes(key)) continue;
    problem(
      [key],
      'warning',
      'key-unknown',
      `\`${key}\` is not a field of an article; it is kept in the file and shown nowhere.`,
      `The fields are ${fieldNames.join(', ')}.`,
    );
  }
  for (const issue of result.error?.issues ?? []) {
    const { rule, message, mend } = explainIssue(issue, valueAt(parts.data, issue.path));
    problem(issue.path, 'error', rule, message, mend);
  }
  if (parts.body.trim() === '') {
    problems.push({
      place: { file, line: clean.split('\n').length },
      rule: 'body-empty',
      severity: 'warning',
      message: 'There is no text below the front matter.',
      mend: 'Write the article below the second `---`, or add `draft: true` until it is written.',
    });
  }
  const fields = result.data;
  if (!fields || problems.some(({ severity }) => severity === 'error')) {
    return { body: parts.body, problems };
  }
  return { article: articleOf(fields, parts.body, clean, context), body: parts.body, problems };
}

function articleOf(
  fields: FrontMatterFields,
  body: string,
  text: string,
  { file, language }: ArticleContext,
): Article {
  const lang = fields.lang ?? language;
  const opening = fields.title && fields.summary ? '' : openingText(body);
  const slug = slugOfFile(file);
  const title = fields.title ?? deriveHeadline(opening, lang) ?? slug;
  return {
    id: articleId(fields.date, slug),
    slug,
    file,
    digest: hash('sha256', text),
    title,
    headline: fields.title ? 'given' : 'derived',
    date: fields.date,
    time: fields.time,
    updated: fields.updated,
    summary: fields.summary ?? deriveSummary(opening, lang),
    section: fields.section,
    authors: fields.authors ?? [],
    tags: [...new Set(fields.tags)],
    lang,
    dir: fields.dir ?? directionOf(lang),
    dateline: fields.dateline,
    image: fields.image,
    source: fields.source,
    corrections: fields.corrections ?? [],
    aliases: fields.aliases ?? [],
    draft: fields.draft ?? false,
    pictures: [...new Set([...(fields.image ? [fields.image.src] : []), ...picturesOf(body)])],
    words: countWords(body),
  };
}

/**
 * Orders articles newest first; those of one day by clock time where both have one, else by id, so that
 * the order never depends on the file system.
 */
export function compareNewestFirst(a: Article, b: Article): number {
  return (
    compareDateTags(b.date, a.date) ||
    (a.time && b.time ? compareText(b.time, a.time) : 0) ||
    compareText(a.id, b.id)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function faultProblem(fault: FrontMatterFault, file: string): Problem {
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

function explainIssue(
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
  if (issue.code === 'custom') {
    const rule = (issue.params as { rule?: string } | undefined)?.rule ?? 'wrong';
    if (rule === 'not-a-day') return { rule: `${field}-not-a-day`, ...explainDate(String(value)) };
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
  if (value === undefined || value === null) {
    return { rule: `${field}-incomplete`, message: `\`${inner}\` has no value.`, mend };
  }
  return {
    rule: `${field}-wrong-kind`,
    message: `\`${inner}: ${written}\` is not what \`${inner}\` holds.`,
    mend,
  };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : value,
    data,
  );
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
