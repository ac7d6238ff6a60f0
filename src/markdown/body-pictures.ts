// The pictures of a text as pages show them: with their size, so that nothing moves when they come, in lighter
// formats where there are any, and loaded when the reader comes near.

import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './elements.ts';
import { isLocalAddress } from './local-address.ts';
import type { BodyPicture, Surroundings } from './surroundings.ts';

/** How wide a picture is beside the sources' widths: the column of text, or a phone's screen. */
export const bodySizes = '(min-width: 44rem) 41rem, 92vw';

/** The width of the column of text (`--measure`), in pixels. */
const columnWidth = 656;

/** A rehype plugin. */
export function showPictures() {
  return (tree: Root, file: VFile): void => {
    const { surroundings } = file.data;
    if (!surroundings) return;
    eachElement(tree, (node) => {
      if (node.tagName === 'p') arrangePictures(node);
    });
    eachElement(tree, (node) => {
      if (node.tagName !== 'img') return undefined;
      showPicture(node, surroundings);
      return 'skip';
    });
  };
}

/**
 * A paragraph that is one picture with a title becomes a figure with that as its caption; one of several pictures a
 * gallery, in which they stand beside each other.
 */
function arrangePictures(paragraph: Element): void {
  const images = picturesAlone(paragraph);
  const [first, ...others] = images;
  if (!first) return;
  if (others.length > 0) {
    paragraph.tagName = 'div';
    paragraph.properties = { ...paragraph.properties, className: ['gallery'] };
    paragraph.children = images.map(figureOf);
    return;
  }
  const figure = figureOf(first);
  if (figure !== first) Object.assign(paragraph, { tagName: 'figure', children: figure.children });
}

/** The pictures of a paragraph that has nothing but pictures; none of another. */
function picturesAlone({ children }: Element): Element[] {
  const images: Element[] = [];
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    if (child.type !== 'element') return [];
    if (child.tagName === 'br') continue;
    if (child.tagName !== 'img') return [];
    images.push(child);
  }
  return images;
}

/** A picture with its title as caption; a picture without a title as it is. */
function figureOf(image: Element): Element {
  const { title } = image.properties;
  if (typeof title !== 'string' || title.trim() === '') return image;
  delete image.properties['title'];
  return element('figure', {}, [
    image,
    element('figcaption', {}, [{ type: 'text', value: title }]),
  ]);
}

function showPicture(image: Element, { findPicture, addressOf }: Surroundings): void {
  const address = image.properties['src'];
  if (typeof address !== 'string' || !isLocalAddress(address)) {
    linkInstead(image, address);
    return;
  }
  const shown = findPicture(address);
  if (!shown) {
    wordsInstead(image);
    return;
  }
  const size = sizeOf(image, shown);
  const own: Element = element('img', {
    ...image.properties,
    src: addressOf(shown.path),
    alt: image.properties['alt'] ?? '',
    ...size,
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
        srcSet: made.map(({ path, width }) => `${addressOf(path)} ${width}w`).join(', '),
        sizes: size.width === shown.width ? bodySizes : `${size.width}px`,
      }),
    ),
    own,
  ];
}

/** The size a picture is shown in: the width or height that its author gave, else its own; in pixels. */
function sizeOf({ properties }: Element, shown: BodyPicture): { width: number; height: number } {
  const ratio = shown.height / shown.width;
  const width = pixelsOf(properties['width'], columnWidth);
  const height = pixelsOf(properties['height'], undefined);
  if (width !== undefined) return { width, height: Math.max(1, Math.round(width * ratio)) };
  if (height !== undefined) return { width: Math.max(1, Math.round(height / ratio)), height };
  return { width: shown.width, height: shown.height };
}

/** A length as HTML 4 writes it: `120`, `120px`, or `50%` of the column. */
function pixelsOf(written: unknown, whole: number | undefined): number | undefined {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*(%|px)?\s*$/.exec(String(written)) ?? [];
  if (number === undefined || (unit === '%' && whole === undefined)) return undefined;
  const pixels = Math.round(unit === '%' ? (Number(number) / 100) * (whole ?? 0) : Number(number));
  return pixels > 0 ? pixels : undefined;
}

/** Of a picture that is not there, what it shows remains to be read; beside it stands its caption, where it has one. */
function wordsInstead(image: Element): void {
  image.tagName = 'span';
  image.children = [{ type: 'text', value: wordsOf(image) }];
  image.properties = { className: ['no-picture'] };
}

const wordsOf = ({ properties: { alt } }: Element): string =>
  typeof alt === 'string' ? alt.trim() : '';

/**
 * A picture on another host would tell that host who reads: the reader is given its words and the way to it. Of
 * one whose address was not safe, the words remain.
 */
function linkInstead(image: Element, address: unknown): void {
  const words = wordsOf(image);
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
