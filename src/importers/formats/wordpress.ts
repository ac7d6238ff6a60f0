// WordPress exports (WXR 1.0 to 1.2): RSS with the fields of WordPress. Read item by item, so that an export
// of any size needs the memory of its largest post.

import { draftDate, type WrittenDate } from '../dates/draft-date.ts';
import { updatedDay } from '../dates/updated-day.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { Draft, Importer, ImportContext, LeftOut, Reading } from '../importer.ts';
import { refuse, warn } from '../refuse.ts';
import { withLanguage } from '../text/draft-language.ts';
import {
  addParagraphs,
  plain,
  resolveShortcodes,
  type Attachment,
} from '../wordpress/post-html.ts';
import {
  childrenOf,
  cutFinding,
  textOf,
  textOfChild,
  XmlPartReader,
  type XmlElement,
  type XmlPart,
} from '../xml/xml-tree.ts';

/** What stands before the items of an export. */
interface Blog {
  name: string | undefined;
  address: string | undefined;
  lang: string | undefined;
  /** Printed names by login. */
  authors: Map<string, string>;
  /** Categories by their slugs: name, and slug of the one above. */
  categories: Map<string, { name: string; parent: string }>;
  attachments: Map<string, Attachment>;
}

const channelParts = ['wp:author', 'wp:category', 'wp:base_site_url', 'wp:base_blog_url', 'item'];

/** Kinds of items that are furniture of the site, with what they are called in the report. */
const kinds: Readonly<Record<string, string>> = {
  attachment: 'attachments (their facts go to the posts they head)',
  page: 'pages (taken with --pages)',
  nav_menu_item: 'menu entries',
  revision: 'revisions',
  custom_css: 'style sheets',
  customize_changeset: 'changes of the theme',
  wp_block: 'reusable blocks',
  wp_template: 'templates',
  wp_template_part: 'templates',
  wp_global_styles: 'style sheets',
  wp_navigation: 'menus',
};

class Export {
  private readonly context: ImportContext;
  private readonly blog: Blog = {
    name: undefined,
    address: undefined,
    lang: undefined,
    authors: new Map(),
    categories: new Map(),
    attachments: new Map(),
  };
  private readonly leftOut = new Map<string, number>();
  private comments = 0;
  private items = 0;
  private head: string | undefined = '';

  constructor(context: ImportContext) {
    this.context = context;
  }

