// The pages of dates: day, month, year, all years, a day in every year.

import { isDay, type DateTag, type Day } from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
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
import { findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { listed, type Listed } from './listed.ts';

/**
 * Of the same day in other years, the nearest that have articles are listed: so many years before and after, and so
 * many articles of each. The page of that day lists all. Were the newest listed, one more article would rewrite the
 * pages of that day in every year.
 */
const otherYearsShown = { before: 3, after: 1, articles: 3 };

/** A year with more articles than this is browsed by its calendars alone. */
const longestYearList = 100;

export interface DayView {
  day: Day;
  articles: Listed[];
  otherYears: Listed[];
  neighbours: Neighbours<Day>;
}

export interface MonthView {
  month: string;
  count: number;
  calendar: CalendarMonth;
  most: number;
  /** Newest first. */
  days: { day: Day; articles: Listed[] }[];
  ofUnknownDay: Listed[];
  neighbours: Neighbours<string>;
}

export interface YearView {
  year: string;
  count: number;
  months: { month: string; count: number; calendar: CalendarMonth }[];
  /** The number of articles on its busiest day, for the shades of its calendars. */
  most: number;
  /** None where there are too many to list. */
  articles: Listed[] | undefined;
  neighbours: Neighbours<string>;
}

export interface DatesView {
  count: number;
  undatedCount: number;
  years: Count[];
}

export interface OnThisDayView {
  /** `11-12` */
  monthDay: string;
  articles: Listed[];
  /** Where the day has none: those of the nearest days that have any, in the order of the calendar. */
  near: Listed[];
}

const none: Neighbours<never> = { older: undefined, newer: undefined };

function withNeighbours<T extends DateTag>(
  newestFirst: T[],
): { tag: T; neighbours: Neighbours<T> }[] {
  const neighbours = findNeighbours(newestFirst);
  return newestFirst.map((tag) => ({ tag, neighbours: neighbours.get(tag) ?? none }));
}

/** The articles of each calendar day `11-12`, newest first. */
function groupByMonthDay(archive: Archive): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const article of archive.newestFirst) {
    if (!isDay(article.date)) continue;
    const monthDay = article.date.slice(5);
    const group = groups.get(monthDay);
    if (group) group.push(listed(article));
    else groups.set(monthDay, [listed(article)]);
  }
  return groups;
}

export function dayViews(archive: Archive): DayView[] {
  const days = daysOf(archive);
  const everyYear = Map.groupBy(days, (day) => day.slice(5));
  return withNeighbours(days).map(({ tag: day, neighbours }) => ({
    day,
    neighbours,
    articles: (archive.byDay.get(day) ?? []).map(listed),
    otherYears: nearestOthers(everyYear.get(day.slice(5)) ?? [], day).flatMap((other) =>
      (archive.byDay.get(other) ?? []).slice(0, otherYearsShown.articles).map(listed),
    ),
  }));
}

/** @param everyYear that day in each year that has articles on it, newest first */
function nearestOthers(everyYear: readonly Day[], day: Day): Day[] {
  const at = everyYear.indexOf(day);
  const { before, after } = otherYearsShown;
  return everyYear.slice(Math.max(0, at - after), at + before + 1).filter((other) => other !== day);
}

export function monthViews(archive: Archive): MonthView[] {
  return withNeighbours(monthsOf(archive)).map(({ tag: month, neighbours }) => {
    const articles = archive.byMonth.get(month) ?? [];
    const days = [...new Set(articles.map(({ date }) => date))].filter(isDay);
    const calendar = layOutMonth(month, archive);
    return {
      month,
      neighbours,
      calendar,
      count: articles.length,
      most: busiestDay(calendar),
      days: days.map((day) => ({ day, articles: (archive.byDay.get(day) ?? []).map(listed) })),
      ofUnknownDay: articles.filter(({ date }) => !isDay(date)).map(listed),
    };
  });
}

export function yearViews(archive: Archive): YearView[] {
  return withNeighbours(yearsOf(archive)).map(({ tag: year, neighbours }) => {
    const articles = archive.byYear.get(year) ?? [];
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
      most: Math.max(0, ...months.map(({ calendar }) => busiestDay(calendar))),
      articles: articles.length <= longestYearList ? articles.map(listed) : undefined,
    };
  });
}

function busiestDay(calendar: CalendarMonth): number {
  return Math.max(0, ...calendar.flat().map((cell) => cell?.count ?? 0));
}

export function datesView(archive: Archive): DatesView {
  return {
    count: archive.newestFirst.length,
    undatedCount: archive.undated.length,
    years: countYears(archive),
  };
}

/** One view for each of the 366 calendar days, those without articles included. */
export function onThisDayViews(archive: Archive, monthDays: readonly string[]): OnThisDayView[] {
  const byMonthDay = groupByMonthDay(archive);
  return monthDays.map((monthDay, at) => {
    const articles = byMonthDay.get(monthDay) ?? [];
    return {
      monthDay,
      articles,
      near: articles.length > 0 ? [] : findNear(at, monthDays, byMonthDay),
    };
  });
}

/** Goes out from a day in both directions until at least five articles are found or the year is through. */
function findNear(
  at: number,
  monthDays: readonly string[],
  byMonthDay: ReadonlyMap<string, Listed[]>,
): Listed[] {
  const near: Listed[] = [];
  for (let distance = 1; near.length < 5 && distance <= monthDays.length / 2; distance++) {
    for (const step of [-distance, distance]) {
      const monthDay = monthDays[(at + step + monthDays.length) % monthDays.length] ?? '';
      near.push(...(byMonthDay.get(monthDay) ?? []).slice(0, 2));
    }
  }
  return near.toSorted((a, b) => (a.date.slice(5) < b.date.slice(5) ? -1 : 1));
}
