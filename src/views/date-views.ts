// The pages of dates: day, month, year, all years, a day in every year.

import {
  isDay,
  monthDays as everyMonthDay,
  type DateTag,
  type Day,
} from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
import type { Article } from '../article/article.ts';
import {
  countMonths,
  countYears,
  daysOf,
  layOutMonth,
  monthsOf,
  yearsOf,
  type CalendarMonth,
  type Count,
} from '../archive/calendar.ts';
import { shadesByYear, type Shades } from '../archive/shades.ts';
import { findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { fitList, fitLists, type ShownList } from './fit-lists.ts';
import type { FindPicture } from '../archive/pictures.ts';
import { leadPictures, withoutPictures, type LeadPicture } from './lead-pictures.ts';
import { listed, type Listed } from './listed.ts';

/**
 * Of the same day in other years, the nearest that have articles are listed: so many years before and after, and so
 * many articles of each. The page of that day lists all. Were the newest listed, one more article would rewrite the
 * pages of that day in every year.
 */
const otherYearsShown = { before: 3, after: 1, articles: 3 };

/** How many pictures stand on the page of a day. */
const picturesOfDay = 6;

/** A year with more articles than this is browsed by its calendars alone. */
const longestYearList = 100;

export interface DayView extends ShownList {
  day: Day;
  /** Of all its articles. */
  count: number;
  withSummary: boolean;
  /** The pictures of the first of its articles that have one, by id. */
  leads: Record<string, LeadPicture>;
  otherYears: Listed[];
  neighbours: Neighbours<Day>;
}

export interface MonthView {
  month: string;
  count: number;
  calendar: CalendarMonth;
  /** Of the days of its year. */
  shades: Shades;
  /** Newest first. */
  days: ({ day: Day } & ShownList)[];
  ofUnknownDay: ShownList;
  withSummary: boolean;
  neighbours: Neighbours<string>;
}

export interface YearView {
  year: string;
  count: number;
  months: { month: string; count: number; calendar: CalendarMonth }[];
  /** Of its days. */
  shades: Shades;
  /** None where there are too many to list. */
  articles: Listed[] | undefined;
  /** Those known to the year only, where the others are too many to list. */
  ofUnknownMonth: ShownList | undefined;
  neighbours: Neighbours<string>;
}

export interface DatesView {
  count: number;
  undatedCount: number;
  /** Every year from first to last. */
  years: YearCounts[];
  /** The year and the month with the most articles, the newest of equals; none where nothing is dated. */
  busiest: { year: Count; month: Count | undefined } | undefined;
}

/** A year with the articles of its twelve months. */
export interface YearCounts extends Count {
  months: number[];
}

export interface OnThisDayView {
  /** `11-12` */
  monthDay: string;
  /** Of all its articles. */
  count: number;
  /** The newest of each year; all of them where they fit. */
  articles: Listed[];
  withSummary: boolean;
  /** Where the day has few: those of the nearest days that have any, in the order of the calendar. */
  near: Listed[];
}

/** A day of the calendar with fewer articles than this is shown with the days around it. */
const fewOfDay = 4;

const none: Neighbours<never> = { older: undefined, newer: undefined };

function withNeighbours<T extends DateTag>(
  newestFirst: T[],
): { tag: T; neighbours: Neighbours<T> }[] {
  const neighbours = findNeighbours(newestFirst);
  return newestFirst.map((tag) => ({ tag, neighbours: neighbours.get(tag) ?? none }));
}

/** The articles of each calendar day `11-12`, by year, newest first. */
const groupByMonthDay = (archive: Archive): Map<string, Article[][]> =>
  new Map(
    [...Map.groupBy(archive.byDay.keys(), (day) => day.slice(5))].map(([monthDay, days]) => [
      monthDay,
      days.map((day) => archive.byDay.get(day) ?? []),
    ]),
  );

export function dayViews(archive: Archive, findPicture: FindPicture = withoutPictures): DayView[] {
  const days = daysOf(archive);
  const everyYear = Map.groupBy(days, (day) => day.slice(5));
  return withNeighbours(days).map(({ tag: day, neighbours }) => {
    const articles = archive.byDay.get(day) ?? [];
    return {
      day,
      neighbours,
      count: articles.length,
      leads: leadPictures(articles, findPicture, picturesOfDay),
      ...fitList(articles, { withSummary: true }),
      otherYears: nearestOthers(everyYear.get(day.slice(5)) ?? [], day).flatMap((other) =>
        (archive.byDay.get(other) ?? []).slice(0, otherYearsShown.articles).map(listed),
      ),
    };
  });
}

/** @param everyYear that day in each year that has articles on it, newest first */
function nearestOthers(everyYear: readonly Day[], day: Day): Day[] {
  const at = everyYear.indexOf(day);
  const { before, after } = otherYearsShown;
  return everyYear.slice(Math.max(0, at - after), at + before + 1).filter((other) => other !== day);
}

export function monthViews(archive: Archive): MonthView[] {
  const shades = shadesByYear(archive);
  return withNeighbours(monthsOf(archive)).map(({ tag: month, neighbours }) => {
    const articles = archive.byMonth.get(month) ?? [];
    const days = [...new Set(articles.map(({ date }) => date))].filter(isDay);
    const calendar = layOutMonth(month, archive);
    const { lists, withSummary } = fitLists(
      [
        articles.filter(({ date }) => !isDay(date)),
        ...days.map((day) => archive.byDay.get(day) ?? []),
      ],
      { withSummary: true },
    );
    const [ofUnknownDay = { articles: [], left: 0 }, ...ofDays] = lists;
    return {
      month,
      neighbours,
      calendar,
      count: articles.length,
      shades: shades.get(month.slice(0, 4)) ?? [],
      days: ofDays.map((list, i) => ({ day: days[i] as Day, ...list })),
      ofUnknownDay,
      withSummary,
    };
  });
}

export function yearViews(archive: Archive): YearView[] {
  const shades = shadesByYear(archive);
  return withNeighbours(yearsOf(archive)).map(({ tag: year, neighbours }) => {
    const articles = archive.byYear.get(year) ?? [];
    const ofYearOnly = articles.filter(({ date }) => date === year);
    const months = countMonths(year, archive).map(({ key, count }) => ({
      month: key,
      count,
      calendar: layOutMonth(key, archive),
    }));
    return {
      year,
      neighbours,
      months,
      count: articles.length,
      shades: shades.get(year) ?? [],
      articles: articles.length <= longestYearList ? articles.map(listed) : undefined,
      ofUnknownMonth:
        articles.length <= longestYearList || ofYearOnly.length === 0
          ? undefined
          : fitList(ofYearOnly, { withSummary: false }),
    };
  });
}

export function datesView(archive: Archive): DatesView {
  return {
    count: archive.newestFirst.length,
    undatedCount: archive.undated.length,
    years: countYears(archive).map((year) => ({
      ...year,
      months: year.count === 0 ? [] : countMonths(year.key, archive).map(({ count }) => count),
    })),
    busiest: findBusiest(archive),
  };
}

function findBusiest({ byYear, byMonth }: Archive): DatesView['busiest'] {
  const year = longest(byYear);
  return year && { year, month: longest(byMonth) };
}

const longest = (groups: ReadonlyMap<string, readonly Article[]>): Count | undefined =>
  [...groups]
    .map(([key, { length }]) => ({ key, count: length }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? 1 : -1))[0];

/** How many articles each calendar day has, `02-29`, in all years; none for a day without any. */
export const monthDayCounts = (archive: Archive): ReadonlyMap<string, number> =>
  new Map(
    [...groupByMonthDay(archive)].map(([monthDay, ofYears]) => [
      monthDay,
      ofYears.reduce((sum, { length }) => sum + length, 0),
    ]),
  );

/** One view for each of the 366 calendar days, those without articles included. */
export function onThisDayViews(archive: Archive, monthDays: readonly string[]): OnThisDayView[] {
  const byMonthDay = groupByMonthDay(archive);
  return monthDays.map((monthDay) => {
    const ofYears = byMonthDay.get(monthDay) ?? [];
    const count = ofYears.reduce((sum, { length }) => sum + length, 0);
    const { lists, withSummary } = fitLists(ofYears, { withSummary: true });
    return {
      monthDay,
      count,
      articles: lists.flatMap(({ articles }) => articles),
      withSummary,
      near: count >= fewOfDay ? [] : findNear(monthDay, byMonthDay),
    };
  });
}

/** The articles of other years on a day of the calendar, newest first, and, where those are few, of the days around it. */
export function nearMonthDay(archive: Archive, day: Day): { onDay: Listed[]; near: Listed[] } {
  const byMonthDay = groupByMonthDay(archive);
  const onDay = (byMonthDay.get(day.slice(5)) ?? []).flat().filter(({ date }) => date !== day);
  return {
    onDay: onDay.slice(0, fewOfDay).map(listed),
    near: onDay.length >= fewOfDay ? [] : findNear(day.slice(5), byMonthDay),
  };
}

/** Goes out from a day in both directions until at least five articles are found or the year is through. */
function findNear(monthDay: string, byMonthDay: ReadonlyMap<string, Article[][]>): Listed[] {
  const near: Listed[] = [];
  const at = everyMonthDay.indexOf(monthDay);
  const { length } = everyMonthDay;
  for (let distance = 1; near.length < 5 && distance <= length / 2; distance++) {
    for (const step of [-distance, distance]) {
      const other = everyMonthDay[(at + step + length) % length] ?? '';
      near.push(...(byMonthDay.get(other) ?? []).flat().slice(0, 2).map(listed));
    }
  }
  return near.toSorted((a, b) => (a.date.slice(5) < b.date.slice(5) ? -1 : 1));
}
