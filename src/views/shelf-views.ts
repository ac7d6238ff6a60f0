// The pages of topics, sections and authors. A shelf that grows past a page's length is cut by years, so that
// a new article rewrites its year's page and never pushes others from page to page.

import type { Article } from '../article/article.ts';
import { yearOf } from '../article/calendar-date.ts';
import type { Archive, Shelf } from '../archive/archive.ts';
import type { Count } from '../archive/calendar.ts';
import { findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { fitList, takeFitting, weightOf, type ShownList } from './fit-lists.ts';

export type ShelfKind = 'topics' | 'sections' | 'authors';

/** A shelf with at most this many articles stands on one page. */
const longestShelf = 100;

/** One with more articles than this lists them without their summaries: a first visit stays within 14 KiB. */
const longestWithSummaries = 30;

/** A longer shelf's own page shows this many of its newest. */
const newestShown = 20;

/** The markup of one in the list of all, in bytes. */
const entryMarkup = 160;

export interface ShelfView extends ShownList {
  name: string;
  slug: string;
  count: number;
  /** The articles of each year that has any, oldest first. */
  years: Count[];
  /** Whether it is cut by years, and only its newest articles are listed. */
  cut: boolean;
  withSummary: boolean;
}

/** One year of a shelf that is cut by years. */
export interface ShelfYearView extends ShownList {
  name: string;
  slug: string;
  /** `2023`, or `undated`. */
  year: string;
  /** Of all its articles. */
  count: number;
  neighbours: Neighbours<string>;
}

export interface ShelvesView {
  count: number;
  /** Those with the most articles first, as many as a page holds. */
  shelves: { name: string; slug: string; count: number }[];
}

export function shelvesView(archive: Archive, kind: ShelfKind): ShelvesView {
  const shelves = [...archive[kind].values()].map(({ name, slug, articles }) => ({
    name,
    slug,
    count: articles.length,
  }));
  return {
    count: shelves.length,
    shelves: takeFitting(
      shelves,
      ({ name, slug }) => entryMarkup + weightOf(name) + weightOf(slug),
    ),
  };
}

export function shelfViews(archive: Archive, kind: ShelfKind): ShelfView[] {
  return [...archive[kind].values()].map((shelf) => {
    const cut = shelf.articles.length > longestShelf;
    return {
      name: shelf.name,
      slug: shelf.slug,
      count: shelf.articles.length,
      years: countByYear(shelf),
      ...fitList(cut ? shelf.articles.slice(0, newestShown) : shelf.articles, {
        withSummary: cut || shelf.articles.length <= longestWithSummaries,
      }),
      cut,
    };
  });
}

export function shelfYearViews(archive: Archive, kind: ShelfKind): ShelfYearView[] {
  return [...archive[kind].values()]
    .filter(({ articles }) => articles.length > longestShelf)
    .flatMap((shelf) => {
      const byYear = groupByYear(shelf);
      const years = [...byYear.keys()].toSorted();
      const neighbours = findNeighbours(years.toReversed());
      return years.map((year) => ({
        name: shelf.name,
        slug: shelf.slug,
        year,
        neighbours: neighbours.get(year) ?? { older: undefined, newer: undefined },
        count: byYear.get(year)?.length ?? 0,
        ...fitList(byYear.get(year) ?? [], { withSummary: false }),
      }));
    });
}

const countByYear = (shelf: Shelf): Count[] =>
  [...groupByYear(shelf)]
    .map(([key, { length }]) => ({ key, count: length }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

const groupByYear = ({ articles }: Shelf): Map<string, Article[]> =>
  Map.groupBy(articles, ({ date }) => yearOf(date) ?? 'undated');
