// The pages of topics, sections and authors. A term that grows past a page's length is cut by years, so that
// a new article rewrites its year's page and never pushes others from page to page.

import type { Article } from '../article/article.ts';
import { yearOf } from '../article/calendar-date.ts';
import type { Archive, Term } from '../archive/archive.ts';
import type { Count } from '../archive/calendar.ts';
import { findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { fitList, takeFitting, weightOf, type ShownList } from './fit-lists.ts';

export type Taxonomy = 'topics' | 'sections' | 'authors';

/** A term with at most this many articles stands on one page. */
const longestTerm = 100;

/** One with more articles than this lists them without their summaries: a first visit stays within 14 KiB. */
const longestWithSummaries = 30;

/** A longer term's own page shows this many of its newest. */
const newestShown = 20;

/** The markup of one in the list of all, in bytes. */
const entryMarkup = 160;

export interface TermView extends ShownList {
  name: string;
  slug: string;
  count: number;
  /** The articles of each year that has any, oldest first. */
  years: Count[];
  /** Whether it is cut by years, and only its newest articles are listed. */
  cut: boolean;
  withSummary: boolean;
}

/** One year of a term that is cut by years. */
export interface TermYearView extends ShownList {
  name: string;
  slug: string;
  /** `2023`, or `undated`. */
  year: string;
  /** Of all its articles. */
  count: number;
  neighbours: Neighbours<string>;
}

export interface TaxonomyView {
  count: number;
  /** Those with the most articles first, as many as a page holds. */
  terms: { name: string; slug: string; count: number }[];
}

export function taxonomyView(archive: Archive, kind: Taxonomy): TaxonomyView {
  const terms = [...archive[kind].values()].map(({ name, slug, articles }) => ({
    name,
    slug,
    count: articles.length,
  }));
  return {
    count: terms.length,
    terms: takeFitting(terms, ({ name, slug }) => entryMarkup + weightOf(name) + weightOf(slug)),
  };
}

export function termViews(archive: Archive, kind: Taxonomy): TermView[] {
  return [...archive[kind].values()].map((term) => {
    const cut = term.articles.length > longestTerm;
    return {
      name: term.name,
      slug: term.slug,
      count: term.articles.length,
      years: countByYear(term),
      ...fitList(cut ? term.articles.slice(0, newestShown) : term.articles, {
        withSummary: cut || term.articles.length <= longestWithSummaries,
      }),
      cut,
    };
  });
}

export function termYearViews(archive: Archive, kind: Taxonomy): TermYearView[] {
  return [...archive[kind].values()]
    .filter(({ articles }) => articles.length > longestTerm)
    .flatMap((term) => {
      const byYear = groupByYear(term);
      const years = [...byYear.keys()].toSorted();
      const neighbours = findNeighbours(years.toReversed());
      return years.map((year) => ({
        name: term.name,
        slug: term.slug,
        year,
        neighbours: neighbours.get(year) ?? { older: undefined, newer: undefined },
        count: byYear.get(year)?.length ?? 0,
        ...fitList(byYear.get(year) ?? [], { withSummary: false }),
      }));
    });
}

const countByYear = (term: Term): Count[] =>
  [...groupByYear(term)]
    .map(([key, { length }]) => ({ key, count: length }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));

const groupByYear = ({ articles }: Term): Map<string, Article[]> =>
  Map.groupBy(articles, ({ date }) => yearOf(date) ?? 'undated');
