// What a feed holds, whatever its format: entries as plain data, each with its instants.

import type { Article } from '../../article/article.ts';
import { isDay, UNDATED, type DateTag } from '../../article/calendar-date.ts';
import { instantOf } from '../../article/clock-time.ts';
import { modifiedDay } from '../structured-data.ts';
import { paths } from '../urls.ts';

export interface Feed {
  title: string;
  description: string;
  /** The site's address. */
  address: string;
  /** The feed's own path and that of the page it stands for. */
  path: string;
  page: string;
  author: string;
  licence: string;
  language: string;
  /** Where the history goes on (RFC 5005 §4). */
  history?: {
    /** Whether it is an archive document: one that holds its entries for good. */
    isArchive: boolean;
    /** The path of the archive document with the entries before these; none with the first. */
    previous?: string | undefined;
  };
}

export interface FeedEntry {
  /** Where it can be read; with the site's address it is the entry's id, unless that is named. */
  path: string;
  id?: string;
  title: string;
  lang: string;
  /** RFC 3339; none where no date is known. */
  published?: string | undefined;
  /** RFC 3339. */
  updated: string;
  authors: readonly string[];
  topics: readonly string[];
  summary: string;
  /** The whole as HTML, with whole addresses. */
  html?: string | undefined;
}

/**
 * A date tag as the instant that RFC 3339 demands: the clock time where it is known with its zone, else noon in UTC,
 * which is the same civil day in nearly every zone; of a month or a year its first day.
 */
export function toInstant(date: DateTag, time?: string): string {
  if (date === UNDATED) return '0001-01-01T12:00:00Z';
  const day = isDay(date) ? date : `${date}-01-01`.slice(0, 10);
  return instantOf(day, time) ?? `${day}T12:00:00Z`;
}

/**
 * An instant that is over: readers of feeds hide what is of the future, or keep it on top. One that is not over becomes
 * the beginning of the present day in UTC, so that the same articles give the same feed all morning.
 *
 * @param now in milliseconds since 1970
 */
export const inThePast = (instant: string, now: number): string =>
  Date.parse(instant) <= now ? instant : `${new Date(now).toISOString().slice(0, 10)}T00:00:00Z`;

/** An article as feeds list it. */
export function feedEntry(article: Article, now: number): FeedEntry {
  const { title, lang, authors, tags, summary, date, time } = article;
  return {
    path: paths.article(article),
    title,
    lang,
    published: date === UNDATED ? undefined : inThePast(toInstant(date, time), now),
    updated: inThePast(lastChange(article), now),
    authors,
    topics: tags,
    summary,
  };
}

/** When a text last changed, a correction included; never before it was published. */
function lastChange(article: Article): string {
  const published = toInstant(article.date, article.time);
  const modified = modifiedDay(article);
  return (modified && latest([published, toInstant(modified)])) ?? published;
}

/** The latest of some instants; as text they would not compare, for their offsets differ. */
export function latest(instants: readonly string[]): string | undefined {
  return instants.reduce<string | undefined>(
    (last, one) => (last !== undefined && Date.parse(last) >= Date.parse(one) ? last : one),
    undefined,
  );
}
