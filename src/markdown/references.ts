// What a text refers to within its archive: the links and pictures that name a file, a page or a part of it.

import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';
import { isLocalAddress } from './local-address.ts';
import { isRefused } from './safe-html.ts';

export interface Reference {
  kind: 'link' | 'picture';
  /** As the page would have it: percent-encoded where Markdown's parser encodes. */
  address: string;
  /** Where it stands, from 1. */
  line: number;
  column: number;
  /** A picture without words for those who cannot see it; they may be left out on purpose. */
  isAltMissing?: true;
  /** A link to a part of the text itself that it does not have. */
  isPartMissing?: true;
}

declare module 'vfile' {
  interface DataMap {
    references: Reference[];
  }
}

/**
 * A rehype plugin: gathers the references of a text, before anything is refused, and leaves them with the file.
 * Links elsewhere are left out, but for those whose scheme is refused.
 */
export function gatherReferences() {
  return (tree: Root, file: VFile): void => {
    const references: Reference[] = [];
    eachElement(tree, ({ tagName, properties, position }) => {
      const isPicture = tagName === 'img';
      if (!isPicture && tagName !== 'a') return;
      const address = properties[isPicture ? 'src' : 'href'];
      if (typeof address !== 'string' || 'dataFootnoteRef' in properties) return;
      if ('dataFootnoteBackref' in properties) return;
      if (!isLocalAddress(address) && (isPicture || !isRefused(address))) return;
      const { line = 1, column = 1 } = position?.start ?? {};
      references.push({
        kind: isPicture ? 'picture' : 'link',
        address,
        line,
        column,
        ...(isPicture && isBlank(properties['alt']) && { isAltMissing: true }),
      });
    });
    file.data.references = references;
  };
}

const isBlank = (alt: unknown): boolean => typeof alt !== 'string' || alt.trim() === '';
