import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';

/** A rehype plugin: what stands around footnotes is said in the site's language. */
export function nameFootnotes() {
  return (tree: Root, file: VFile): void => {
    const words = file.data.surroundings?.footnotes;
    if (!words) return;
    eachElement(tree, (node) => {
      const { properties } = node;
      if (properties['id'] === 'footnote-label') {
        node.children = [{ type: 'text', value: words.footnotes }];
        Object.assign(properties, { lang: words.lang, dir: words.dir });
      }
      const label = properties['ariaLabel'];
      if ('dataFootnoteBackref' in properties && typeof label === 'string') {
        // remark-rehype ends its own label with the number: `Back to reference 1-2`.
        properties['ariaLabel'] = words.backToReference.replace(
          '{number}',
          /\S+$/.exec(label)?.[0] ?? '',
        );
      }
    });
  };
}
