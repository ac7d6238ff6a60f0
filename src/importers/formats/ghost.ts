// Exports of Ghost (https://ghost.org/docs/migration/custom/): tables of a database in JSON, of which posts, tags,
// users and the tables between them are wanted.

import { printOffset } from '../dates/clock.ts';
import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { withDatesOfSource } from '../dates/dates-of-source.ts';
import { at, parseJson, recordsIn, textAt, type JsonRecord } from '../fields/json-records.ts';
import { lexicalToHtml, mobiledocToHtml } from '../ghost/lexical.ts';
import { bodyOf } from '../text/body-of.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse } from '../refuse.ts';

/** What the tables of an export say beside the posts themselves. */
interface Site {
  title: string | undefined;
  zone: string | undefined;
  tags: Map<string, string[]>;
  authors: Map<string, string[]>;
  users: Map<string, string>;
  metas: Map<string, JsonRecord>;
}

function read(text: string, context: ImportContext): Reading[] {
  const parsed = parseJson(text, context);
  if (!('data' in parsed)) return [parsed];
  const { data } = parsed;
  const [first] = recordsIn(at(data, 'db'));
  const tables = at(first, 'data') ?? at(data, 'data') ?? data;
  const posts = recordsIn(at(tables, 'posts'));
  if (posts.length === 0)
    return [
      refuse(context, {
        rule: 'json-without-articles',
        message: 'The export of Ghost holds no posts.',
        fix: 'Export it again in the settings of Ghost, under Labs or Migration tools.',
      }),
    ];
  const site = readSite(tables as JsonRecord);
  const ordered = withDatesOfSource(
    context,
    posts.map((post) => textAt(post, 'published_at') ?? ''),
  );
  return posts.map((post, i) => readPost(post, `item ${i + 1}`, site, ordered));
}

function readSite(tables: JsonRecord): Site {
  const setting = (...keys: string[]): string | undefined =>
    recordsIn(tables['settings'])
      .filter((row) => keys.includes(textAt(row, 'key') ?? ''))
      .map((row) => textAt(row, 'value'))
      .find((value) => value !== undefined);
  const names = (table: string): Map<string, string> =>
    new Map(
      recordsIn(tables[table])
        // Names with a number sign are for the theme, not for readers.
        .filter((row) => row['visibility'] !== 'internal' && !textAt(row, 'name')?.startsWith('#'))
        .map((row) => [textAt(row, 'id') ?? '', textAt(row, 'name') ?? '']),
    );
  const users = names('users');
  return {
    title: setting('title'),
    zone: setting('timezone', 'active_timezone'),
    tags: joined(recordsIn(tables['posts_tags']), 'tag_id', names('tags')),
    authors: joined(recordsIn(tables['posts_authors']), 'author_id', users),
    users,
    metas: new Map(
      recordsIn(tables['posts_meta']).map((row) => [textAt(row, 'post_id') ?? '', row]),
    ),
  };
}

const order = (row: JsonRecord): number => Number(row['sort_order'] ?? 0);

/** Names by post, in the order of a table that lies between two. */
function joined(
  rows: readonly JsonRecord[],
  key: string,
  names: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const byPost = new Map<string, string[]>();
  for (const row of rows.toSorted((a, b) => order(a) - order(b))) {
    const name = names.get(textAt(row, key) ?? '');
    const post = textAt(row, 'post_id') ?? '';
    if (name !== undefined && name !== '') byPost.set(post, [...(byPost.get(post) ?? []), name]);
  }
  return byPost;
}

