// What the text of a node is, for all that show an article's text without its marks: headline, summary, contents
// list, word count, the ids of passages and headings.

import type { Element, ElementContent, Nodes } from 'hast';

/** Elements that stand on lines of their own: what is in one never runs into what is in the next. */
const blocks = new Set(
  'address blockquote caption center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

export const isBlock = ({ tagName }: Element): boolean => blocks.has(tagName);

/** Struck out, said beside the line, or not said at all. */
const silent = new Set(['del', 's', 'strike', 'rt', 'rp', 'input', 'img', 'picture']);

/** remark-gfm puts the footnotes last, in a section with this mark. */
export const isFootnotes = ({ properties }: Element): boolean => 'dataFootnotes' in properties;

/**
 * The number of a footnote, in the text or before the note: it changes when a note is added before it, and is no
 * part of what the sentence says.
 */
const isFootnoteMark = ({ properties }: Element): boolean =>
  'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;

/**
 * The text of a node as it would be read aloud: without footnote numbers, struck words, readings above the line
 * and pictures. A line break is a line end, and so is the edge of a block; other white space stays as it is.
 */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'root') return node.children.map(textOf).join('');
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return '\n';
  if (silent.has(node.tagName) || isFootnoteMark(node)) return '';
  const text = node.children.map(textOf).join('');
  if (node.tagName === 'q') return `“${text}”`;
  return isBlock(node) ? `\n${text}\n` : text;
}

/** The same in one line; soft hyphens only show where a line ends. */
export const lineOf = (node: Nodes): string => oneLine(textOf(node));

export const oneLine = (text: string): string =>
  (isUneven.test(text) ? text.replaceAll('\u00AD', '').replace(/\s+/g, ' ') : text).trim();

/** Most texts are one line with single blanks as they stand. */
const isUneven = /\u00AD|\s\s|[^\S ]/;

/** What the pictures in a node show, as its author says. */
export function alternativeTextOf(node: Element | ElementContent): string {
  if (node.type !== 'element') return '';
  const { alt } = node.properties;
  if (node.tagName === 'img') return typeof alt === 'string' ? alt.trim() : '';
  return node.children.map(alternativeTextOf).filter(Boolean).join(' ');
}
