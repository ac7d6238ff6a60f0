// Links of a text to other pages of the site. A site may live below a path, and a feed is read elsewhere, so what is
// written from its root, `/2023/11/12/flood/`, and what names a file, `flood.md`, is led to where the site is.

import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';
import { isLocalAddress } from './local-address.ts';

/** A rehype plugin. */
export function leadLinks() {
  return (tree: Root, file: VFile): void => {
    const { surroundings } = file.data;
    if (!surroundings) return;
    const { links, root } = surroundings;
    eachElement(tree, ({ tagName, properties }) => {
      const address = properties['href'];
      if (tagName !== 'a' || typeof address !== 'string') return;
      const path = Object.hasOwn(links, address) ? links[address] : address;
      if (path?.startsWith('/') && isLocalAddress(path)) properties['href'] = root + path.slice(1);
    });
  };
}
