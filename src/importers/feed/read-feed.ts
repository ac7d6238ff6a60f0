import { findDateInPath } from '../dates/date-in-path.ts';
import { withDatesOfSource } from '../dates/dates-of-source.ts';
import type { ImportContext, Reading } from '../importer.ts';
import { refuse } from '../refuse.ts';
import { childOf, XmlPartReader, type XmlElement, type XmlPart } from '../xml/xml-tree.ts';
import { channelOf, readChannel, type Channel } from './channel.ts';
import { feedRemarks } from './feed-remarks.ts';
import { datesOfItem, readItem } from './read-item.ts';

/** How one item of a feed is read; what it needs to know of the feed is in `channel`. */
export type ItemReader = (
  part: XmlPart,
  item: string,
  channel: Channel,
  context: ImportContext,
) => Reading;

const readPlainItem: ItemReader = (part, item, channel, context) =>
  readItem(part, { item, channel }, context);

/** Reads a feed, or an Atom document that is one entry (RFC 4287 §2). */
export function readFeed(
  written: string,
  context: ImportContext,
  itemReader: ItemReader = readPlainItem,
): Reading[] {
  const text = withoutAtomPrefix(written);
  const root = rootOf(text);
  if (root === undefined) return [refuse(context, notAFeed(text))];
  const reader = new XmlPartReader(['item', 'entry']);
  const parts = [...reader.write(text), ...reader.end()].filter(({ element }) => !isEmpty(element));
  const items = parts.map(({ element }) => element);
  if (root === 'entry') return parts.slice(0, 1).map((part) => readEntryDocument(part, context));
  const ordered = withDatesOfSource(
    context,
    items.map((item) => datesOfItem(item).find((date) => date !== undefined)?.written ?? ''),
  );
  const channel = readChannel(text);
  return [
    ...feedRemarks(text, items, reader.fault, context),
    ...parts.map((part, i) => itemReader(part, `item ${i + 1}`, channel, ordered)),
    ...(parts.length === 0 ? [refuse(context, emptyFeed)] : []),
  ];
}

/** An entry by itself carries the facts of its feed in `source`. */
function readEntryDocument(part: XmlPart, context: ImportContext): Reading {
  const inPath = findDateInPath(context.path);
  const otherDates = [inPath && { written: inPath.date, from: inPath.from }];
  const channel = channelOf(childOf(part.element, 'source'));
  return readItem(part, { channel, otherDates }, context);
}

/** The namespace of Atom 1.0 and of 0.3. */
const atomPrefix =
  /^[\s\S]{0,2000}?<([\w-]+):(?:feed|entry)\s[^>]*\bxmlns:\1\s*=\s*["']http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)["']/;

/** Atom whose elements carry a prefix, `<atom:entry>`, without it. */
function withoutAtomPrefix(text: string): string {
  const prefix = atomPrefix.exec(text)?.[1];
  return prefix === undefined ? text : text.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1');
}

/** The root element of a feed document, in lower case; none where it is no feed. */
export function rootOf(written: string): string | undefined {
  const head = withoutAtomPrefix(written.slice(0, 20_000)).replace(/<!--[\s\S]*?-->/g, '');
  const feed = /<(rss|rdf:rdf|feed|channel)[\s>]/i.exec(head)?.[1];
  if (feed !== undefined) return feed.toLowerCase();
  return /^\s*(?:<\?[^>]*>\s*)*<entry\s[^>]*xmlns\s*=\s*["']http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)/i.test(
    head.replace(/xmlns:\w+(?==["'][^"']*\/(?:2005\/Atom|atom\/ns#)["'])/g, 'xmlns'),
  )
    ? 'entry'
    : undefined;
}

/** An `<item/>` of an RSS 1.0 table of contents. */
const isEmpty = (element: XmlElement): boolean =>
  element.children.length === 0 && Object.keys(element.attributes).length === 0;

const emptyFeed = {
  rule: 'feed-empty',
  message: 'The feed holds no items.',
  fix: 'Fetch it again from its address, if it should hold some.',
};

const notAFeed = (text: string) => ({
  rule: 'not-a-feed',
  message: /<(?:!doctype\s+html|html|head|body)\b/i.test(text)
    ? 'It is a web page, not a feed.'
    : 'It is not a feed.',
  fix: 'Fetch the feed again from its address; this may be the message of an error.',
});
