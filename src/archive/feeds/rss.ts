// RSS 2.0 (https://www.rssboard.org/rss-specification), with the whole text in `content:encoded` and authors as Dublin
// Core: `author` of RSS has to be an address of mail.

import { absolute } from '../urls.ts';
import { escapeXml } from '../xml.ts';
import { latest, type Feed, type FeedEntry } from './feed.ts';

/** Prints a feed; its entries stay in their order, the newest first. */
export function printRss(feed: Feed, entries: readonly FeedEntry[]): string {
  const built = latest(entries.map(({ updated }) => updated));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${escapeXml(feed.title)}</title>
<link>${escapeXml(absolute(feed.address, feed.page))}</link>
<description>${escapeXml(feed.description)}</description>
<language>${escapeXml(feed.language)}</language>
<copyright>${escapeXml(feed.licence)}</copyright>
${built === undefined ? '' : `<lastBuildDate>${toRfc822(built)}</lastBuildDate>\n`}<atom:link rel="self" type="application/rss+xml" href="${escapeXml(absolute(feed.address, feed.path))}"/>
${entries.map((entry) => printItem(feed, entry)).join('\n')}
</channel>
</rss>
`;
}

function printItem({ address }: Feed, entry: FeedEntry): string {
  const link = absolute(address, entry.path);
  return [
    '<item>',
    `<title>${escapeXml(entry.title)}</title>`,
    `<link>${escapeXml(link)}</link>`,
    `<guid isPermaLink="${entry.id === undefined}">${escapeXml(entry.id ?? link)}</guid>`,
    ...(entry.published === undefined ? [] : [`<pubDate>${toRfc822(entry.published)}</pubDate>`]),
    ...entry.authors.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`),
    ...entry.topics.map((topic) => `<category>${escapeXml(topic)}</category>`),
    `<description>${escapeXml(entry.summary)}</description>`,
    ...(entry.html === undefined
      ? []
      : [`<content:encoded>${escapeXml(entry.html)}</content:encoded>`]),
    '</item>',
  ].join('\n');
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** An instant of RFC 3339 as RFC 822 writes it, in the same zone: `Fri, 01 Mar 2024 18:53:00 +0100`. */
export function toRfc822(instant: string): string {
  const [, day = '', time = '', zone = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(.+)$/.exec(instant) ?? [];
  const [year, month, dayOfMonth] = day.split('-');
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const offset = zone === 'Z' ? '+0000' : zone.replace(':', '');
  return `${weekday}, ${dayOfMonth} ${months[Number(month) - 1]} ${year} ${time} ${offset}`;
}
