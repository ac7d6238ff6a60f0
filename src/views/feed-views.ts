// What each feed lists. The newest articles and the archive documents are given in full, feeds of topics, sections and
// authors with summaries: an article stands in several of those, and its whole text is one link away.

import type { Article } from '../article/article.ts';
import {
  formatMonthDay,
  monthOf,
  UNDATED,
  yearOf,
  type DateTag,
} from '../article/calendar-date.ts';
import type { Archive, Taxonomy } from '../archive/archive.ts';
import { printArticleList } from '../archive/feeds/article-list.ts';
import { feedEntry, type FeedEntry } from '../archive/feeds/feed.ts';
import type { YearlyEvent } from '../archive/feeds/icalendar.ts';
import { ledLinks, linkResolver } from '../archive/links.ts';
import { planPictures, type ShownPicture } from '../archive/pictures.ts';
import { absolute, feedPath, paths } from '../archive/urls.ts';
import type { ArchiveFiles } from './article-view.ts';

/** So many articles stand in the feeds of the newest. */
const newestShown = 50;

/** So many stand in the feed of a topic, a section or an author. */
const ofTermShown = 20;

/** An archive document with more words than this, about 20 MB, gives summaries: feed readers take a document whole. */
const longestInFull = 3_000_000;

/** An article with what its whole text is rendered with. */
export interface FullEntry {
  entry: FeedEntry;
  /** None where the summary has to do. */
  text?:
    | { article: Article; pictures: Record<string, ShownPicture>; links: Record<string, string> }
    | undefined;
}

export interface ArchiveDocument {
  /** The month, the year or `undated`: what its articles are known to be of. */
  period: DateTag;
  /** The path of the document with what came before. */
  previous: string | undefined;
  entries: FullEntry[];
}

const isDated = ({ date }: Article): boolean => date !== UNDATED;

type MakeEntry = (article: Article) => FullEntry;

function fullEntries(archive: Archive, files: ArchiveFiles, now: number): MakeEntry {
  const resolve = linkResolver(archive.newestFirst, files.findFile);
  return (article) => ({
    entry: feedEntry(article, now),
    text: {
      article,
      pictures: planPictures(article, files.findPicture).shown,
      links: ledLinks(article, resolve),
    },
  });
}

/** The newest dated articles, and the path of the newest archive document. */
export function newestFeed(
  archive: Archive,
  files: ArchiveFiles,
  now: number,
): { entries: FullEntry[]; previous: string | undefined } {
  const newest = archive.newestFirst[0];
  return {
    entries: archive.newestFirst
      .filter(isDated)
      .slice(0, newestShown)
      .map(fullEntries(archive, files, now)),
    previous: newest && feedPath(paths.date(periodOf(newest))),
  };
}

/** All articles, each in the document of its month, newest first; those of a year or of no date in documents of their own. */
export function archiveDocuments(
  archive: Archive,
  files: ArchiveFiles,
  now: number,
): ArchiveDocument[] {
  const inFull = fullEntries(archive, files, now);
  const periods = [...Map.groupBy(archive.newestFirst, periodOf)];
  return periods.map(([period, articles], at) => {
    const before = periods[at + 1];
    const words = articles.reduce((sum, article) => sum + article.wordCount, 0);
    return {
      period,
      previous: before && feedPath(paths.date(before[0])),
      entries: articles.map(
        words <= longestInFull ? inFull : (article) => ({ entry: feedEntry(article, now) }),
      ),
    };
  });
}

const periodOf = ({ date }: Article): DateTag => monthOf(date) ?? yearOf(date) ?? UNDATED;

export interface TermFeed {
  name: string;
  slug: string;
  entries: FeedEntry[];
}

/** The feed of each topic, section or author: its newest articles. */
export function termFeeds(archive: Archive, kind: Taxonomy, now: number): TermFeed[] {
  return [...archive[kind].values()].map(({ name, slug, articles }) => ({
    name,
    slug,
    entries: articles.slice(0, ofTermShown).map((article) => feedEntry(article, now)),
  }));
}

/** So many past days stand in the feed of what was in the news on them. */
const pastDays = 7;

/** So many articles of one calendar day are listed. */
const ofDayShown = 20;

const dayMs = 86_400_000;

/** The present day in UTC and those before it, each with the articles of that day in other years. */
export function onThisDayFeed(
  archive: Archive,
  { address, language }: { address: string; language: string },
  now: number,
): FeedEntry[] {
  const byMonthDay = groupByMonthDay(archive);
  return Array.from({ length: pastDays }, (_, i) =>
    new Date(now - i * dayMs).toISOString(),
  ).flatMap((instant): FeedEntry[] => {
    const day = instant.slice(0, 10);
    const articles = (byMonthDay.get(day.slice(5)) ?? []).filter(({ date }) => date < day);
    if (articles.length === 0) return [];
    const path = paths.onThisDay(day);
    return [
      {
        path,
        id: `${absolute(address, path)}#${day.slice(0, 4)}`,
        title: formatMonthDay(day.slice(5), language),
        lang: language,
        published: `${day}T00:00:00Z`,
        updated: `${day}T00:00:00Z`,
        authors: [],
        topics: [],
        summary: listInWords(articles.slice(0, 3)),
        html: printArticleList(articles.slice(0, ofDayShown), address),
      },
    ];
  });
}

/** What was in the news on each day of the year, as events that begin in the first of its years. */
export function onThisDayEvents(
  archive: Archive,
  { address, language }: { address: string; language: string },
): YearlyEvent[] {
  return [...groupByMonthDay(archive)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([monthDay, articles]) => {
      const first = articles.at(-1) as Article;
      const url = absolute(address, paths.onThisDay(first.date));
      return {
        uid: url,
        day: first.date,
        title: `${formatMonthDay(monthDay, language)}: ${listInWords(articles.slice(0, 1))}`,
        text: articles
          .slice(0, ofDayShown)
          .map(
            (article) => `${listInWords([article])}\n${absolute(address, paths.article(article))}`,
          )
          .join('\n'),
        url,
      };
    });
}

const listInWords = (articles: readonly Article[]): string =>
  articles.map(({ title, date }) => `${title} (${yearOf(date)})`).join('; ');

/** The articles of each calendar day `11-12`, newest first. */
const groupByMonthDay = ({ byDay }: Archive): Map<string, Article[]> =>
  new Map(
    [...Map.groupBy(byDay, ([day]) => day.slice(5))].map(([monthDay, days]) => [
      monthDay,
      days.flatMap(([, articles]) => articles),
    ]),
  );
