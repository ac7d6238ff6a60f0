// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).

import { absolute } from '../urls.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** Prints a feed; its entries stay in their order, the newest first. */
export function printJsonFeed(feed: Feed, entries: readonly FeedEntry[]): string {
  const { address } = feed;
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: absolute(address, feed.page),
    feed_url: absolute(address, feed.path),
    language: feed.language,
    authors: [{ name: feed.author }],
    items: entries.map((entry) => {
      const url = absolute(address, entry.path);
      return {
        id: entry.id ?? url,
        url,
        title: entry.title,
        summary: entry.summary,
        ...(entry.html === undefined
          ? { content_text: entry.summary }
          : { content_html: entry.html }),
        date_published: entry.published,
        date_modified: entry.updated,
        language: entry.lang,
        ...(entry.authors.length > 0 && { authors: entry.authors.map((name) => ({ name })) }),
        ...(entry.topics.length > 0 && { tags: entry.topics }),
      };
    }),
  })}\n`;
}