/** Addresses within the site are written with this in place of its own. */
const ghostAddress = /__GHOST_URL__(?=\/|$|["'\s)])/g;

function readPost(post: JsonRecord, item: string, site: Site, context: ImportContext): Reading {
  const type = post['page'] === '1' || post['page'] === true ? 'page' : textAt(post, 'type');
  if (type === 'page' && !context.withPages)
    return { kind: 'left-out', item, what: 'pages (taken with --pages)', count: 1 };
  const id = textAt(post, 'id') ?? '';
  const place = { item, part: JSON.stringify(post) };
  const status = textAt(post, 'status') ?? 'published';
  const date = draftDate(datesOf(post, site.zone), context);
  if ('finding' in date) return { ...refuse(context, { ...date.finding, item }), part: place.part };
  const title = textAt(post, 'title');
  const content = contentOf(post, context.address);
  if (title === undefined && content.markdown === '')
    return refuseEmpty(context, place, 'Leave it out.');
  const author = site.users.get(textAt(post, 'author_id') ?? '');
  const slug = textAt(post, 'slug');
  const picture = textAt(post, 'feature_image')?.replace(ghostAddress, context.address ?? '');
  const url = textAt(post, 'canonical_url')?.replace(ghostAddress, context.address ?? '');
  return makeDraft(
    {
      ...place,
      date,
      content,
      fields: {
        title,
        summary:
          textAt(post, 'custom_excerpt') ??
          textAt(site.metas.get(id), 'meta_description') ??
          textAt(post, 'meta_description'),
        authors: site.authors.get(id) ?? (author === undefined ? undefined : [author]),
        tags: site.tags.get(id),
        lang: textAt(post, 'locale') ?? textAt(post, 'language'),
        image: picture?.startsWith('/') ? { src: picture } : undefined,
        aliases: slug === undefined ? undefined : [`/${slug}/`],
        draft: status === 'published' || status === 'sent' ? undefined : true,
      },
      updated: textAt(post, 'updated_at'),
      slug,
      source: {
        name: site.title,
        url,
        id: textAt(post, 'uuid') ?? id,
        fields: picture === undefined || picture.startsWith('/') ? undefined : { picture },
      },
    },
    context,
  );
}

/** The moment of publication as the day of the site's own zone; a draft has the moment it was begun. */
function datesOf(post: JsonRecord, zone: string | undefined): (WrittenDate | undefined)[] {
  return ['published_at', 'created_at'].map((key) => {
    const written = textAt(post, key);
    return written === undefined
      ? undefined
      : { written: inZone(written, zone), from: key.replace('_', ' ') };
  });
}

/** A moment as the clock of a zone shows it, `2023-08-21T07:30:00+02:00`; as it is where either is not known. */
function inZone(written: string, zone: string | undefined): string {
  // Ghost 0.x counts milliseconds.
  const moment = /^\d{12,13}$/.test(written) ? Number(written) : Date.parse(utcOf(written));
  if (Number.isNaN(moment)) return written;
  try {
    const shown = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone ?? 'UTC',
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(moment);
    const local = shown.replace(' ', 'T');
    const minutes = Math.round((Date.parse(`${local}Z`) - moment) / 60_000);
    return `${local}${printOffset(minutes)}`;
  } catch {
    return written;
  }
}

/** Databases write moments in UTC without saying so: `2023-08-21 05:30:00`. */
const utcOf = (written: string): string =>
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(written) ? `${written.replace(' ', 'T')}Z` : written;

function contentOf(post: JsonRecord, address: string | undefined) {
  const html =
    textAt(post, 'html') ??
    (lexicalToHtml(textAt(post, 'lexical') ?? '') ||
      mobiledocToHtml(textAt(post, 'mobiledoc') ?? ''));
  const [text, kind] =
    html === '' && textAt(post, 'markdown') !== undefined
      ? [textAt(post, 'markdown') ?? '', 'markdown' as const]
      : [html, 'html' as const];
  return bodyOf(text.replace(ghostAddress, ''), kind, address);
}

export const importer: Importer = {
  format: 'ghost',
  reads: 'exports of Ghost',
  hasValues: true,
  recognise: ({ text }) =>
    /^\s*\{/.test(text) &&
    /"posts"\s*:\s*\[/.test(text) &&
    /"(?:db|data|meta)"\s*:/.test(text) &&
    /"(?:mobiledoc|lexical|exported_on|posts_tags|posts_authors)"\s*:|__GHOST_URL__/.test(text)
      ? 90
      : 0,
  read,
};
