// Links of a text to other pages of the site, written from its root: `/2023/11/12/flood/`. A site may live below
// a path, and a feed is read elsewhere, so they are led to where the site is.

import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';

/** A rehype plugin; the site's own addresses come with the file's data, as its pictures do. */
export function leadLinks() {
  return (tree: Root, file: VFile): void => {
    const { pictures } = file.data;
    if (!pictures) return;
    eachElement(tree, (node) => {
      const address = node.properties['href'];
      if (node.tagName === 'a' && typeof address === 'string' && /^\/(?!\/)/.test(address))
        node.properties['href'] = pictures.root + address.slice(1);
    });
  };
}
