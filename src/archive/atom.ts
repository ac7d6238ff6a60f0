// Atom (RFC 4287). An entry's id is the article's address, which never changes.

import type { Article } from '../article/article.ts';
import { isDay, UNDATED, type DateTag } from '../article/calendar-date.ts';
import { instantOf } from '../article/clock-time.ts';
import { modifiedDay } from './structured-data.ts';
import { absolute, paths } from './urls.ts';
import { escapeXml } from './xml.ts';

export interface Feed {
  title: string;
  /** The site's address. */
  address: string;
  /** The feed's own path and the page it stands for. */
  path: string;
  page: string;
  author: string;
  licence: string;
  language: string;
}

export interface FeedEntry {
  article: Article;
  html: string;
}

/**
 * A date tag as the instant that RFC 3339 demands: the clock time where it is known with its zone, else
 * noon in UTC, which is the same civil day in nearly every zone.
 */
export function toInstant(date: DateTag, time?: string): string {
  if (date === UNDATED) return '0001-01-01T12:00:00Z';
  const day = isDay(date) ? date : `${date}-01-01`.slice(0, 10);
  return instantOf(day, time) ?? `${day}T12:00:00Z`;
}

/** Prints a feed of articles with their full text, the newest first. */
export function printAtom(feed: Feed, entries: readonly FeedEntry[]): string {
  const updated = latest(entries.map(({ article }) => lastChange(article)));
  const self = absolute(feed.address, feed.path);
  const page = absolute(feed.address, feed.page);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">
<id>${escapeXml(self)}</id>
<title>${escapeXml(feed.title)}</title>
<updated>${updated ?? toInstant(UNDATED)}</updated>
<author><name>${escapeXml(feed.author)}</name></author>
<rights>${escapeXml(feed.licence)}</rights>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
${inOrder(entries)
  .map((entry) => printEntry(feed, entry))
  .join('\n')}
</feed>
`;
}

/** Newest first by the instants that readers of feeds sort by; those of one instant as they come. */
const inOrder = (entries: readonly FeedEntry[]): FeedEntry[] =>
  entries
    .map((entry) => ({ entry, at: Date.parse(toInstant(entry.article.date, entry.article.time)) }))
    .toSorted((a, b) => b.at - a.at)
    .map(({ entry }) => entry);

/** When a text last changed, a correction included; never before it was published. */
function lastChange(article: Article): string {
  const published = toInstant(article.date, article.time);
  const modified = modifiedDay(article);
  return (modified && latest([published, toInstant(modified)])) ?? published;
}

/** The latest of some instants; as text they would not compare, for their offsets differ. */
function latest(instants: readonly string[]): string | undefined {
  return instants.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
}

function printEntry(feed: Feed, { article, html }: FeedEntry): string {
  const address = absolute(feed.address, paths.article(article));
  const authors = article.authors.map((name) => `<author><name>${escapeXml(name)}</name></author>`);
  const topics = article.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`);
  return `<entry xml:lang="${escapeXml(article.lang)}">
<id>${escapeXml(address)}</id>
<title>${escapeXml(article.title)}</title>
<published>${toInstant(article.date, article.time)}</published>
<updated>${lastChange(article)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>
${[...authors, ...topics].join('\n')}
<summary>${escapeXml(article.summary)}</summary>
<content type="html" xml:base="${escapeXml(address)}">${escapeXml(html)}</content>
</entry>`;
}
