// The text that an article opens with, from which a headline or a summary is made where the source has none.

import type { Element, Nodes, Root } from 'hast';
import { silentLineEnd } from '../markdown/scripts.ts';
import { alternativeTextOf, isBlock, isFootnotes, lineOf } from '../markdown/text-of-node.ts';

/** An opening is at least this long where the text has as much, in characters. */
const enough = 200;

/** A paragraph that says the same with Markdown and without: no mark in it, none at the head of a line. */
const plainParagraph =
  /^(?!(?:[#>+=~|:-]|\d{1,9}[.)]))[^\s\\`*_[\]<&~|][^\\`*_[\]<&~|\n]*(?:\n(?!(?:[#>+=~|:-]|\d{1,9}[.)]))[^\s\\`*_[\]<&~|][^\\`*_[\]<&~|\n]*)*$/;

/** A text that begins with plain paragraphs needs no more than this to be read, in characters. */
const charactersRead = 4000;

/**
 * The opening of a text that begins with plain paragraphs, in a hundredth of the time of reading its tree.
 *
 * @returns none where Markdown's marks stand in it
 */
export function plainOpening(body: string): string | undefined {
  let opening = '';
  for (const written of body.slice(0, charactersRead).split(/\n(?:[ \t]*\n)+/)) {
    const paragraph = written.replace(/^\n+|\n+$/g, '');
    if (paragraph === '') continue;
    if (/[ \t]\n/.test(paragraph) || !plainParagraph.test(paragraph)) return undefined;
    opening = join(opening, paragraph.trim().replace(silentLineEnd, ''));
    if (opening.length >= enough) return opening;
  }
  // What stands behind the part that was read may yet belong to the opening.
  return body.length > charactersRead || opening === '' ? undefined : opening;
}

/**
 * The opening of a text: its first paragraphs; where it has none, its lists, quotations and tables; where it has
 * none of these, its headings; and at last what its pictures show.
 */
export function openingOf(tree: Root): string {
  const parts: Record<Rank, string> = { paragraph: '', other: '', heading: '' };
  take(tree, parts);
  return (
    parts.paragraph ||
    parts.other ||
    parts.heading ||
    tree.children.map(picturesIn).join(' ').trim()
  );
}

type Rank = 'paragraph' | 'other' | 'heading';

/** Elements that only hold others together. */
const isWrapper = ({ tagName }: Element): boolean => /^(?:div|section|center)$/.test(tagName);

function take(parent: Root | Element, parts: Record<Rank, string>): void {
  let loose: Root['children'] = [];
  const endLoose = (): void => {
    add(parts, 'paragraph', lineOf({ type: 'root', children: loose }));
    loose = [];
  };
  for (const node of parent.children) {
    if (parts.paragraph.length >= enough) return;
    if (node.type !== 'element' || !isBlock(node)) {
      // Words that stand in no paragraph, as hand-written HTML leaves them, are one.
      loose.push(node);
      continue;
    }
    endLoose();
    if (isFootnotes(node)) continue;
    if (isWrapper(node)) take(node, parts);
    else if (node.tagName === 'p') add(parts, 'paragraph', lineOf(node));
    else if (/^h[1-6]$/.test(node.tagName)) add(parts, 'heading', lineOf(node));
    else for (const item of itemsOf(node)) add(parts, 'other', item);
  }
  endLoose();
}

function add(parts: Record<Rank, string>, rank: Rank, text: string): void {
  if (text !== '' && parts[rank].length < enough) parts[rank] = join(parts[rank], text);
}

const join = (opening: string, text: string): string =>
  opening === '' ? text : `${opening}\n\n${text}`;

/** The entries of a list, the cells of a table, the paragraphs of a quotation, each in a line. */
function itemsOf(element: Element): string[] {
  const texts = lines(element).filter((text) => text !== '');
  if (!/^(?:ul|ol|dl|tr)$/.test(element.tagName)) return texts;
  return texts.map((text, i) => (i + 1 < texts.length && !ended.test(text) ? `${text} ·` : text));
}

function lines(element: Element): string[] {
  const found: string[] = [];
  let loose: Element['children'] = [];
  for (const node of element.children) {
    if (node.type !== 'element' || !isBlock(node)) {
      loose.push(node);
      continue;
    }
    found.push(lineOf({ type: 'root', children: loose }), ...itemsOf(node));
    loose = [];
  }
  return [...found, lineOf({ type: 'root', children: loose })];
}

/** Ends a sentence or a clause. */
const ended = /[\p{P}]$/u;

const picturesIn = (node: Nodes): string =>
  node.type === 'element' ? alternativeTextOf(node) : '';
