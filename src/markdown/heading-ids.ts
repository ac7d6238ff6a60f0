// The targets of links within a text: its headings, and the anchors that its author set.

import { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { DistinctIds } from './distinct-ids.ts';
import { eachElement } from './elements.ts';
import { isReservedId } from './safe-html.ts';
import { alternativeTextOf, lineOf } from './text-of-node.ts';

export interface Heading {
  /** 2 to 6. */
  depth: number;
  id: string;
  text: string;
}

const isHeading = ({ tagName }: Element): boolean => /^h[1-6]$/.test(tagName);

/** The id of a heading of signs alone. */
const ofSigns = 'part';

/**
 * A rehype plugin for before rehype-slug. It keeps an author's own anchors, as HTML or as `## Heading {#anchor}`, of
 * two with one id the first, and names the headings for which rehype-slug would find no good id: the number of a note
 * is no part of one, a picture says what it shows, signs alone say nothing, and the page has ids of its own.
 */
export function keepWrittenIds() {
  return (tree: Root): void => {
    const written = new DistinctIds();
    eachElement(tree, (node) => {
      if (isHeading(node)) takeWrittenId(node);
      const { id } = node.properties;
      if (typeof id !== 'string') return;
      if (written.has(id)) delete node.properties['id'];
      written.take(id);
    });
    eachElement(tree, (node) => {
      if (!isHeading(node) || node.properties['id'] !== undefined) return;
      const id = idOfText(titleOf(node));
      if (written.has(id)) node.properties['id'] = written.number(id);
      else if (id !== slug(toString(node))) node.properties['id'] = id;
    });
  };
}

/** A rehype plugin for after rehype-slug: numbers the headings whose id another has. */
export function numberEqualIds() {
  return (tree: Root): void => {
    const ids = new DistinctIds();
    eachElement(tree, (node) => {
      const { id } = node.properties;
      if (typeof id !== 'string') return;
      if (isHeading(node) && ids.has(id)) node.properties['id'] = ids.number(id);
      else ids.take(id);
    });
  };
}

function idOfText(text: string): string {
  const id = slug(text).replace(/^-+$/, '');
  return id === '' || isReservedId(id) ? `${ofSigns}${id && `-${id}`}` : id;
}

/** An id behind a heading, as Pandoc, Hugo and kramdown read it. */
const writtenId = /^\{#([^\s{}]+)\}\s*$/;

function takeWrittenId(heading: Element): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const start = last.value.lastIndexOf('{#');
  const id = start < 0 ? undefined : writtenId.exec(last.value.slice(start))?.[1];
  if (id === undefined || isReservedId(id)) return;
  last.value = last.value.slice(0, start).trimEnd();
  heading.properties['id'] ??= id;
}

/** What a heading says: its text; where it has none, what its pictures show. */
const titleOf = (heading: Element): string => lineOf(heading) || alternativeTextOf(heading);

/** The headings of a text that say something. */
export function collectHeadings(tree: Root): Heading[] {
  const headings: Heading[] = [];
  eachElement(tree, (node) => {
    const depth = /^h([2-6])$/.exec(node.tagName)?.[1];
    const { id } = node.properties;
    if (!depth || typeof id !== 'string') return;
    const text = titleOf(node);
    if (text !== '') headings.push({ depth: Number(depth), id, text });
  });
  return headings;
}
