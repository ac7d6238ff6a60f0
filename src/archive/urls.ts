// Every address of the site is made here, below the base path that it is served from.

import type { Article } from '../article/article.ts';
import { UNDATED, yearOf, type DateTag, type Day } from '../article/calendar-date.ts';

/** Paths begin and end with a slash and do not hold the base; `withBase` adds it where a page links. */
export const paths = {
  front: '/',
  dates: '/dates/',
  undated: `/${UNDATED}/`,
  topics: '/topics/',
  sections: '/sections/',
  authors: '/authors/',
  search: '/search/',
  about: '/about/',
  /** What the archive holds and lacks, and its figures for programs. */
  coverage: '/about/coverage/',
  coverageFigures: '/about/coverage/figures.json',
  feed: '/feed.xml',
  rss: '/rss.xml',
  jsonFeed: '/feed.json',
  feeds: '/feeds/',
  opml: '/feeds/all.opml',
  watches: '/watches/',
  corrections: '/corrections/',
  /** Explains the manifest, and checks a page against it. */
  proof: '/proof/',
  /** All files with their SHA-256, as `sha256sum` prints them. */
  manifest: '/manifest-sha256.txt',
  onThisDayCalendar: '/on-this-day/calendar.ics',
  article: (article: Pick<Article, 'id'>): string => `/${article.id}/`,
  /** The page of a day, a month, a year, or of what is undated. */
  date: (tag: DateTag): string => `/${tag.replaceAll('-', '/')}/`,
  onThisDays: '/on-this-day/',
  onThisDay: (day: Day): string => `/on-this-day/${day.slice(5)}/`,
  /**
   * The picture that stands for an article on other sites: its own `/2023/11/12/flood/share.png`, that of its year
   * `/2023/share.png` (`/undated/share.png`), or none.
   */
  sharePicture: (
    { id, date }: Pick<Article, 'id' | 'date'>,
    kind: 'articles' | 'years' | 'none',
  ): string | undefined =>
    kind === 'none'
      ? undefined
      : `/${kind === 'articles' ? id : (yearOf(date) ?? UNDATED)}/share.png`,
} as const;

/** The page of one topic, section or author, below the page of them all. */
export const termPath = (kindPath: string, slug: string): string => `${kindPath}${slug}/`;

/** The feed of a page: `/topics/floods/feed.xml`, `/2023/11/feed.xml`. */
export const feedPath = (page: string): string => `${page}feed.xml`;

/**
 * The page of the names that begin alike, below the page of them all. No slug begins with `~`, so none has its address.
 *
 * @param key see `beginningKey`
 */
export const letterPath = (kindPath: string, key: string): string => `${kindPath}~${key}/`;

/** A search with some of its parameters, `/search/?from=2023&topic=Floods`. */
export const searchFor = (
  narrowed: Partial<Record<'q' | 'from' | 'to' | 'topic' | 'section' | 'author', string>>,
): string => `${paths.search}?${new URLSearchParams(narrowed)}`;

/** The path part of a site's address, `/` or `/archive/`. */
export const basePath = (address: string): string => new URL(address).pathname.replace(/\/*$/, '/');

/** A path as a page links to it: below the base. */
export function withBase(base: string, path: string): string {
  return base + (path.startsWith('/') ? path.slice(1) : path);
}

/** A path as an address has it: `/flood/the plain#1.jpg` is `/flood/the%20plain%231.jpg`. */
export const encodePath = (path: string): string =>
  encodeURI(path).replace(/[?#]/g, encodeURIComponent);

const roots = new Map<string, string>();

/** A path with the site's whole address. */
export function absolute(address: string, path: string): string {
  let root = roots.get(address);
  if (root === undefined) {
    roots.set(address, (root = new URL(address).origin + basePath(address)));
  }
  return withBase(root, path);
}
