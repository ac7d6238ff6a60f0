import type { Element, Root } from 'hast';
import type { Html, PhrasingContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { capDepth } from './cap-depth.ts';
import { markAnchors, printFootnote, showSigns, takeFootnotes } from './footnotes.ts';
import { plainHtmlToMarkdown } from './plain-html.ts';
import { safeHtml } from './safe-html.ts';
import { resolveMedia, type MediaFound } from './resolve-media.ts';

export interface MarkdownFromHtml {
  markdown: string;
  notes: string[];
  /** Pictures that may lie beside the original, as the page names them. */
  pictures: string[];
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const cleaner = unified().use(rehypeSanitize, safeHtml).freeze();

const html = (value: string): Html => ({ type: 'html', value });

/** Raised and lowered letters have no Markdown; the page keeps them as HTML. */
const raised = (state: { all: (node: Element) => unknown }, node: Element): PhrasingContent[] => {
  const children = state.all(node) as PhrasingContent[];
  return [html(`<${node.tagName}>`), ...children, html(`</${node.tagName}>`)];
};

const toMarkdown = unified()
  .use(rehypeRemark, {
    document: false,
    handlers: { sup: raised, sub: raised, comment: () => undefined } as never,
  })
  .freeze();

const printer = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
    fences: true,
  })
  .freeze();

/**
 * Turns HTML into Markdown that is safe to publish. Scripts, handlers, forms, styles and addresses that are
 * no web addresses do not come along; frames, films and pictures on other servers become links.
 *
 * @param address the page's own address, for relative links
 */
export function htmlToMarkdown(html: string, address?: string): MarkdownFromHtml {
  const plain = plainHtmlToMarkdown(html, address);
  if (plain !== undefined) return { markdown: plain, notes: [], pictures: [] };
  const tree = parser.parse(capDepth(html));
  const footnotes = takeFootnotes(tree);
  markAnchors(tree);
  const text = treeToMarkdown(tree, address);
  const below = footnotes.map(({ number, children }) => {
    const note = treeToMarkdown({ type: 'root', children }, address);
    return { ...note, markdown: printFootnote(number, note.markdown) };
  });
  const all = [text, ...below];
  const linked = all.reduce((sum, part) => sum + part.linked, 0);
  const notes =
    linked > 0 ? [`${linked} pictures, films or frames on other servers became links.`] : [];
  return {
    markdown: showSigns(all.map(({ markdown }) => markdown).join('\n\n')).trim(),
    notes,
    pictures: all.flatMap(({ local }) => local),
  };
}

function treeToMarkdown(
  tree: Root,
  address: string | undefined,
): MediaFound & { markdown: string } {
  const found = resolveMedia(tree, address);
  const safe = cleaner.runSync(tree);
  dropEmptyElements(safe);
  const markdown = bareAddresses(printer.stringify(toMarkdown.runSync(safe))).trim();
  return { ...found, markdown };
}

/** A heading is one line in Markdown. */
function breaksToBlanks(heading: Element): void {
  visit(heading, 'element', (node, index, parent) => {
    if (node.tagName === 'br' && parent && index !== undefined) {
      parent.children.splice(index, 1, { type: 'text', value: ' ' });
    }
  });
}

/** An address in the text may become a link, as readers expect; the printer would prevent it. */
const bareAddresses = (markdown: string): string =>
  markdown.replace(/\b(https?)\\:\/\//g, '$1://').replace(/\bwww\\\./g, 'www.');

/** A heading that held a picture alone has nothing left to say, a link whose address was unsafe leads nowhere. */
function dropEmptyElements(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.tagName === 'a' && !node.properties['href']) {
      parent.children.splice(index, 1, ...(node.children as []));
      return index;
    }
    if (!/^h[1-6]$/.test(node.tagName)) return;
    breaksToBlanks(node);
    let hasContent = false;
    visit(node, (inner) => {
      if (inner.type === 'text' && inner.value.trim() !== '') hasContent = true;
      if (inner.type === 'element' && inner.tagName === 'img') hasContent = true;
    });
    if (hasContent) return;
    parent.children.splice(index, 1);
    return index;
  });
}
