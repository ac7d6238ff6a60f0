// Markdown to safe HTML. The processors are built once and frozen: building one for each article costs ten
// times what the rendering does. GFM and raw HTML triple the cost of a text and join only where it has them.

import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { leadLinks } from './body-links.ts';
import { showPictures, type BodyPictures } from './body-pictures.ts';
import { eachElement } from './elements.ts';
import { identifyPassages } from './passage-ids.ts';

export interface Heading {
  /** 2 to 6. */
  depth: number;
  id: string;
  text: string;
}

export interface RenderedBody {
  html: string;
  headings: Heading[];
}

/**
 * What may stand in a page: GitHub's list, with figures and direction. Ids that the text brings along are
 * dropped, but for those of footnotes, so that they cannot collide with the page's own.
 */
const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    'figure',
    'figcaption',
    'abbr',
    'cite',
    'time',
    'mark',
  ],
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'id' && name !== 'name'),
      ['id', /^(?:user-content-fn|footnote-label$)/],
      'lang',
      'dir',
    ],
    abbr: ['title'],
    time: ['dateTime'],
  },
  protocols: {
    ...defaultSchema.protocols,
    src: ['http', 'https'],
    href: ['http', 'https', 'mailto'],
  },
};

/** Headings of a text begin at level 2: level 1 is the headline. */
function shiftHeadings() {
  return (tree: Root): void => {
    let shift = false;
    eachElement(tree, (node) => {
      if (node.tagName === 'h1') shift = true;
    });
    if (!shift) return;
    eachElement(tree, (node) => {
      const level = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (level) node.tagName = `h${Math.min(Number(level) + 1, 6)}`;
    });
  };
}

/** Wide tables scroll by themselves; the wrapper takes focus so that keys can scroll it (WCAG 2.1.1). */
function scrollTables() {
  return (tree: Root): void => {
    eachElement(tree, (node, parent, index) => {
      if (node.tagName !== 'table') return;
      const wrapper: Element = {
        type: 'element',
        tagName: 'section',
        properties: {
          className: ['table'],
          tabIndex: 0,
          ariaLabel: tableLabel(node),
        },
        children: [node],
      };
      parent.children[index] = wrapper;
    });
  };
}

/** A region needs a name: the table's column heads serve. */
function tableLabel(table: Element): string {
  const heads: string[] = [];
  eachElement(table, (node) => {
    if (node.tagName === 'th' && heads.length < 4) heads.push(toString(node).trim());
  });
  return heads.filter(Boolean).join(', ') || '⊞';
}

function collectHeadings(tree: Root): Heading[] {
  const headings: Heading[] = [];
  eachElement(tree, (node) => {
    const depth = /^h([2-6])$/.exec(node.tagName)?.[1];
    const id = node.properties['id'];
    if (depth && typeof id === 'string') {
      headings.push({ depth: Number(depth), id, text: toString(node).trim() });
    }
  });
  return headings;
}

const toHast: RehypeOptions = { allowDangerousHtml: true };

/** The steps from Markdown to safe HTML, for texts that have more or less in them. */
const makeProcessor = ({ gfm, html }: { gfm: boolean; html: boolean }) =>
  remark()
    .use(gfm ? [remarkGfm] : [])
    .use(remarkRehype, toHast)
    .use(html ? [rehypeRaw] : [])
    .use(rehypeSanitize, schema)
    .use(shiftHeadings)
    .use(rehypeSlug)
    .use(identifyPassages)
    .use(scrollTables)
    .use(leadLinks)
    .use(showPictures)
    .use(rehypeStringify)
    .freeze();

const plain = makeProcessor({ gfm: false, html: false });
const withGfm = makeProcessor({ gfm: true, html: false });
const withHtml = makeProcessor({ gfm: true, html: true });

/**
 * Marks that only GFM gives a meaning: a pipe (tables), `~` (strikethrough), `[^` (footnotes), `[ ]` (tasks), a
 * bare address or mail address; the address of a link, `](https://…)`, is none.
 */
const needsGfm = /[|~]|\[\^|\[[ xX]\]|(?<!\]\()https?:\/\/|(?<!\]\(https?:\/\/)www\.|\w@\w/;

/** `<` before what may be a tag or a comment. */
const needsHtml = /<[a-z!/?]/i;

/** The processor that knows what a text uses, and as little else as possible. */
function processorFor(body: string): typeof plain {
  if (needsHtml.test(body)) return withHtml;
  return needsGfm.test(body) ? withGfm : plain;
}

/**
 * Renders an article's Markdown as HTML that is safe to publish: no script, handler, form, style or foreign
 * frame gets through. Headings have ids; an `h1` moves to level 2 and the others follow.
 *
 * @param pictures how the local pictures of the text are shown; without it, as they are written
 */
export function renderMarkdown(body: string, pictures?: BodyPictures): RenderedBody {
  const processor = processorFor(body);
  const tree = processor.runSync(processor.parse(body), { data: pictures ? { pictures } : {} });
  return { html: processor.stringify(tree), headings: collectHeadings(tree) };
}
