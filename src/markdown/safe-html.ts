// What may stand in a page: GitHub's list, and what newspapers need besides.

import type { Element, Root } from 'hast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import { eachElement } from './elements.ts';

/** Schemes of links that a reader's device opens with a program of its own, and that run nothing. */
const harmless =
  'http https mailto tel sms geo callto facetime fax sip sips xmpp im irc ircs matrix news nntp ftp ftps sftp feed webcal magnet doi urn bitcoin skype whatsapp signal'.split(
    ' ',
  );

/** The scheme that an address begins with, in lower case; none where it has no scheme. */
export const schemeOf = (address: string): string | undefined =>
  /^\s*([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();

/** Whether a link to an address is refused, for what its scheme may run. */
export function isRefused(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme !== undefined && !harmless.includes(scheme);
}

/**
 * Ids of the page itself begin like this (see `layouts/` and `components/`); a text's own may not, for a link to
 * one would lead to the other.
 */
export const isReservedId = (id: string): boolean => /^(?:site|search)-/i.test(id);

const { '*': everywhere = [], ...ofElements } = defaultSchema.attributes ?? {};

const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  strip: ['script', 'style', 'template', 'title'],
  tagNames: [
    // Other sources of a picture are made by the site; one on another host would tell it who reads.
    ...(defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
    ...'abbr bdi bdo caption center cite dfn figcaption figure mark small time u wbr'.split(' '),
  ],
  ancestors: { ...defaultSchema.ancestors, caption: ['table'] },
  attributes: {
    ...ofElements,
    '*': [
      ...everywhere.filter((name) => name !== 'id' && name !== 'name'),
      ['id', /^(?!(?:site|search)-)\S+$/i],
      'lang',
      'dir',
    ],
    abbr: ['title'],
    time: ['dateTime'],
    ol: [...(ofElements['ol'] ?? []), 'reversed', 'type'],
  },
  protocols: { ...defaultSchema.protocols, src: ['http', 'https'], href: harmless },
};

/** A rehype plugin: nothing stays in a text that could run, disguise itself or send something. */
export function keepSafe() {
  const sanitize = rehypeSanitize(schema);
  return (tree: Root): Root => {
    eachElement(tree, prepare);
    const safe = sanitize(tree);
    unlinkRefused(safe);
    return safe;
  };
}

/** A scheme is read in any case (RFC 3986 §3.1); `name` is how HTML 4 wrote an anchor. */
function prepare({ tagName, properties }: Element): void {
  for (const key of ['href', 'src'] as const) {
    const address = properties[key];
    if (typeof address !== 'string') continue;
    const scheme = schemeOf(address);
    if (scheme) properties[key] = address.trim().replace(/^[^:]+/, scheme);
  }
  if (tagName === 'img')
    properties['width'] ??= widthInStyle.exec(String(properties['style']))?.[1];
  if (tagName === 'a' && typeof properties['name'] === 'string') {
    properties['id'] ??= properties['name'];
  }
}

/** A width written as a style, which is itself refused. */
const widthInStyle = /(?:^|[;\s])(?:max-)?width\s*:\s*(\d+(?:\.\d+)?(?:px|%))/i;

/** A link that was refused is text; an element that is only an anchor stays. */
function unlinkRefused(parent: Root | Element): void {
  for (let i = 0; i < parent.children.length; i++) {
    const node = parent.children[i];
    if (node?.type !== 'element') continue;
    unlinkRefused(node);
    const { href, id } = node.properties;
    if (node.tagName !== 'a' || href !== undefined || id !== undefined) continue;
    parent.children.splice(i, 1, ...node.children);
    i += node.children.length - 1;
  }
}
