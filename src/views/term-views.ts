// The pages of topics, sections and authors. A term that grows past a page's length is cut by years, so that
// a new article rewrites its year's page and never pushes others from page to page.

import type { Article } from '../article/article.ts';
import { UNDATED, yearOf } from '../article/calendar-date.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { Archive, Taxonomy, Term } from '../archive/archive.ts';
import type { Count } from '../archive/calendar.ts';
import { findCompanions, type Companion } from '../archive/companions.ts';
import { findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { fitList, type ShownList } from './fit-lists.ts';
import type { FindPicture } from '../archive/pictures.ts';
import { leadPictures, withoutPictures, type LeadPicture } from './lead-pictures.ts';
import { listed, type Listed } from './listed.ts';

/** A term with at most this many articles stands on one page: a first visit stays within 14 KiB. */
const longestTerm = 50;

/** One with more articles than this lists them without their summaries, for the same reason. */
const longestWithSummaries = 30;

/** With so many articles, the first and the last stand apart. */
const fewestWithEnds = 6;

const companionsShown = 10;

/** A longer term's own page shows this many of its newest. */
const newestShown = 20;

export interface TermView extends ShownList {
  taxonomy: Taxonomy;
  name: string;
  slug: string;
  count: number;
  /** The articles of each year that has any, oldest first. */
  years: Count[];
  /** Whether it is cut by years, and only its newest articles are listed. */
  cut: boolean;
  withSummary: boolean;
  /** The picture of its newest article that has one, by that article's id. */
  leads: Record<string, LeadPicture>;
  /** Its oldest and its newest dated article, where it has more than a few. */
  ends: { first: Listed; last: Listed } | undefined;
  /** The topics that go with it. */
  companions: Companion[];
  /** What the keeper says of it. */
  note: TopicNote | undefined;
}

/** One year of a term that is cut by years. */
export interface TermYearView extends ShownList {
  taxonomy: Taxonomy;
  name: string;
  slug: string;
  /** `2023`, or `undated`. */
  year: string;
  /** Of all its articles. */
  count: number;
  neighbours: Neighbours<string>;
}

export function termViews(
  archive: Archive,
  taxonomy: Taxonomy,
  {
    findPicture = withoutPictures,
    topicNotes = [],
  }: { findPicture?: FindPicture; topicNotes?: readonly TopicNote[] } = {},
): TermView[] {
  const notes = new Map(
    (taxonomy === 'topics' ? topicNotes : []).map((note) => [
      archive.slugs.topics.get(note.name),
      note,
    ]),
  );
  return [...archive[taxonomy].values()].map((term) => {
    const cut = term.articles.length > longestTerm;
    return {
      taxonomy,
      name: term.name,
      slug: term.slug,
      count: term.articles.length,
      years: countByYear(term),
      ...fitList(cut ? term.articles.slice(0, newestShown) : term.articles, {
        withSummary: cut || term.articles.length <= longestWithSummaries,
      }),
      leads: leadPictures(
        cut ? term.articles.slice(0, newestShown) : term.articles,
        findPicture,
        1,
      ),
      cut,
      ends: endsOf(term),
      companions: findCompanions(archive, term, companionsShown),
      note: notes.get(term.slug),
    };
  });
}

function endsOf({ articles }: Term): TermView['ends'] {
  if (articles.length < fewestWithEnds) return undefined;
  const dated = articles.filter(({ date }) => date !== UNDATED);
  const [last, first] = [dated[0], dated.at(-1)];
  return first && last && first !== last ? { first: listed(first), last: listed(last) } : undefined;
}

export function termYearViews(archive: Archive, taxonomy: Taxonomy): TermYearView[] {
  return [...archive[taxonomy].values()]
    .filter(({ articles }) => articles.length > longestTerm)
    .flatMap((term) => {
      const byYear = groupByYear(term);
      const years = [...byYear.keys()].toSorted();
      const neighbours = findNeighbours(years.toReversed());
      return years.map((year) => ({
        taxonomy,
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
  Map.groupBy(articles, ({ date }) => yearOf(date) ?? UNDATED);
