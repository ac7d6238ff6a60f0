// Footnotes and anchors in a foreign page. A note is what a short mark links to and what links back, or stands in a
// list of notes; it becomes a footnote of Markdown. Of the other anchors those stay that a link of the text leads to.

import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { SKIP, visitParents } from 'unist-util-visit-parents';

export interface Footnote {
  number: number;
  children: ElementContent[];
}

function toString(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

/** Characters for private use mark the places while HTML becomes Markdown: no text has them. */
const [noteStart, noteEnd, anchorStart, anchorEnd] = ['\uE010', '\uE011', '\uE012', '\uE013'];

const idOf = ({ properties, tagName }: Element): string | undefined => {
  const id = properties['id'] ?? (tagName === 'a' ? properties['name'] : undefined);
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/** Where a link within the page leads. */
function targetOf({ tagName, properties }: Element): string | undefined {
  const { href } = properties;
  if (tagName !== 'a' || typeof href !== 'string' || !/^#./.test(href)) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

interface Place {
  element: Element;
  /** From the root on. */
  ancestors: Element[];
}

const mark = /^[[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})[\])]?$/;
const blocks = /^(?:li|p|dd|div|aside|td)$/;
const notesName = /foot-?note|end-?note|wp-block-footnotes/i;

const names = ({ properties }: Element): string =>
  [
    properties['className'] ?? [],
    properties['id'] ?? '',
    properties['role'] ?? '',
    'dataFootnotes' in properties ? 'footnotes' : '',
  ]
    .flat()
    .join(' ');

/**
 * Takes the notes out of a page, in place: a sign stands for each mark, and lists that held nothing but notes go.
 *
 * @returns the notes in the order of their first marks
 */
export function takeFootnotes(tree: Root): Footnote[] {
  const byId = new Map<string, Place>();
  const links: Place[] = [];
  visitParents(tree, 'element', (element, ancestors) => {
    const place = { element, ancestors: ancestors.filter((each) => each.type === 'element') };
    const id = idOf(element);
    if (id !== undefined && !byId.has(id)) byId.set(id, place);
    if (targetOf(element) !== undefined) links.push(place);
  });
  const numbers = new Map<Element, number>();
  const notes: Footnote[] = [];
  for (const link of links) {
    const note = noteOf(link, byId);
    if (note === undefined) continue;
    const number = numbers.get(note.element) ?? numbers.size + 1;
    if (!numbers.has(note.element)) {
      numbers.set(note.element, number);
      notes.push({ number, children: withoutBackLinks(note.element) });
    }
    replaceMark(link, number);
  }
  if (notes.length > 0) removeNotes(tree, new Set(numbers.keys()));
  return notes;
}

/** The note a link is a mark of, if it is one. */
function noteOf(link: Place, byId: ReadonlyMap<string, Place>): Place | undefined {
  if (!mark.test(toString(link.element).trim())) return undefined;
  const target = byId.get(targetOf(link.element) ?? '');
  if (!target) return undefined;
  const line = [...target.ancestors, target.element];
  const at = line.findLastIndex(({ tagName }) => blocks.test(tagName));
  const element = line[at];
  if (!element || link.ancestors.includes(element)) return undefined;
  const marks = new Set([link.element, ...link.ancestors.slice(-2)].map(idOf));
  let linksBack = false;
  visitParents(element, 'element', (inner) => {
    const back = targetOf(inner);
    if (back !== undefined && marks.has(back)) linksBack = true;
  });
  const isListed = line.slice(0, at + 1).some((above) => notesName.test(names(above)));
  // A note holds no marks of its own list: the list would be a table of contents.
  return linksBack || isListed ? { element, ancestors: line.slice(0, at) } : undefined;
}

/** What a note says, without its number and the way back to the text. */
function withoutBackLinks(note: Element): ElementContent[] {
  visitParents(note, 'element', (inner, ancestors) => {
    const parent = ancestors.at(-1);
    const text = toString(inner).trim();
    const isBack =
      targetOf(inner) !== undefined &&
      (mark.test(text) || /^[[(]?[\p{S}\p{M}\s^]*[\])]?$/u.test(text));
    if (!isBack || !parent) return undefined;
    const at = parent.children.indexOf(inner);
    parent.children.splice(at, 1);
    return [SKIP, at];
  });
  const [first] = note.children;
  if (first?.type === 'text')
    first.value = first.value.replace(/^\s*(?:[[(]?\d{1,3}[\])]?[.:]?|\^)?\s+/, '');
  return note.children;
}

/** Puts a sign in the place of a mark, and of the raised letters around it. */
function replaceMark({ element, ancestors }: Place, number: number): void {
  const sign = { type: 'text' as const, value: `${noteStart}${number}${noteEnd}` };
  const above = ancestors.at(-1);
  const isRaised = above?.tagName === 'sup' && mark.test(toString(above).trim());
  const raised = isRaised ? above : element;
  raised.tagName = 'span';
  raised.properties = {};
  raised.children = [sign];
}

/** A heading over notes. */
const notesHeading =
  /^(?:foot-?notes?|end-?notes?|notes?|references|fußnoten|anmerkungen|notas|note|noten|voetnoten|fotnoter)\W*$/i;

/** Removes notes, and what is empty without them: their lists, sections, and the heading above. */
function removeNotes(tree: Root, notes: ReadonlySet<Element>): void {
  const remove = (parent: Root | Element): boolean => {
    let removed = false;
    for (const child of parent.children.slice()) {
      if (child.type !== 'element') continue;
      const isNote = notes.has(child);
      const wasEmptied = !isNote && remove(child) && saysNothing(child);
      if (!isNote && !wasEmptied) continue;
      removed = true;
      parent.children.splice(parent.children.indexOf(child), 1);
      if (wasEmptied) dropLastHeading(parent);
    }
    return removed;
  };
  remove(tree);
}

const saysNothing = (element: Element): boolean =>
  element.children.every(
    (child) =>
      (child.type === 'text' && child.value.trim() === '') ||
      child.type === 'comment' ||
      (child.type === 'element' &&
        (child.tagName === 'hr' ||
          (/^h[1-6]$/.test(child.tagName) && notesHeading.test(toString(child).trim())))),
  );

function dropLastHeading(parent: Root | Element): void {
  const at = parent.children.findLastIndex((child) => child.type === 'element');
  const last = parent.children[at];
  if (last?.type !== 'element') return;
  if (
    last.tagName === 'hr' ||
    (/^h[1-6]$/.test(last.tagName) && notesHeading.test(toString(last).trim()))
  )
    parent.children.splice(at, 1);
}

/** Marks the anchors that links of the text lead to, in place. */
export function markAnchors(tree: Root): void {
  const wanted = new Set<string>();
  visitParents(tree, 'element', (element) => {
    const target = targetOf(element);
    if (target !== undefined && /^[\w.:-]+$/.test(target)) wanted.add(target);
  });
  if (wanted.size === 0) return;
  visitParents(tree, 'element', (element) => {
    const id = idOf(element);
    if (id === undefined || !wanted.has(id)) return;
    wanted.delete(id);
    const isInline = !/^(?:ul|ol|table|thead|tbody|tr|dl|img|hr|br)$/.test(element.tagName);
    const sign = { type: 'text' as const, value: `${anchorStart}${id}${anchorEnd}` };
    if (isInline) element.children.unshift(sign);
  });
}

/** Writes marks and anchors in the place of their signs. */
export const showSigns = (markdown: string): string =>
  markdown
    .replace(new RegExp(`${noteStart}(\\d+)${noteEnd}`, 'g'), '[^$1]')
    .replace(new RegExp(`${anchorStart}([^${anchorEnd}]+)${anchorEnd}`, 'g'), '<a id="$1"></a>');

/** A note as Markdown: what follows its first line is indented. */
export const printFootnote = (number: number, markdown: string): string =>
  `[^${number}]: ${markdown.replace(/\n(?=.)/g, '\n    ')}`;
