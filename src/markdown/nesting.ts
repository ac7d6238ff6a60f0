import type { Nodes } from 'hast';

/**
 * Elements in one another beyond this many are a trap, not a text: whoever walks such a tree runs out of stack from some
 * three thousand on. Markdown alone stays below it, for what `article/check-article.ts` and `bounded-markdown.ts` let through.
 */
const deepest = 800;

/** A text that is nested too deep to be read. */
export class NestedTooDeep extends Error {}

/** @throws NestedTooDeep where elements stand in one another beyond any use */
export function requireShallow(tree: Nodes): void {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new NestedTooDeep();
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}
