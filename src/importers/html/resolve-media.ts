// Pictures, films and frames in a foreign page. An article asks no other server for anything: what is not at
// hand becomes a link to where it is.

import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { isLocalPicture } from '../pictures.ts';

export interface MediaFound {
  /** How many pictures, films and frames became links. */
  linked: number;
  /** Pictures with a path of their own, as written; they may lie beside the original. */
  local: string[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** An address made whole where the page's own address is known; fragments and odd schemes stay as they are. */
export function resolveAddress(link: string, address: string | undefined): string {
  if (address === undefined || /^(?:#|[a-z][a-z0-9+.-]*:)/i.test(link)) return link;
  return URL.canParse(link, address) ? new URL(link, address).href : link;
}

/** The address of a picture elsewhere, whole: `//host/a.png` is reached as this page is, or by `https:`. */
export const foreignAddress = (written: string, address: string | undefined): string =>
  (URL.parse(written) ?? URL.parse(written, address ?? 'https://site.invalid/'))?.href ?? written;

/** What a link to a picture or film says: its own description, or its file's name. */
function labelOf(description: string, src: string): string {
  if (description !== '') return description;
  const name = (src.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';
  return name === '' ? src : name;
}

const link = (href: string, label: string): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href },
  children: [{ type: 'text', value: label }],
});

/** A picture of one dot counts readers; it is no picture. */
const isTracker = ({ properties }: Element): boolean =>
  ['width', 'height'].every((side) => /^[01](?:px)?$/.test(String(properties[side] ?? '')));

/**
 * Makes links of frames, films, sounds and of pictures on other servers, in place; resolves what is relative
 * against the address of the page.
 */
export function resolveMedia(tree: Root, address: string | undefined): MediaFound {
  const found: MediaFound = { linked: 0, local: [] };
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.tagName === 'a') {
      const href = text(node.properties['href']);
      if (href !== '') node.properties['href'] = resolveAddress(href, address);
      return;
    }
    const replacement = replace(node, address, found, insideLink(parent));
    if (replacement === undefined) return;
    parent.children.splice(index, 1, ...(replacement as []));
    return index + replacement.length;
  });
  return found;
}

const insideLink = (parent: { type: string; tagName?: string }): boolean => parent.tagName === 'a';

function replace(
  node: Element,
  address: string | undefined,
  found: MediaFound,
  inLink: boolean,
): ElementContent[] | undefined {
  switch (node.tagName) {
    case 'img':
      return replacePicture(node, address, found, inLink);
    case 'iframe':
    case 'video':
    case 'audio': {
      const src = resolveAddress(sourceOf(node), address);
      if (!/^https?:/i.test(src)) return [];
      found.linked++;
      const paragraph: Element = {
        type: 'element',
        tagName: 'p',
        properties: {},
        children: [link(src, text(node.properties['title']) || src)],
      };
      return [paragraph];
    }
    default:
      return undefined;
  }
}

function sourceOf(node: Element): string {
  const own = text(node.properties['src']) || text(node.properties['dataSrc']);
  if (own !== '') return own;
  let source = '';
  visit(node, 'element', (inner) => {
    if (inner.tagName === 'source' && source === '') source = text(inner.properties['src']);
  });
  return source;
}

function replacePicture(
  node: Element,
  address: string | undefined,
  found: MediaFound,
  inLink: boolean,
): ElementContent[] | undefined {
  if (isTracker(node)) return [];
  const { properties } = node;
  const alt = text(properties['alt']);
  // Pages that load pictures late keep the address aside (WordPress, Medium).
  const late =
    text(properties['dataSrc']) ||
    text(properties['dataOriginal']) ||
    text(properties['dataLazySrc']);
  const written =
    /^data:/i.test(text(properties['src'])) && late !== '' ? late : text(properties['src']) || late;
  if (written === '' || /^data:/i.test(written))
    return alt === '' ? [] : [{ type: 'text', value: alt }];
  if (isLocalPicture(written)) {
    properties['src'] = written;
    found.local.push(written);
    return undefined;
  }
  const src = foreignAddress(written, address);
  found.linked++;
  if (inLink) return [{ type: 'text', value: labelOf(alt, src) }];
  return [link(src, labelOf(alt, src))];
}
