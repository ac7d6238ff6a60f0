// The pages of topics, sections and authors. A shelf that grows past a page's length is cut by years, so that
// a new article rewrites its year's page and never pushes others from page to page.

import type { Article } from '../article/article.ts';
import { yearOf } from '../article/calendar-date.ts';
import type { Archive, Shelf } from '../archive/archive.ts';
import type { Count } from '../archive/calendar.ts';
import { findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { listed, type Listed } from './listed.ts';

export type ShelfKind = 'topics' | 'sections' | 'authors';

/** A shelf with at most this many articles stands on one page. */
const longestShelf = 100;

/** A longer shelf's own page shows this many of its newest. */
const newestShown = 20;

export interface ShelfView {
  name: string;
  slug: string;
  count: number;
  /** The articles of each year that has any, oldest first. */
  years: Count[];
  /** All articles, or the newest of a shelf that is cut by years. */
  articles: Listed[];
  cut: boolean;
}

/** One year of a shelf that is cut by years. */
export interface ShelfYearView {
  name: string;
  slug: string;
  /** `2023`, or `undated`. */
  year: string;
  neighbours: Neighbours<string>;
  articles: Listed[];
}

export interface ShelvesView {
  shelves: { name: string; slug: string; count: number }[];
}

export function shelvesView(archive: Archive, kind: ShelfKind): ShelvesView {
  return {
    shelves: [...archive[kind].values()].map(({ name, slug, articles }) => ({
      name,
      slug,
      count: articles.length,
    })),
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
      articles: (cut ? shelf.articles.slice(0, newestShown) : shelf.articles).map(listed),
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
        articles: (byYear.get(year) ?? []).map(listed),
      }));
    });
}

const countByYear = (shelf: Shelf): Count[] =>
  [...groupByYear(shelf)]
    .map(([key, { length }]) => ({ key, count: length }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

const groupByYear = ({ articles }: Shelf): Map<string, Article[]> =>
  Map.groupBy(articles, ({ date }) => yearOf(date) ?? 'undated');
