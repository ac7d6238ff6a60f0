import { hash } from 'node:crypto';
import type { Problem } from '../problem.ts';
import { compareDateTags, isDateTag, UNDATED, type DateTag } from './calendar-date.ts';
import { cleanFileText } from './clean-text.ts';
import { findKey, findValue, parseFrontMatter, type FrontMatterFault } from './front-matter.ts';
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
import { termsOf } from './terms.ts';

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
  /** Whether the source gave the summary, or it was made from the opening of the text. */
  standfirst: 'given' | 'derived';
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
  /** Its most telling terms, packed (see `terms.ts`): which articles belong together is found by them. */
  terms: string;
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

/** A line so deep in quotations or lists that Markdown's parser would run out of stack, as mail may leave behind. */
const nestedTooDeep = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){100}/m;

/**
 * Reads an article file.
 *
 * @param source the file's text; a byte-order mark and any kind of line end are accepted
 * @returns the article and its body, with all that is wrong in the front matter at once; never throws for
 *   anything a keeper wrote
 */
export function parseArticle(source: string, context: ArticleContext): ParsedArticle {
  const { fields, body, text, problems } = checkArticle(source, context.file);
  const article = fields && articleOf(fields, body, text, context);
  return { article, body, problems };
}

/** An article file taken apart and checked, before anything is derived from its text. */
export interface CheckedArticle {
  /** None when any problem is an error. */
  fields?: FrontMatterFields | undefined;
  body: string;
  /** The whole file without control characters. */
  text: string;
  problems: Problem[];
}

/** Finds all that is wrong in an article file, in a fraction of the time of reading it as an article. */
export function checkArticle(source: string, file: string): CheckedArticle {
  const problems: Problem[] = [];
  const { text, controls } = cleanFileText(source);
  if (controls) {
    problems.push({
      place: { file, line: controls.line },
      rule: 'control-characters',
      severity: 'warning',
      message:
        controls.count === 1
          ? 'A control character stands in the text; it is left out of the page.'
          : `${controls.count} control characters stand in the text; they are left out of the page.`,
      mend: 'Delete them, or import the original file again.',
    });
  }
  const parts = parseFrontMatter(text);
  if ('fault' in parts) {
    return { body: '', text, problems: [...problems, faultProblem(parts, file)] };
  }
  const result = frontMatterSchema.safeParse(parts.data);
  for (const key of Object.keys(parts.data)) {
    if (fieldNames.includes(key)) continue;
    problems.push({
      place: { file, ...findKey(parts.yaml, [key]) },
      rule: 'key-unknown',
      severity: 'warning',
      message: `\`${key}\` is not a field of an article; it is kept in the file and shown nowhere.`,
      mend: `The fields are ${fieldNames.join(', ')}.`,
    });
  }
  for (const issue of firstOfEachPath(result.error?.issues ?? [])) {
    problems.push({
      place: { file, ...findValue(parts.yaml, issue.path) },
      severity: 'error',
      ...explainIssue(issue, valueAt(parts.data, issue.path)),
    });
  }
  if (result.data?.image && result.data.image.alt === undefined) {
    problems.push({
      place: { file, ...findValue(parts.yaml, ['image', 'src']) },
      rule: 'picture-alt-missing',
      severity: 'warning',
      message: 'The picture has no `alt`: who cannot see it is not told what it shows.',
      mend: "Add `alt: What the picture shows`, or `alt: ''` where it shows nothing that the text does not say.",
    });
  }
  const tooDeep = nestedTooDeep.exec(parts.body);
  if (tooDeep) {
    const above = text.slice(0, text.length - parts.body.length + tooDeep.index);
    problems.push({
      place: { file, line: above.split('\n').length },
      rule: 'nested-too-deep',
      severity: 'error',
      message:
        'A line of the text begins with a hundred marks of quotation or list, one in another.',
      mend: 'Delete the marks, or put a backslash before the first of them.',
    });
    return { body: parts.body, text, problems };
  }
  if (parts.body.trim() === '' && result.data?.draft !== true) {
    problems.push({
      place: { file, line: text.split('\n').length },
      rule: 'body-empty',
      severity: 'warning',
      message: 'There is no text below the front matter.',
      mend: 'Write the article below the second `---`, or add `draft: true` until it is written.',
    });
  }
  const fields = result.data;
  if (!fields || problems.some(({ severity }) => severity === 'error')) {
    return { body: parts.body, text, problems };
  }
  return { fields, body: parts.body, text, problems };
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
  const summary = fields.summary ?? deriveSummary(opening, lang);
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
    summary,
    standfirst: fields.summary ? 'given' : 'derived',
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
    terms: termsOf({ title, summary, body }),
  };
}

/** What of an article decides its place among others. */
type Placed = Pick<Article, 'date' | 'time' | 'id'>;

/**
 * Orders articles newest first. Of one day those with a clock time come first, the latest before the others,
 * then those without one, by id: the order never depends on the file system.
 */
export function compareNewestFirst(a: Placed, b: Placed): number {
  return (
    compareDateTags(b.date, a.date) ||
    compareText(b.time ?? '', a.time ?? '') ||
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

/** A value that breaks two rules, as an empty text does, is one problem. */
function firstOfEachPath(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ path }) => {
    const key = JSON.stringify(path);
    return !seen.has(key) && seen.add(key);
  });
}

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
function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
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
