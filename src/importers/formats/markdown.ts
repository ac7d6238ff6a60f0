// Markdown as site generators keep it: Jekyll, Hugo, Eleventy, Zola, Pelican, Astro. What their front matter
// calls the fields is in `fields/field-names.ts`, how it is fenced in `markdown/front-matter-dialects.ts`.

import { findDateInPath } from '../dates/date-in-path.ts';
import { findDateLine } from '../dates/date-line.ts';
import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { updatedDay } from '../dates/updated-day.ts';
import { fieldsOfRecord } from '../fields/fields-of-record.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { Draft, Importer, ImportContext, Reading } from '../importer.ts';
import { findByline } from '../markdown/byline.ts';
import { cutHead } from '../markdown/front-matter-dialects.ts';
import { resolveTemplates, type ResolvedTemplates } from '../markdown/templates.ts';
import { cutFirstHeading, tidyMarkdown } from '../markdown/tidy-markdown.ts';
import { refuse, warn, type Finding } from '../refuse.ts';
import { withLanguage } from '../text/draft-language.ts';

function read(text: string, context: ImportContext): Reading[] {
  if (text.trim() === '') {
    return [
      refuse(context, {
        rule: 'empty',
        message: 'There is no text in it.',
        mend: 'Look for a better copy of the original, or leave it out.',
      }),
    ];
  }
  const head = cutHead(text);
  if ('finding' in head) return [refuse(context, head.finding)];
  const isSection = /(?:^|\/)_index\.\w+$/.test(context.path);
  if (isSection && !/^(?:date|publishDate)\b/im.test(text.slice(0, 2000)))
    return [{ kind: 'left-out', what: 'pages of sections', count: 1 }];
  const isJekyll = /(?:^|\/)_(?:posts|drafts)\//.test(context.path);
  const record = fieldsOfRecord(head.data, { from: 'front matter', tagsAtBlanks: isJekyll });
  const opening = openBody(head.body, record.fields.title, Object.keys(head.data).length === 0);
  const inPath = findDateInPath(context.path);
  const written = record.date && { ...record.date, line: lineOf(text, record.date.written) };
  const date = draftDate(
    [written, opening.date, inPath && { written: inPath.date, from: inPath.from }],
    context,
    { line: 1 },
  );
  if ('finding' in date) return [refuse(context, date.finding)];
  const templates = resolveTemplates(withoutModuleLines(opening.body, context.path), head.data);
  const tidy = tidyMarkdown(templates.text, context.address);
  const title = record.fields.title ?? opening.title;
  if (tidy.markdown === '' && title === undefined) {
    return [
      refuse(context, {
        rule: 'body-missing',
        message: 'There is neither a headline nor a text.',
        mend: 'Look for a better copy of the original, or leave it out.',
      }),
    ];
  }
  const byline = record.fields.authors === undefined ? findByline(tidy.markdown) : [];
  const authors = record.fields.authors ?? (byline.length > 0 ? byline : undefined);
  const draft: Draft = {
    kind: 'draft',
    fields: {
      ...record.fields,
      title,
      summary: plainSummary(record.fields.summary),
      date: date.date,
      time: date.time,
      updated: updatedDay(record.updated, date.date, context),
      authors,
      aliases: [...(record.fields.aliases ?? []), ...(record.address ? [record.address] : [])],
      draft: record.fields.draft ?? (/(?:^|\/)_drafts\//.test(context.path) ? true : undefined),
    },
    slug: record.slug ?? slugOfAddress(record.address),
    body: tidy.markdown,
    source: record.source,
    provenance: {
      headline:
        record.fields.title !== undefined
          ? 'given'
          : title !== undefined
            ? `given (${opening.titleFrom})`
            : 'derived',
      date: date.provenance,
      language: 'unknown',
      author:
        record.fields.authors !== undefined
          ? 'given'
          : authors !== undefined
            ? 'given (byline)'
            : 'unknown',
    },
    problems: [
      ...date.problems,
      ...[...head.findings, ...templateFindings(templates)].map((finding) =>
        warn(context, finding),
      ),
      ...(title === undefined && Object.keys(head.data).length > 0 ? [warn(context, noTitle)] : []),
    ],
    notes: [
      ...record.notes,
      ...tidy.notes,
      ...(templates.resolved > 0 ? [`${templates.resolved} template tags were resolved.`] : []),
    ],
    pictures: tidy.pictures,
  };
  return [
    withLanguage(draft, textOfHtml(tidy.markdown.slice(0, 3000)).replace(/[*_#>`[\]()]/g, ' ')),
  ];
}

const noTitle: Finding = {
  rule: 'title-missing',
  line: 1,
  message: 'The front matter names no headline; one is derived from the text.',
  mend: 'If the article was printed with a headline, write it into `title`.',
};

interface Opening {
  title?: string | undefined;
  titleFrom?: string | undefined;
  date?: WrittenDate | undefined;
  body: string;
}

/** What the head of a body gives where the front matter gives nothing: its first heading, its date line. */
function openBody(written: string, title: string | undefined, withoutHead: boolean): Opening {
  const opening: Opening = { body: written.replace(/^(?:[^\S\n]*\n)+/, '') };
  if (title === undefined && withoutHead) takeDateLine(opening);
  const first = cutFirstHeading(opening.body);
  if (first && (title === undefined || sameText(first.heading, title))) {
    opening.title = first.heading;
    opening.titleFrom = 'first heading';
    opening.body = first.rest;
    if (title === undefined && withoutHead && opening.date === undefined) takeDateLine(opening);
  }
  return opening;
}

function takeDateLine(opening: Opening): void {
  const line = findDateLine(
    opening.body.replace(/^([*_]{1,2})(\w[^\n]*?)\1(?=[ \t]*(?:\n|$))/, '$2'),
  );
  if (!line) return;
  opening.date = { written: line.written, from: line.from };
  opening.body = line.rest.replace(/^[*_]{1,2}[ \t]*(?=\n|$)/, '').trimStart();
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const sameText = (a: string, b: string): boolean => {
  return bare(a) === bare(b);
};

function templateFindings({ left, missing }: ResolvedTemplates): Finding[] {
  return [
    ...(left.length > 0
      ? [
          {
            rule: 'template-left',
            message: `${left.length} template tags have no sure meaning and stand in the text, such as \`${left[0]}\`.`,
            mend: 'Write into the article what they showed.',
          },
        ]
      : []),
    ...(missing.length > 0
      ? [
          {
            rule: 'template-piece-missing',
            message: `The old site put \`${missing[0]}\` into the text here; it is left out.`,
            mend: 'Write into the article what it showed, if it is needed.',
          },
        ]
      : []),
  ];
}

/** MDX begins with imports, which are no text. */
const withoutModuleLines = (body: string, path: string): string =>
  path.endsWith('.mdx') ? body.replace(/^(?:import|export)\s[^\n]*\n?/gm, '') : body;

const plainSummary = (summary: string | undefined): string | undefined =>
  summary?.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__)(\S.*?\S)\1/g, '$2');

/** The last part of an address path: `/blog/2016/12/some-post/` gives `some-post`. */
function slugOfAddress(address: string | undefined): string | undefined {
  const path = address
    ?.replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/(?:index\.\w+)?$/, '');
  const last = path
    ?.split('/')
    .at(-1)
    ?.replace(/\.\w{2,5}$/, '');
  return last === undefined || last === '' || last.startsWith(':') ? undefined : last;
}

/** The line a value stands on in the original. */
function lineOf(text: string, value: string): number {
  const at = text.indexOf(value);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

const markdownFile = /\.(?:md|markdown|mdown|mkd|mkdn|mdx|qmd|rmd)$/i;

export const importer: Importer = {
  format: 'markdown',
  reads:
    'Markdown with YAML, TOML, JSON or unfenced front matter (Jekyll, Hugo, Eleventy, Zola, Pelican, Astro)',
  recognise({ text, path }) {
    const fenced =
      /^\s*(?:---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)|\+\+\+[ \t]*\n[\s\S]*?\n\+\+\+)/.test(text);
    if (markdownFile.test(path)) return fenced ? 95 : 70;
    return fenced ? 60 : 0;
  },
  read,
};
