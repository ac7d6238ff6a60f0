import type { Element, Root } from 'hast';

/** What a visitor says of an element: not to go into it, or not to go on at all. */
export type Step = 'skip' | 'stop' | undefined;

/**
 * Visits the elements of a tree in the order of the text, each before those inside it. An article is walked several
 * times; `unist-util-visit`, which names and tests each node, takes four times as long.
 *
 * @returns whether the visitor let it go to the end
 */
export function eachElement(
  parent: Root | Element,
  visit: (element: Element, parent: Root | Element, index: number) => Step | void,
): boolean {
  for (let i = 0; i < parent.children.length; i++) {
    const node = parent.children[i];
    if (node?.type !== 'element') continue;
    const step = visit(node, parent, i);
    if (step === 'stop') return false;
    if (step !== 'skip' && !eachElement(node, visit)) return false;
  }
  return true;
}
