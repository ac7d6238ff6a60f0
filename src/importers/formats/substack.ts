// Exports of Substack: the table `posts.csv`, and the texts in `posts/`, each named by the `post_id` of its row.

import { CsvError, parse } from 'csv-parse/sync';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { draftDate } from '../dates/draft-date.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import type { ImportContext, Reading, TextImporter } from '../importer.ts';
import { makeDraft } from '../make-draft.ts';
import { refuse } from '../refuse.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): Row[] =>
  parse(text, {
    columns: true,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  });

const fileOf = (row: Row): string => `posts/${row['post_id'] ?? ''}.html`;

function textsBeside(text: string): string[] {
  try {
    return rowsOf(text).map(fileOf);
  } catch {
    // `read` says what is wrong with the table.
    return [];
  }
}

function read(text: string, context: ImportContext): Reading[] {
  try {
    const rows = rowsOf(text);
    if (rows.length === 0) return [refuse(context, emptyTable)];
    return rows.map((row, i) => readRow(row, i + 2, context));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const finding = {
      rule: 'table-broken',
      line: typeof error['lines'] === 'number' ? error['lines'] : undefined,
      message: `The table cannot be read: ${error.message}.`,
      fix: 'Export it again.',
    };
    return [refuse(context, finding)];
  }
}

const pages = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze();

/** What Substack puts between the words of a text, for readers to press. */
const forReaders = /^(?:subscription-widget|button-wrapper|share-dialog|poll-embed|community-chat)/;

/** The HTML of a text without the boxes that ask readers to subscribe or to share. */
function ownHtml(html: string): string {
  const tree = pages.parse(html);
  visit(tree, 'element', ({ properties }, index, parent) => {
    const names = properties['className'];
    if (!parent || index === undefined || !Array.isArray(names)) return;
    if (!names.some((name) => forReaders.test(name))) return;
    parent.children.splice(index, 1);
    return index;
  });
  return pages.stringify(tree);
}

const emptyTable = {
  rule: 'table-empty',
  message: 'The table names no posts.',
  fix: 'Export it again.',
};

function readRow(row: Row, number: number, context: ImportContext): Reading {
  const item = `row ${number}`;
  const value = (name: string): string | undefined => row[name] || undefined;
  const html = context.textsBeside?.get(fileOf(row));
  const part = `${JSON.stringify(row)}\n${html ?? ''}`;
  const type = value('type') ?? 'newsletter';
  if (!/^(?:newsletter|podcast|video|adhoc_email|page)$/.test(type))
    return { kind: 'left-out', item, what: `items of the type ${type}`, count: 1 };
  if (type === 'page' && !context.withPages)
    return { kind: 'left-out', item, what: 'pages (taken with --pages)', count: 1 };
  const isDraft = value('is_published')?.toLowerCase() !== 'true';
  if (html === undefined && isDraft)
    return { kind: 'left-out', item, what: 'drafts without a text', count: 1 };
  if (html === undefined) {
    const finding = {
      rule: 'text-not-at-hand',
      item,
      message: `The text of ${item}, \`${fileOf(row)}\`, does not lie beside the table.`,
      fix: 'Unpack the whole export and import its folder.',
    };
    return { ...refuse(context, finding), part };
  }
  const written = value('post_date');
  const date = draftDate(
    [written === undefined ? undefined : { written, from: 'column post_date' }],
    context,
  );
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), part };
  const podcast = value('podcast_url');
  const slug = row['post_id']?.replace(/^\d+\./, '');
  return makeDraft(
    {
      item,
      part,
      date,
      content: htmlToMarkdown(ownHtml(html), context.address),
      fields: {
        title: value('title'),
        summary: value('subtitle'),
        aliases: slug === undefined ? undefined : [`/p/${slug}`],
        draft: isDraft ? true : undefined,
      },
      slug,
      source: {
        id: value('post_id'),
        fields: podcast === undefined ? undefined : { podcast },
      },
    },
    context,
  );
}

export const importer: TextImporter = {
  format: 'substack',
  reads: 'exports of Substack: posts.csv with the texts in posts/',
  recognise({ text }) {
    const header = text.split('\n', 1)[0] ?? '';
    return /\bpost_id\b/.test(header) && /\bis_published\b/.test(header) ? 95 : 0;
  },
  read,
  textsBeside,
  belongsTo: (path) =>
    /(?:^|\/)posts\/\d+\.[^/]*\.(?:html|(?:opens|delivers)\.csv)$/.test(path)
      ? '../posts.csv'
      : undefined,
};
