// OPML 2.0 (http://opml.org/spec2.opml): a list of feeds that feed readers take in one go.

import { absolute } from '../urls.ts';
import { escapeXml } from '../xml.ts';

/** A feed of the site, with the page it stands for. */
export interface FeedLink {
  title: string;
  path: string;
  page: string;
}

/** Feeds of one kind: `Topics`. */
export interface FeedGroup {
  title: string;
  /** The page that leads to theirs. */
  page: string;
  feeds: readonly FeedLink[];
}

/** Prints groups of feeds as a list of subscriptions; groups without feeds are left out. */
export function printOpml(title: string, groups: readonly FeedGroup[], address: string): string {
  const outlines = groups
    .filter(({ feeds }) => feeds.length > 0)
    .map(
      (group) =>
        `<outline text="${escapeXml(group.title)}">\n${group.feeds
          .map((feed) => outline(feed, address))
          .join('\n')}\n</outline>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>${escapeXml(title)}</title></head>
<body>
${outlines.join('\n')}
</body>
</opml>
`;
}

// `rss` is the type of every feed here, whatever its format.
const outline = ({ title, path, page }: FeedLink, address: string): string =>
  `<outline type="rss" text="${escapeXml(title)}" title="${escapeXml(title)}" xmlUrl="${escapeXml(absolute(address, path))}" htmlUrl="${escapeXml(absolute(address, page))}"/>`;
