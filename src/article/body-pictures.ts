// The pictures of a text as pages show them: with their size, so that nothing moves when they come, in lighter
// formats where there are any, and loaded when the reader comes near.

import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';
import { isLocal } from './plain-text.ts';

/** How a picture of a text is shown. */
interface BodyPicture {
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  sources: readonly { type: string; made: readonly { path: string; width: number }[] }[];
}

/** What has to be known of an article's pictures to render its text. */
export interface BodyPictures {
  /** Finds a picture by its address as written. */
  find: (address: string) => BodyPicture | undefined;
  /** The address of a picture by its path. */
  addressOf: (path: string) => string;
  /** What the addresses of the site's own pages begin with: `/`, `/archive/`, or a whole address for a feed. */
  root: string;
}

declare module 'vfile' {
  interface DataMap {
    pictures: BodyPictures;
  }
}

/** How wide a picture is beside the sources' widths: the column of text, or a phone's screen. */
export const bodySizes = '(min-width: 44rem) 41rem, 92vw';

/** A rehype plugin; the pictures come with the file's data, for the processor serves all articles. */
export function showPictures() {
  return (tree: Root, file: VFile): void => {
    const { pictures } = file.data;
    if (!pictures) return;
    eachElement(tree, (node) => {
      if (node.tagName === 'p') captionAlone(node);
    });
    eachElement(tree, (node) => {
      if (node.tagName !== 'img') return undefined;
      showPicture(node, pictures);
      return 'skip';
    });
  };
}

/** A paragraph that is one picture with a title becomes a figure with that as its caption. */
function captionAlone(paragraph: Element): void {
  const [image, ...others] = paragraph.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (others.length > 0 || image?.type !== 'element' || image.tagName !== 'img') return;
  const { title } = image.properties;
  if (typeof title !== 'string' || title.trim() === '') return;
  delete image.properties['title'];
  paragraph.tagName = 'figure';
  paragraph.children = [image, element('figcaption', {}, [{ type: 'text', value: title }])];
}

function showPicture(image: Element, pictures: BodyPictures): void {
  const address = image.properties['src'];
  if (typeof address !== 'string' || !isLocal(address)) {
    linkInstead(image, address);
    return;
  }
  const shown = pictures.find(address);
  if (!shown) return;
  const own: Element = element('img', {
    ...image.properties,
    src: pictures.addressOf(shown.path),
    alt: image.properties['alt'] ?? '',
    width: shown.width,
    height: shown.height,
    loading: 'lazy',
    decoding: 'async',
  });
  if (shown.sources.length === 0) {
    image.properties = own.properties;
    return;
  }
  image.tagName = 'picture';
  image.properties = {};
  image.children = [
    ...shown.sources.map(({ type, made }) =>
      element('source', {
        type,
        srcSet: made.map(({ path, width }) => `${pictures.addressOf(path)} ${width}w`).join(', '),
        sizes: bodySizes,
      }),
    ),
    own,
  ];
}

/**
 * A picture on another host would tell that host who reads: the reader is given its words and the way to it. Of
 * one whose address was not safe, the words remain.
 */
function linkInstead(image: Element, address: unknown): void {
  const { alt } = image.properties;
  const words = typeof alt === 'string' ? alt.trim() : '';
  const href = typeof address === 'string' ? address : undefined;
  image.tagName = href ? 'a' : 'span';
  image.properties = href ? { href } : {};
  image.children = [{ type: 'text', value: words || (href ?? '') }];
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });
