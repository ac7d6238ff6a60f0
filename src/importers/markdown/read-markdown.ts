import { dateInAddresses, findDateInPath, nameWithoutDate } from '../dates/date-in-path.ts';
import { draftDate } from '../dates/draft-date.ts';
import type { Yaml } from '../../article/front-matter.ts';
import { fieldsOfRecord, type RecordReading } from '../fields/fields-of-record.ts';
import { listValue } from '../fields/values.ts';
import { htmlToMarkdown, type MarkdownFromHtml } from '../html/html-to-markdown.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { ImportContext, Reading } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse, warn, type Finding } from '../refuse.ts';
import { findByline } from './byline.ts';
import { cutHead } from './front-matter-dialects.ts';
import { isJekyllPost, jekyllAddresses } from './jekyll.ts';
import { resolveWikiLinks } from './obsidian.ts';
import { openBody } from './opening.ts';
import { resolveTemplates, type ResolvedTemplates } from './templates.ts';
import { tidyMarkdown } from './tidy-markdown.ts';

/** Reads a file of a site generator: front matter, and a body of Markdown or of HTML. */
export function readMarkdown(text: string, context: ImportContext): Reading[] {
  const { path } = context;
  if (text.trim() === '') return [refuse(context, noText)];
  const head = cutHead(text);
  if ('finding' in head) return [refuse(context, head.finding)];
  const isSection = /(?:^|\/)_index\.\w+$/.test(path);
  if (isSection && !/^(?:date|publishDate)\b/im.test(text.slice(0, 2000)))
    return [{ kind: 'left-out', what: 'pages of sections', count: 1 }];
  const record = withoutPattern(
    fieldsOfRecord(head.data, { from: 'front matter', tagsAtBlanks: isJekyllPost(path) }),
  );
  const hasHead = Object.keys(head.data).length > 0;
  const opening = openBody(head.body, record.fields.title, !hasHead);
  const inPath = findDateInPath(path);
  const date = draftDate(
    [
      record.date && { ...record.date, line: lineOf(text, record.date.written) },
      opening.date,
      inPath && { written: inPath.date, from: inPath.from },
      dateInAddresses([record.address, record.slug, ...(record.fields.aliases ?? [])], context),
    ],
    context,
    { line: 1 },
  );
  if ('finding' in date) return [refuse(context, date.finding)];
  const templates = resolveTemplates(opening.body, head.data);
  const content = contentOf(templates.text, context);
  const title = record.fields.title ?? opening.title;
  if (content.markdown === '' && title === undefined) return [refuse(context, nothing)];
  const byline = record.fields.authors === undefined ? findByline(content.markdown) : [];
  return [
    makeDraft(
      {
        date,
        content,
        fields: {
          ...record.fields,
          title,
          summary: plainSummary(record.fields.summary),
          authors: record.fields.authors ?? byline,
          aliases: addressesOf(record, head.data, path),
          draft: record.fields.draft ?? (/(?:^|\/)_drafts\//.test(path) ? true : undefined),
        },
        updated: record.updated,
        slug: slugOf(record, title, path),
        source: record.source,
        headline: record.fields.title === undefined ? `given (${opening.titleFrom})` : 'given',
        author: record.fields.authors === undefined ? 'given (byline)' : 'given',
        problems: [
          ...head.findings,
          ...templateFindings(templates),
          ...(title === undefined && hasHead ? [noTitle] : []),
        ].map((finding) => warn(context, finding)),
        notes: [
          ...record.notes,
          ...(templates.resolved > 0 ? [`${templates.resolved} template tags were resolved.`] : []),
        ],
        sample: textOfHtml(content.markdown.slice(0, 3000)).replace(/[*_#>`[\]()]/g, ' '),
      },
      context,
    ),
  ];
}

/** Files whose text behind the front matter is HTML. */
export const htmlFile = /\.x?html?$/i;

function contentOf(body: string, { path, address }: ImportContext): MarkdownFromHtml {
  if (htmlFile.test(path)) return htmlToMarkdown(body, address);
  return tidyMarkdown(resolveWikiLinks(withoutModuleLines(body, path)), address);
}

/** The addresses an article had: those its front matter names, else those Jekyll gave it. */
function addressesOf(
  { fields, address }: RecordReading,
  data: Readonly<Record<string, Yaml>>,
  path: string,
): string[] {
  const own = address === undefined ? [] : [address];
  const categories = listValue(data['categories'] ?? data['category'], { atBlanks: true });
  const derived = address === undefined ? jekyllAddresses(path, categories) : [];
  return [...(fields.aliases ?? []), ...own, ...derived];
}

/** A pattern an address was made after, such as `/:year/:title/`, `{{ page.date }}` or Jekyll's `pretty`, is none. */
const withoutPattern = (record: RecordReading): RecordReading =>
  /\{\{|\{%|(?:^|\/):[a-z]|^(?:date|none|ordinal|pretty|weekdate)$/.test(record.address ?? '')
    ? { ...record, address: undefined }
    : record;

/** A name of letters a slug can keep as they are. */
const latinName = /^(?=.*[a-z]{3})[\w.~ -]+$/i;

/** The slug of the front matter or the address; else the file's own name, where the old site used it. */
function slugOf(
  { slug, address }: RecordReading,
  title: string | undefined,
  path: string,
): string | undefined {
  const given = slugOfAddress(slug) ?? slugOfAddress(address);
  if (given !== undefined) return given;
  const name = nameWithoutDate(path);
  const isForeign = /\p{L}/u.test(title ?? '') && !/\p{Script=Latin}/u.test(title ?? '');
  const keepsName = isJekyllPost(path) || (isForeign && latinName.test(name ?? ''));
  return keepsName ? name : undefined;
}

/** The last part of an address path, without a date: `/blog/2016/12/2016-12-01-some-post/` gives `some-post`. */
function slugOfAddress(address: string | undefined): string | undefined {
  const path = address
    ?.replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/(?:index\.\w+)?$/, '');
  const last = path
    ?.split('/')
    .at(-1)
    ?.replace(/\.\w{2,5}$/, '');
  return last === undefined || last.startsWith(':') ? undefined : nameWithoutDate(last);
}

/** MDX begins with imports, which are no text. */
const withoutModuleLines = (body: string, path: string): string =>
  path.endsWith('.mdx') ? body.replace(/^(?:import|export)\s[^\n]*\n?/gm, '') : body;

const plainSummary = (summary: string | undefined): string | undefined =>
  summary?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__)(\S.*?\S)\1/g, '$2');

/** The line a value stands on in the original. */
function lineOf(text: string, value: string): number {
  const at = text.indexOf(value);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function templateFindings({ left, missing }: ResolvedTemplates): Finding[] {
  const findings: Finding[] = [];
  if (left.length > 0)
    findings.push({
      rule: 'template-left',
      message: `${left.length} template tags have no sure meaning and stand in the text, such as \`${left[0]}\`.`,
      fix: 'Write into the article what they showed.',
    });
  if (missing.length > 0)
    findings.push({
      rule: 'template-piece-missing',
      message: `The old site put \`${missing[0]}\` into the text here; it is left out.`,
      fix: 'Write into the article what it showed, if it is needed.',
    });
  return findings;
}

const noText: Finding = {
  rule: 'empty',
  message: 'There is no text in it.',
  fix: 'Look for a better copy of the original, or leave it out.',
};

const nothing: Finding = {
  rule: 'body-missing',
  message: 'There is neither a headline nor a text.',
  fix: 'Look for a better copy of the original, or leave it out.',
};

const noTitle: Finding = {
  rule: 'title-missing',
  line: 1,
  message: 'The front matter names no headline; one is derived from the text.',
  fix: 'If the article was printed with a headline, write it into `title`.',
};
