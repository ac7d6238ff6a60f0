import { draftDate } from '../dates/draft-date.ts';
import { htmlToMarkdown } from '../html/html-to-markdown.ts';
import { textOfHtml } from '../html/html-text.ts';
import type { ImportContext, LeftOut, Reading } from '../importer.ts';
import { makeDraft, refuseEmpty } from '../make-draft.ts';
import { refuse, warn } from '../refuse.ts';
import {
  aliasesOf,
  authorsOf,
  datesOf,
  hiddenPost,
  isWebAddress,
  metaOf,
  shortcodesLeft,
} from './post-facts.ts';
import {
  addParagraphs,
  footnotesOf,
  plain,
  resolveShortcodes,
  type Attachment,
} from './post-html.ts';
import { headPicture, localUploads } from './uploads.ts';
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

/** The elements of an export that are read. */
export const channelParts = [
  'wp:author',
  'wp:category',
  'wp:base_site_url',
  'wp:base_blog_url',
  'item',
];

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

/** An export as it is read: what is known of the blog, and what was left out. */
export class Export {
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
    const place = { item, line, part: raw };
    const title = plain(textOfChild(element, 'title'));
    const date = draftDate(datesOf(element), context, { line });
    if ('finding' in date)
      return { ...refuse(context, { ...date.finding, line, item }), part: raw };
    const stored = textOfChild(element, 'content:encoded') ?? '';
    const { html, left } = resolveShortcodes(stored);
    const address = textOfChild(element, 'link');
    const url = isWebAddress(address) && !/[?&]p=\d/.test(address ?? '') ? address : undefined;
    const stands = addParagraphs(html) + footnotesOf(metaOf(element, 'footnotes'));
    const content = htmlToMarkdown(
      localUploads(stands, url),
      isWebAddress(address) ? address : blog.address,
    );
    if (title === undefined && content.markdown === '')
      return refuseEmpty(context, place, 'Leave it out.');
    const isHidden = status === 'private' || textOfChild(element, 'wp:post_password') !== undefined;
    const picture = blog.attachments.get(metaOf(element, '_thumbnail_id') ?? '');
    return makeDraft(
      {
        ...place,
        date,
        content,
        fields: {
          title,
          summary: plain(textOfChild(element, 'excerpt:encoded')),
          ...this.subjectsOf(element),
          authors: authorsOf(element, blog.authors),
          lang: blog.lang,
          image: headPicture(picture, url),
          aliases: aliasesOf(element, id, address),
          draft: status === 'publish' && !isHidden ? undefined : true,
        },
        updated: textOfChild(element, 'wp:post_modified'),
        slug: textOfChild(element, 'wp:post_name'),
        source: {
          name: blog.name,
          url,
          // Exports that were edited by hand or joined repeat a guid; the number of a post is its own.
          id:
            id === undefined
              ? textOfChild(element, 'guid')
              : `${blog.address ?? context.path} post ${id}`,
          fields: picture && {
            picture: Object.fromEntries(
              Object.entries(picture).filter(([, value]) => value !== undefined),
            ),
          },
        },
        problems: [
          ...(left.length > 0 ? [shortcodesLeft(left)] : []),
          ...(isHidden ? [hiddenPost(item)] : []),
        ].map((finding) => warn(context, { ...finding, line })),
        sample: textOfHtml(stored.slice(0, 3000)),
      },
      context,
    );
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
        domain === 'author' ||
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
          fix: 'Keep the export if the comments matter.',
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
          fix: 'Compare the last articles with the old site; export it again if something is missing.',
        }),
      };
    }
  }
}

const nothing = (context: ImportContext): Reading =>
  refuse(context, {
    rule: 'not-a-wordpress-export',
    message: 'It holds no items of a WordPress export.',
    fix: 'Export the site again under Tools, Export, All content.',
  });
