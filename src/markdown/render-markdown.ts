// An article's text as HTML, from the one tree that its reading gives (see `read-markdown.ts`).

import type { Element, Root } from 'hast';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { finishElements } from './body-elements.ts';
import { leadLinks } from './body-links.ts';
import { showPictures } from './body-pictures.ts';
import { eachElement } from './elements.ts';
import { nameFootnotes } from './footnotes.ts';
import { collectHeadings, keepWrittenIds, numberEqualIds, type Heading } from './heading-ids.ts';
import { identifyPassages } from './passage-ids.ts';
import { readMarkdown } from './read-markdown.ts';
import type { Surroundings } from './surroundings.ts';

export type { Heading } from './heading-ids.ts';

export interface RenderedBody {
  html: string;
  headings: Heading[];
}

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

const finisher = unified()
  .use(shiftHeadings)
  .use(keepWrittenIds)
  .use(rehypeSlug)
  .use(numberEqualIds)
  .use(identifyPassages)
  .use(nameFootnotes)
  .use(finishElements)
  .use(leadLinks)
  .use(showPictures)
  .use(rehypeStringify)
  .freeze();

function finish(body: string, surroundings?: Surroundings): Root {
  const file = new VFile();
  if (surroundings) file.data.surroundings = surroundings;
  return finisher.runSync(readMarkdown(body).tree, file) as Root;
}

/**
 * Renders an article's Markdown as HTML that is safe to publish: no script, handler, form, style or foreign
 * frame gets through. Headings have ids; an `h1` moves to level 2 and the others follow.
 *
 * @param surroundings where the text's pictures and links lead; without it they stay as they are written
 */
export function renderMarkdown(body: string, surroundings?: Surroundings): RenderedBody {
  const tree = finish(body, surroundings);
  return { html: finisher.stringify(tree), headings: collectHeadings(tree) };
}

/** The ids in a text to which a link may lead: `#causes`. */
export function anchorsOf(body: string): Set<string> {
  const ids = new Set<string>();
  eachElement(finish(body), ({ properties: { id } }: Element) => {
    if (typeof id === 'string') ids.add(id);
  });
  return ids;
}