  /** Reads the facts of the blog from the text before the first item. */
  readHead(piece: string): void {
    if (this.head === undefined) return;
    this.head += piece;
    const end = this.head.search(/<item[\s>]/);
    if (end < 0 && this.head.length < 200_000) return;
    const head = this.head.slice(0, end < 0 ? undefined : end);
    const text = (name: string): string | undefined =>
      plain(
        new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?\\s*</${name}>`).exec(
          head,
        )?.[1],
      );
    this.blog.name = text('title');
    this.blog.address = text('link') ?? text('wp:base_blog_url');
    this.blog.lang = text('language');
    this.head = undefined;
  }

  /** First pass: what posts need of parts that may stand behind them. */
  collect({ element }: XmlPart): void {
    const { name } = element;
    if (name === 'wp:author') {
      const login = textOfChild(element, 'wp:author_login');
      const shown = textOfChild(element, 'wp:author_display_name');
      if (login !== undefined && shown !== undefined)
        this.blog.authors.set(login, textOfHtml(shown));
    } else if (name === 'wp:category') {
      const slug = textOfChild(element, 'wp:category_nicename');
      const shown = textOfChild(element, 'wp:cat_name');
      if (slug !== undefined && shown !== undefined) {
        this.blog.categories.set(slug, {
          name: textOfHtml(shown),
          parent: textOfChild(element, 'wp:category_parent') ?? '',
        });
      }
    } else if (textOfChild(element, 'wp:post_type') === 'attachment') {
      const [id, url] = [
        textOfChild(element, 'wp:post_id'),
        textOfChild(element, 'wp:attachment_url', 'guid'),
      ];
      if (id !== undefined && url !== undefined) {
        // A copy, since a piece of a string keeps the whole of it in memory.
        const facts: Attachment = {
          url,
          alt: plain(metaOf(element, '_wp_attachment_image_alt')),
          caption: plain(textOfChild(element, 'excerpt:encoded', 'content:encoded')),
        };
        this.blog.attachments.set(id, JSON.parse(JSON.stringify(facts)) as Attachment);
      }
    }
  }

  /** Second pass: an item becomes a draft, a refusal, or is counted as left out. */
  readItem(part: XmlPart): Reading | undefined {
    const { element } = part;
    if (element.name !== 'item') return undefined;
    this.items++;
    const { raw, line, isCut } = part;
    if (isCut)
      return { ...refuse(this.context, cutFinding(`item on line ${line}`, line)), part: raw };
    const type = textOfChild(element, 'wp:post_type') ?? 'post';
    const status = textOfChild(element, 'wp:status') ?? 'publish';
    this.comments += childrenOf(element, 'wp:comment').length;
    if (type !== 'post' && !(type === 'page' && this.context.withPages)) {
      return this.leave(kinds[type] ?? `items of the type ${type}`);
    }
    if (status === 'auto-draft' || status === 'trash')
      return this.leave(`items with the status ${status}`);
    return this.readPost(part, status);
  }

  private leave(what: string): undefined {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + 1);
    return undefined;
  }

  private readPost({ element, raw, line }: XmlPart, status: string): Reading {
    const { blog, context } = this;
    const id = textOfChild(element, 'wp:post_id');
    const item = id === undefined ? `item on line ${line}` : `post ${id}`;
    const title = plain(textOfChild(element, 'title'));
    const date = draftDate(datesOf(element), context, { line });
    if ('finding' in date)
      return { ...refuse(context, { ...date.finding, line, item }), part: raw };
    const stored = textOfChild(element, 'content:encoded') ?? '';
    const { html, left } = resolveShortcodes(stored);
    const address = textOfChild(element, 'link');
    const content = htmlToMarkdown(
      addParagraphs(html),
      isWebAddress(address) ? address : blog.address,
    );
    if (title === undefined && content.markdown === '') {
      const finding = {
        rule: 'item-empty',
        line,
        item,
        message: `There is neither a headline nor a text in ${item}.`,
        mend: 'Leave it out.',
      };
      return { ...refuse(context, finding), part: raw };
    }
    const login = textOfChild(element, 'dc:creator');
    const author = login === undefined ? undefined : (blog.authors.get(login) ?? login);
    const problems = [...date.problems];
    if (left.length > 0) {
      problems.push(
        warn(context, {
          rule: 'template-left',
          line,
          message: `Shortcodes of WordPress stand for something that is not in the export: ${left.map((name) => `[${name}]`).join(', ')}.`,
          mend: 'Write into the article what they showed.',
        }),
      );
    }
    const isHidden = status === 'private' || textOfChild(element, 'wp:post_password') !== undefined;
    if (isHidden) {
      problems.push(
        warn(context, {
          rule: 'wordpress-private',
          line,
          message: `It was private or had a password: ${item} is taken as a draft.`,
          mend: 'Delete the article, or its line `draft: true` if it may be published.',
        }),
      );
    }
    const picture = blog.attachments.get(metaOf(element, '_thumbnail_id') ?? '');
    const summary = plain(textOfChild(element, 'excerpt:encoded'));
    const { section, tags } = this.subjectsOf(element);
    const guid = textOfChild(element, 'guid');
    const draft: Draft = {
      kind: 'draft',
      item,
      line,
      fields: {
        title,
        date: date.date,
        time: date.time,
        updated: updatedDay(textOfChild(element, 'wp:post_modified'), date.date, context),
        summary,
        section,
        authors: author === undefined ? undefined : [author],
        tags,
        lang: blog.lang,
        aliases: aliasesOf(element, id, address),
        draft: status === 'publish' && !isHidden ? undefined : true,
      },
      slug: textOfChild(element, 'wp:post_name'),
      body: content.markdown,
      source: {
        name: blog.name,
        url: isWebAddress(address) && !/[?&]p=\d/.test(address ?? '') ? address : undefined,
        // Exports that were edited by hand or joined repeat a guid; the number of a post is its own.
        id: id === undefined ? guid : `${blog.address ?? context.path} post ${id}`,
        fields: picture && {
          picture: Object.fromEntries(
            Object.entries(picture).filter(([, value]) => value !== undefined),
          ),
        },
      },
      provenance: {
        headline: title === undefined ? 'derived' : 'given',
        date: date.provenance,
        language: 'unknown',
        author: author === undefined ? 'unknown' : 'given',
      },
      part: raw,
      problems,
      notes: content.notes,
      pictures: content.pictures,
    };
    return withLanguage(draft, textOfHtml(stored.slice(0, 3000)));
  }

  /** The topmost of the first category's line is the section; all other categories and tags are tags. */
  private subjectsOf(element: XmlElement): {
    section: string | undefined;
    tags: string[] | undefined;
  } {
    const names: string[] = [];
    let section: string | undefined;
    for (const category of childrenOf(element, 'category')) {
      const { domain, nicename = '' } = category.attributes;
      const name = textOfHtml(textOf(category));
      if (
        name === '' ||
        domain === undefined ||
        domain === 'post_format' ||
        nicename === 'uncategorized'
      )
        continue;
      const line = domain === 'category' ? this.lineOf(nicename, name) : [name];
      if (domain === 'category') section ??= line.at(-1);
      names.push(...line);
    }
    const tags = [...new Set(names)].filter((name) => name !== section);
    return { section, tags: tags.length > 0 ? tags : undefined };
  }

  /** A category and those above it, up to eight levels. */
  private lineOf(slug: string, name: string): string[] {
    const line = [name];
    let above = this.blog.categories.get(slug)?.parent ?? '';
    while (above !== '' && line.length < 8) {
      const category = this.blog.categories.get(above);
      line.push(category?.name ?? above);
      above = category?.parent ?? '';
    }
    return line;
  }

  /** What was left out, once the export is read. */
  *finish(reader: XmlPartReader): Generator<Reading> {
    if (this.items === 0) yield nothing(this.context);
    for (const [what, count] of this.leftOut)
      yield { kind: 'left-out', what, count } satisfies LeftOut;
    if (this.comments > 0) {
      yield {
        kind: 'remark',
        problem: warn(this.context, {
          rule: 'wordpress-comments',
          message: `${this.comments} comments were left out: an archive holds articles.`,
          mend: 'Keep the export if the comments matter.',
        }),
      };
    }
    if (reader.fault) {
      yield {
        kind: 'remark',
        problem: warn(this.context, {
          rule: 'xml-not-well-formed',
          line: reader.fault.line,
          message: `The export is broken XML: ${reader.fault.message}.`,
          mend: 'Compare the last articles with the old site; export it again if something is missing.',
        }),
      };
    }
  }
}

const isSet = (written: string | undefined): written is string =>
  written !== undefined && !written.startsWith('0000-00-00') && !/-0001\b/.test(written);

/** `wp:post_date` is the blog's own civil day; `pubDate` serves where an export lost it. */
function datesOf(element: XmlElement): (WrittenDate | undefined)[] {
  const local = textOfChild(element, 'wp:post_date');
  const utc = textOfChild(element, 'wp:post_date_gmt');
  const published = textOfChild(element, 'pubdate');
  return [
    isSet(local)
      ? { written: `${local}${isSet(utc) ? offsetBetween(local, utc) : ''}`, from: 'post date' }
      : undefined,
    isSet(published) ? { written: published, from: 'pubDate' } : undefined,
  ];
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** The offset of a blog's clock, `+02:00`, from one moment written in local time and in UTC. */
function offsetBetween(local: string, utc: string): string {
  const minutes =
    (Date.parse(`${local.replace(' ', 'T')}Z`) - Date.parse(`${utc.replace(' ', 'T')}Z`)) / 60_000;
  if (!Number.isInteger(minutes) || minutes % 15 !== 0 || Math.abs(minutes) > 14 * 60) return '';
  return minutes === 0
    ? 'Z'
    : `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function metaOf(element: XmlElement, key: string): string | undefined {
  const meta = childrenOf(element, 'wp:postmeta').find(
    (entry) => textOfChild(entry, 'wp:meta_key') === key,
  );
  return meta && textOfChild(meta, 'wp:meta_value');
}

const isWebAddress = (address: string | undefined): boolean =>
  address !== undefined && /^https?:\/\//i.test(address);

/** All addresses a post answered at: its link, `?p=12`, and those with its earlier slugs. */
function aliasesOf(
  element: XmlElement,
  id: string | undefined,
  address: string | undefined,
): string[] {
  const slug = textOfChild(element, 'wp:post_name');
  const old = childrenOf(element, 'wp:postmeta')
    .filter((entry) => textOfChild(entry, 'wp:meta_key') === '_wp_old_slug')
    .map((entry) => textOfChild(entry, 'wp:meta_value'));
  const addresses = address === undefined ? [] : [address];
  for (const earlier of old) {
    if (
      address !== undefined &&
      slug !== undefined &&
      earlier !== undefined &&
      address.includes(slug)
    ) {
      addresses.push(address.replace(slug, earlier));
    }
  }
  return [...addresses, ...(id === undefined || !/^\d+$/.test(id) ? [] : [`/?p=${id}`])];
}

function read(text: string, context: ImportContext): Reading[] {
  const wxr = new Export(context);
  wxr.readHead(text);
  const reader = new XmlPartReader(channelParts);
  const parts = [...reader.write(text), ...reader.end()];
  for (const part of parts) wxr.collect(part);
  const readings = parts
    .map((part) => wxr.readItem(part))
    .filter((reading) => reading !== undefined);
  return [...readings, ...wxr.finish(reader)];
}

const nothing = (context: ImportContext): Reading =>
  refuse(context, {
    rule: 'not-a-wordpress-export',
    message: 'It holds no items of a WordPress export.',
    mend: 'Export the site again under Tools, Export, All content.',
  });

/** Two passes: attachments stand behind the posts they belong to. */
async function* readLarge(
  open: () => AsyncIterable<string>,
  context: ImportContext,
): AsyncGenerator<Reading> {
  const wxr = new Export(context);
  const first = new XmlPartReader(channelParts);
  for await (const piece of open()) {
    wxr.readHead(piece);
    for (const part of first.write(piece)) wxr.collect(part);
  }
  for (const part of first.end()) wxr.collect(part);
  const second = new XmlPartReader(['item']);
  for await (const piece of open()) {
    for (const part of second.write(piece)) {
      const reading = wxr.readItem(part);
      if (reading) yield reading;
    }
  }
  for (const part of second.end()) {
    const reading = wxr.readItem(part);
    if (reading) yield reading;
  }
  yield* wxr.finish(second);
}

export const importer: Importer = {
  format: 'wordpress',
  reads: 'WordPress exports (WXR 1.0 to 1.2)',
  recognise({ text }) {
    const head = text.slice(0, 20_000);
    if (/xmlns:wp\s*=|<wp:wxr_version>/.test(head)) return 98;
    return /<rss\b/i.test(head) && /<wp:post_(?:type|id|date)>/.test(text) ? 95 : 0;
  },
  read,
  readLarge,
};
