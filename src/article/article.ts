import { hash } from 'node:crypto';
import type { Problem } from '../problem.ts';
import { readBodyFacts, type BodyFacts } from './body-facts.ts';
import { compareDateTags, isBefore, type DateTag } from './calendar-date.ts';
import { checkArticle } from './check-article.ts';
import { instantOf, readMoment } from './clock-time.ts';
import { fileNameOf } from './file-names.ts';
import { findValue } from './front-matter.ts';
import { NestedTooDeep } from '../markdown/nesting.ts';
import { deriveHeadline, deriveSummary } from '../opening/opening.ts';
import type { Reference } from '../markdown/references.ts';
import { pagesOf, referencesToPage, type ScannedPage } from './scanned-page.ts';
import type { FrontMatterFields } from './schema.ts';
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
  titleOrigin: 'given' | 'derived';
  date: DateTag;
  time?: string | undefined;
  updated?: string | undefined;
  summary: string;
  /** Whether the source gave the summary, or it was made from the opening of the text. */
  summaryOrigin: 'given' | 'derived';
  section?: string | undefined;
  authors: string[];
  /** Which of the authors are persons and which bodies, where the keeper says so. */
  authorTypes: { name: string; type: 'person' | 'organization' }[];
  tags: string[];
  lang: string;
  dir: 'ltr' | 'rtl';
  dateline?: string | undefined;
  image?: FrontMatterFields['image'];
  /** The printed pages on which it stands; none where it names none. */
  pages?: ScannedPage[];
  source?: FrontMatterFields['source'];
  /** Each with its day; none where that is before the article's own. */
  corrections: { date?: string | undefined; note: string }[];
  aliases: string[];
  draft: boolean;
  /** In RFC 3339: before that moment it is a draft. */
  publishAt?: string | undefined;
  /** The local pictures it shows, at its head and in its text: the names of their files. */
  pictures: string[];
  /** Its pictures, and the links of its text that name something of this archive or are refused; lines are the file's. */
  references: Reference[];
  /** The number of words of the body; for scripts without spaces, an equivalent. */
  wordCount: number;
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

/**
 * Reads an article file.
 *
 * @param source the file's text; a byte-order mark and any kind of line end are accepted
 * @returns the article and its body, with all that is wrong in the front matter at once; never throws for
 *   anything a keeper wrote
 */
export function parseArticle(source: string, context: ArticleContext): ParsedArticle {
  const { fields, body, text, problems } = checkArticle(source, context.file);
  try {
    return { article: fields && articleOf(fields, body, text, context), body, problems };
  } catch (error) {
    if (!(error instanceof NestedTooDeep)) throw error;
    return { body, problems: [...problems, elementsTooDeep(context.file)] };
  }
}

const elementsTooDeep = (file: string): Problem => ({
  place: { file },
  rule: 'nested-too-deep',
  severity: 'error',
  message: 'Hundreds of elements are nested in one another.',
  fix: 'Look for HTML elements that are opened and not closed, such as `<b>`, and close or delete them.',
});

function articleOf(
  fields: FrontMatterFields,
  body: string,
  text: string,
  { file, language }: ArticleContext,
): Article {
  const lang = fields.lang ?? language;
  const withOpening = !fields.title || !fields.summary;
  const facts = readBodyFacts(body, { withOpening });
  const { opening, words } = facts;
  const pages = fields.pages ? pagesOf(fields, yamlOf(text, body)) : [];
  const references = [
    ...referencesOf(fields, text, body, facts),
    ...pages.flatMap(referencesToPage),
  ];
  const slug = slugOfFile(file);
  const head = headOf(fields, { opening, lang, slug });
  return {
    id: articleId(fields.date, slug),
    slug,
    file,
    digest: hash('sha256', text),
    ...head,
    date: fields.date,
    time: fields.time,
    // A text is not revised before it is printed: such a day is a slip, which `check` names.
    updated: fields.updated && !isBefore(fields.updated, fields.date) ? fields.updated : undefined,
    section: fields.section,
    authors: (fields.authors ?? []).map(({ name }) => name),
    authorTypes: (fields.authors ?? []).flatMap(({ name, type }) => (type ? [{ name, type }] : [])),
    tags: [...new Set(fields.tags)],
    lang,
    dir: fields.dir ?? directionOf(lang),
    dateline: fields.dateline,
    image: fields.image,
    ...(pages.length > 0 ? { pages } : {}),
    source: fields.source,
    corrections: (fields.corrections ?? []).map(({ date, note }) => ({
      note,
      date: isBefore(date, fields.date) ? undefined : date,
    })),
    aliases: fields.aliases ?? [],
    draft: fields.draft ?? false,
    ...(fields.publishAt !== undefined && { publishAt: readMoment(fields.publishAt) }),
    pictures: picturesOf(references),
    references,
    wordCount: words,
    terms: termsOf({ ...head, body }),
  };
}

/** The headline and summary of an article; those that it has not got are derived from its text. */
function headOf(
  fields: FrontMatterFields,
  { opening, lang, slug }: { opening: string; lang: string; slug: string },
): Pick<Article, 'title' | 'titleOrigin' | 'summary' | 'summaryOrigin'> {
  const title = fields.title ?? deriveHeadline(opening, lang) ?? slug;
  return {
    title,
    titleOrigin: fields.title ? 'given' : 'derived',
    // An article without a word, such as a picture without a description, is described by its headline.
    summary: fields.summary ?? (deriveSummary(opening, lang) || title),
    summaryOrigin: fields.summary ? 'given' : 'derived',
  };
}

/** What stands between the fences; see `cutFrontMatter`. */
const yamlOf = (text: string, body: string): string =>
  text
    .slice(0, text.length - body.length)
    .replace(/^.*\n/, '')
    .replace(/.*\n?$/, '');

/** The references of an article, with lines and columns counted in its file; its head picture is the first. */
function referencesOf(
  { image }: FrontMatterFields,
  text: string,
  body: string,
  { references }: BodyFacts,
): Reference[] {
  if (!image && references.length === 0) return references;
  const above = text.slice(0, text.length - body.length);
  const linesAbove = above.split('\n').length - 1;
  const inText = references.map((one) => ({ ...one, line: one.line + linesAbove }));
  if (!image) return inText;
  const place = findValue(yamlOf(text, body), ['image', 'src']);
  const head: Reference = {
    kind: 'picture',
    address: image.src,
    ...place,
    ...(image.alt === undefined && { isAltMissing: true }),
  };
  return [head, ...inText];
}

function picturesOf(references: readonly Reference[]): string[] {
  const shown = references.filter(({ kind }) => kind === 'picture');
  const names = shown.map(({ address }) => fileNameOf(address));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** What of an article decides its place among others. */
type Placed = Pick<Article, 'date' | 'time' | 'id'>;

/**
 * Orders articles newest first. Of one day those with a clock time come first, the latest before the others,
 * then those without one, by id: the order never depends on the file system.
 */
export function compareNewestFirst(a: Placed, b: Placed): number {
  return compareDateTags(b.date, a.date) || compareTimes(b, a) || compareText(a.id, b.id);
}

/** Times of one day by the moments they name, for they may stand in different zones. */
function compareTimes(a: Placed, b: Placed): number {
  if (!a.time || !b.time) return compareText(a.time ?? '', b.time ?? '');
  const [first, second] = [a, b].map(({ date, time }) => instantOf(date, time));
  return first && second ? Date.parse(first) - Date.parse(second) : compareText(a.time, b.time);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
