// Each paragraph can be linked. Its id is a digest of its own text, so that it stays the same when anything else
// in the article changes; a link to a paragraph that was itself rewritten leads to the article's head.

import { hash } from 'node:crypto';
import type { Root } from 'hast';
import { DistinctIds } from './distinct-ids.ts';
import { eachElement } from './elements.ts';
import { isFootnotes, lineOf } from './text-of-node.ts';

/**
 * Gives an id such as `p-3k9x2a` to every paragraph and list entry that has text; those of the same text are counted,
 * `p-3k9x2a-2`. Footnotes have ids of their own.
 */
export function identifyPassages() {
  return (tree: Root): void => {
    const ids = new DistinctIds();
    eachElement(tree, ({ properties: { id } }) => {
      if (typeof id === 'string') ids.take(id);
    });
    eachElement(tree, (node) => {
      if (isFootnotes(node)) return 'stop';
      if (node.tagName === 'table') return 'skip';
      if (node.tagName !== 'p' && node.tagName !== 'li') return undefined;
      const text = lineOf(node);
      if (text !== '' && node.properties['id'] === undefined) {
        node.properties['id'] = ids.make(passageId(text));
      }
      return 'skip';
    });
  };
}

/** Six figures and letters of a SHA-256: 2.2 thousand million values. */
function passageId(text: string): string {
  const number = Number.parseInt(hash('sha256', text.normalize('NFC')).slice(0, 12), 16);
  return `p-${(number % 36 ** 6).toString(36).padStart(6, '0')}`;
}
