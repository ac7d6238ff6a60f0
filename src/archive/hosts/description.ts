// What a host is told of the site, once: the headers of its files and where old addresses lead. Each host's file is
// printed from it.

import type { Article } from '../../article/article.ts';
import { addressesOf, type Tombstone } from '../ledger.ts';
import { paths } from '../urls.ts';

export interface HostDescription {
  /** The path that the site is served from, `/` or `/archive/`. */
  base: string;
  /** The headers of every file. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Decoded paths of this host, with the base; `/archive/?p=12` asks the front page. */
  redirects: readonly { from: string; to: string }[];
  /** Addresses whose pages say why nothing is there any more. */
  gone: readonly string[];
}

/** Names of files in these folders change with their bytes. The index is read in parts, which a host must not compress. */
export const keptForEver: readonly { folder: string; cache: string }[] = [
  { folder: '_astro/', cache: 'public, max-age=31536000, immutable' },
  ...['s', 'v', 'x'].map((name) => ({
    folder: `search-index/${name}/`,
    cache: 'public, max-age=31536000, immutable, no-transform',
  })),
];

/** Browsers keep everything else and ask each time whether it has changed. */
export const askedForEachTime = 'no-cache';

/** Types that hosts do not know by the names of files. */
export const types: readonly { path: string; type: string }[] = [
  { path: paths.feed, type: 'application/atom+xml; charset=utf-8' },
  { path: paths.rss, type: 'application/rss+xml; charset=utf-8' },
  { path: paths.jsonFeed, type: 'application/feed+json; charset=utf-8' },
  { path: paths.onThisDayCalendar, type: 'text/calendar; charset=utf-8' },
  { path: paths.opml, type: 'text/x-opml; charset=utf-8' },
];

/**
 * Describes a site for its hosts.
 *
 * @param policy the Content-Security-Policy of its pages
 */
export function describeHost(
  { base, policy }: { base: string; policy: string },
  newestFirst: readonly Article[],
  tombstones: readonly Tombstone[],
): HostDescription {
  const own = new Set(newestFirst.map(paths.article));
  const redirects = new Map<string, string>();
  for (const article of newestFirst) {
    const [to = '', ...aliases] = addressesOf(article);
    for (const from of aliases) {
      if (!own.has(from) && !redirects.has(from)) redirects.set(from, to);
    }
  }
  const withBase = (path: string): string => base + path.slice(1);
  return {
    base,
    headers: [
      // What a page cannot say of itself in its own policy: that no other page may frame it.
      ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'same-origin'],
      [
        'Permissions-Policy',
        'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      ],
    ],
    redirects: [...redirects]
      .map(([from, to]) => ({ from: withBase(from), to: withBase(to) }))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    gone: tombstones
      .map(({ address }) => withBase(address))
      .filter((address) => address.endsWith('/'))
      .toSorted(),
  };
}
