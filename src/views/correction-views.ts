// What was put right, archive-wide.

import type { Article } from '../article/article.ts';
import type { Day } from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
import { inThePast, toInstant, type FeedEntry } from '../archive/feeds/feed.ts';
import { paths } from '../archive/urls.ts';
import { listed, type Listed } from './listed.ts';

export interface Correction {
  article: Listed;
  /** Its place among the article's corrections, counted from 1. */
  number: number;
  /** None where the keeper named no day. */
  date: Day | undefined;
  note: string;
}

/** All corrections, the last first, then those without a day; of one day in the order of their articles. */
export const listCorrections = ({ newestFirst }: Pick<Archive, 'newestFirst'>): Correction[] =>
  newestFirst
    .flatMap((article) =>
      article.corrections
        .map(({ date, note }, i) => ({ article: listed(article), number: i + 1, date, note }))
        .toReversed(),
    )
    .toSorted((a, b) => compareDays(a.date, b.date));

const compareDays = (a: Day = '', b: Day = ''): number => (a < b ? 1 : a > b ? -1 : 0);

/** A page of corrections: those of one year, or the newest where they are too many for one. */
export interface CorrectionsView {
  /** None on the page of all. */
  year: string | undefined;
  count: number;
  corrections: Correction[];
  /** The years that have pages of their own, newest first; none where one page holds all. */
  years: string[];
}

/** With more than these, each year has its own page. */
const longestPage = 100;

const withoutDay = 'undated';

export function correctionsViews(archive: Pick<Archive, 'newestFirst'>): CorrectionsView[] {
  const all = listCorrections(archive);
  const byYear =
    all.length <= longestPage
      ? new Map<string, Correction[]>()
      : Map.groupBy(all, ({ date }) => date?.slice(0, 4) ?? withoutDay);
  const years = [...byYear.keys()];
  return [
    { year: undefined, count: all.length, corrections: all.slice(0, longestPage), years },
    ...[...byYear].map(([year, corrections]) => ({
      year,
      count: corrections.length,
      corrections,
      years: [],
    })),
  ];
}

/** So many stand in the feed. */
const inFeed = 50;

/** The feed's entries: those with a day, the last first. */
export function correctionEntries(
  archive: Pick<Archive, 'newestFirst' | 'byId'>,
  now: number,
): FeedEntry[] {
  return listCorrections(archive)
    .filter(({ date }) => date !== undefined)
    .slice(0, inFeed)
    .map((correction) => correctionEntry(correction, archive.byId.get(correction.article.id), now));
}

function correctionEntry(
  { article, number, date, note }: Correction,
  { authors = [], tags = [] }: Partial<Pick<Article, 'authors' | 'tags'>> = {},
  now: number,
): FeedEntry {
  const instant = inThePast(toInstant(date ?? ''), now);
  return {
    path: `${paths.article(article)}#${correctionId(number)}`,
    title: article.title,
    lang: article.lang,
    published: instant,
    updated: instant,
    authors,
    topics: tags,
    summary: note,
  };
}

/** The id of a correction on its article's page. */
export const correctionId = (number: number): string => `site-correction-${number}`;
