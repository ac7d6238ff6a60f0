// The targets of links within a text: its headings, and the anchors that its author set.

import GithubSlugger, { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
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
 * A rehype plugin: each heading gets an id that no other element of the page has. An author's own anchors, as HTML
 * or as `## Heading {#anchor}`, come first; of two with one id the first is the target.
 */
export function identifyHeadings() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    const taken = new Set<string>();
    eachElement(tree, (node) => {
      if (isHeading(node)) takeWrittenId(node);
      const { id } = node.properties;
      if (typeof id !== 'string') return;
      if (taken.has(id)) delete node.properties['id'];
      taken.add(id);
    });
    eachElement(tree, (node) => {
      if (!isHeading(node) || node.properties['id'] !== undefined) return;
      const base = idOfText(titleOf(node));
      let id = slugger.slug(base);
      while (taken.has(id)) id = slugger.slug(base);
      taken.add(id);
      node.properties['id'] = id;
    });
  };
}

function idOfText(text: string): string {
  const id = slug(text).replace(/^-+$/, '');
  return id === '' || isReservedId(id) ? `${ofSigns}${id && `-${id}`}` : id;
}

/** An id behind a heading, as Pandoc, Hugo and kramdown read it. */
const writtenId = /\s*\{#([^\s{}]+)\}\s*$/;

function takeWrittenId(heading: Element): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const id = writtenId.exec(last.value)?.[1];
  if (id === undefined || isReservedId(id)) return;
  last.value = last.value.replace(writtenId, '');
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
