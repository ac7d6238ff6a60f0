// Atom (RFC 4287), with the history of an archive where the feed has one (RFC 5005). An entry's id is the article's
// address, which never changes.

import { absolute } from '../urls.ts';
import { escapeXml } from '../xml.ts';
import { latest, toInstant, type Feed, type FeedEntry } from './feed.ts';

/** Prints a feed; its entries stay in their order, the newest first. */
export function printAtom(feed: Feed, entries: readonly FeedEntry[]): string {
  const { address, history } = feed;
  const self = absolute(address, feed.path);
  const updated = latest(entries.map((entry) => entry.updated)) ?? toInstant('undated');
  const links = [
    link('self', 'application/atom+xml', self),
    link('alternate', 'text/html', absolute(address, feed.page)),
    ...(history?.isArchive
      ? [link('current', 'application/atom+xml', absolute(address, '/feed.xml'))]
      : []),
    ...(history?.previous === undefined
      ? []
      : [link('prev-archive', 'application/atom+xml', absolute(address, history.previous))]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${history ? ' xmlns:fh="http://purl.org/syndication/history/1.0"' : ''} xml:lang="${escapeXml(feed.language)}">
<id>${escapeXml(self)}</id>
<title>${escapeXml(feed.title)}</title>
<updated>${updated}</updated>
<author><name>${escapeXml(feed.author)}</name></author>
<rights>${escapeXml(feed.licence)}</rights>
${history?.isArchive ? '<fh:archive/>\n' : ''}${links.join('\n')}
${entries.map((entry) => printEntry(feed, entry)).join('\n')}
</feed>
`;
}

const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;

function printEntry(feed: Feed, entry: FeedEntry): string {
  const { title, lang, published, updated, authors, topics, summary, html } = entry;
  const address = absolute(feed.address, entry.path);
  return [
    `<entry xml:lang="${escapeXml(lang)}">`,
    `<id>${escapeXml(entry.id ?? address)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    ...(published === undefined ? [] : [`<published>${published}</published>`]),
    `<updated>${updated}</updated>`,
    link('alternate', 'text/html', address),
    ...authors.map((name) => `<author><name>${escapeXml(name)}</name></author>`),
    ...topics.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    `<summary>${escapeXml(summary)}</summary>`,
    ...(html === undefined
      ? []
      : [`<content type="html" xml:base="${escapeXml(address)}">${escapeXml(html)}</content>`]),
    '</entry>',
  ].join('\n');
}
