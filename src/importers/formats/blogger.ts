// Exports of Blogger: the Atom file of its settings (to 2025), and `feed.atom` of Google Takeout. Beside the posts
// they hold the template, every setting, pages and the readers' comments as entries of the same feed.

import type { Channel } from '../feed/channel.ts';
import { readFeed, rootOf } from '../feed/read-feed.ts';
import { readItem } from '../feed/read-item.ts';
import type { Importer, ImportContext, Reading } from '../importer.ts';
import { childrenOf, textOfChild, type XmlElement, type XmlPart } from '../xml/xml-tree.ts';

/** What entries that are no posts are called in the report, by their kind. */
const leftOut: Readonly<Record<string, string>> = {
  page: 'pages (taken with --pages)',
  comment: 'comments',
  template: 'templates of the blog',
  settings: 'settings',
};

function readEntry(part: XmlPart, item: string, channel: Channel, context: ImportContext): Reading {
  const { element } = part;
  const kind = kindOf(element);
  const status = textOfChild(element, 'blogger:status')?.toUpperCase() ?? 'LIVE';
  const leave = (what: string): Reading => ({ kind: 'left-out', item, what, count: 1 });
  if (/TRASHED|DELETED|SPAM/.test(status) || textOfChild(element, 'blogger:trashed') !== undefined)
    return leave('deleted entries');
  if (kind !== 'post' && !(kind === 'page' && context.withPages))
    return leave(leftOut[kind] ?? `entries of the kind ${kind}`);
  const address = textOfChild(element, 'blogger:filename');
  return readItem(
    part,
    {
      item,
      channel,
      aliases: address === undefined ? undefined : [address],
      isDraft: status !== 'LIVE',
    },
    context,
  );
}

/** The kind of an entry: `post`, `page`, `comment`, `template`, `settings`. */
function kindOf(element: XmlElement): string {
  const term = childrenOf(element, 'category').find(({ attributes }) =>
    attributes['scheme']?.endsWith('#kind'),
  )?.attributes['term'];
  const kind = textOfChild(element, 'blogger:type') ?? term?.replace(/^.*#/, '') ?? 'post';
  return kind.toLowerCase();
}

export const importer: Importer = {
  format: 'blogger',
  reads: 'exports of Blogger, and its feed.atom of Google Takeout',
  recognise: ({ text }) =>
    rootOf(text) === 'feed' &&
    /xmlns:blogger\s*=|schemas\.google\.com\/blogger\/|>tag:blogger\.com,/.test(text)
      ? 95
      : 0,
  read: (text, context) => readFeed(text, context, readEntry),
};
