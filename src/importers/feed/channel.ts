import { resolveAddress } from '../html/resolve-media.ts';
import { textOfHtml } from '../html/html-text.ts';
import {
  childOf,
  childrenOf,
  innerHtmlOf,
  textOf,
  textOfChild,
  XmlPartReader,
  type XmlElement,
} from '../xml/xml-tree.ts';

/** What a feed says of itself, for all its items. */
export interface Channel {
  name: string | undefined;
  address: string | undefined;
  lang: string | undefined;
  licence: string | undefined;
  author: string | undefined;
}

/** The feed's own facts stand outside of its items; in RSS 1.0 the items stand behind the channel. */
export function readChannel(text: string): Channel {
  const outside = text.replace(/<(item|entry)[\s>][\s\S]*?<\/\1\s*>/gi, '');
  const reader = new XmlPartReader(['channel', 'feed']);
  const root = [...reader.write(outside), ...reader.end()][0]?.element;
  const lang = /<(?:rss|feed|rdf:RDF)\b[^>]*\bxml:lang\s*=\s*["']([\w-]+)["']/i.exec(outside)?.[1];
  return channelOf(root, lang);
}

/**
 * The facts of a feed from its element, or from the `source` an entry carries (RFC 4287 §4.2.11).
 *
 * @param lang the language of what stands around it
 */
export function channelOf(element: XmlElement | undefined, lang?: string): Channel {
  return {
    name: lineOf(childOf(element, 'title')),
    address: element === undefined ? undefined : linkOf(element, undefined),
    lang: textOfChild(element, 'language', 'dc:language') ?? lang,
    licence: textOfChild(
      element,
      'creativecommons:license',
      'cc:license',
      'rights',
      'copyright',
      'dc:rights',
    ),
    author:
      lineOf(childOf(childOf(element, 'author'), 'name')) ?? lineOf(childOf(element, 'dc:creator')),
  };
}

/** The text of an element on one line, without markup. */
export function lineOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = element.attributes['type'] === 'xhtml' ? innerHtmlOf(element) : textOf(element);
  const line = textOfHtml(text);
  return line === '' ? undefined : line;
}

/** The address of an item or a feed: RSS `link`, Atom's alternate link, a guid that is one. */
export function linkOf(element: XmlElement, base: string | undefined): string | undefined {
  const links = childrenOf(element, 'link', 'atom:link');
  const plain = links.map((link) => textOf(link).trim()).find((text) => text !== '');
  const alternate = links.find(
    ({ attributes }) =>
      (attributes['rel'] ?? 'alternate') === 'alternate' && attributes['href'] !== undefined,
  );
  const guid = childOf(element, 'guid');
  const permanent =
    guid && guid.attributes['ispermalink'] !== 'false' ? textOf(guid).trim() : undefined;
  const found =
    plain ??
    textOfChild(element, 'feedburner:origlink') ??
    alternate?.attributes['href'] ??
    permanent;
  if (found === undefined || found === '') return undefined;
  const whole = resolveAddress(found, base);
  return /^https?:\/\//i.test(whole) ? whole : undefined;
}
