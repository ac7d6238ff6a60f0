// All articles at once: their order, and where each belongs. An archive is made once per process and
// handed to whatever shows it.

import { compareNewestFirst, type Article } from '../article/article.ts';
import {
  isDay,
  monthOf,
  UNDATED,
  yearOf,
  type DateTag,
  type Day,
} from '../article/calendar-date.ts';
import { slugsOfNames } from './term-slugs.ts';

/** The lists of what articles have in common. */
export const taxonomies = ['topics', 'sections', 'authors'] as const;
export type Taxonomy = (typeof taxonomies)[number];

/** What articles have in common: a topic, a section or an author, with its articles newest first. */
export interface Term {
  /** As most of its articles write it. */
  name: string;
  slug: string;
  articles: Article[];
}

export interface Archive {
  newestFirst: readonly Article[];
  byId: ReadonlyMap<string, Article>;
  /** Each with its articles newest first; keys in the order newest first. */
  byDay: ReadonlyMap<Day, Article[]>;
  /** `2023-11` to all articles of the month, those known only to the month included. */
  byMonth: ReadonlyMap<string, Article[]>;
  /** `2023` to all articles of the year, those known only to the year included. */
  byYear: ReadonlyMap<string, Article[]>;
  /** Articles without any date. Those known to a month or a year only are partly dated, and stand there. */
  undated: readonly Article[];
  /** By slug, most articles first. */
  topics: ReadonlyMap<string, Term>;
  sections: ReadonlyMap<string, Term>;
  authors: ReadonlyMap<string, Term>;
  /** The slug of each name as it is written. */
  slugs: Readonly<Record<Taxonomy, ReadonlyMap<string, string>>>;
}

interface Terms {
  bySlug: Map<string, Term>;
  slugs: Map<string, string>;
}

/** Puts articles in order. Drafts are expected to have been left out already. */
export function buildArchive(articles: Iterable<Article>): Archive {
  const newestFirst = [...articles].toSorted(compareNewestFirst);
  const topics = groupByTerm(newestFirst, ({ tags }) => tags);
  const sections = groupByTerm(newestFirst, ({ section }) => (section ? [section] : []));
  const authors = groupByTerm(newestFirst, ({ authors }) => authors);
  return {
    newestFirst,
    byId: new Map(newestFirst.map((article) => [article.id, article])),
    byDay: group(newestFirst, ({ date }) => (isDay(date) ? date : undefined)),
    byMonth: group(newestFirst, ({ date }) => monthOf(date)),
    byYear: group(newestFirst, ({ date }) => yearOf(date)),
    undated: newestFirst.filter(({ date }) => date === UNDATED),
    topics: topics.bySlug,
    sections: sections.bySlug,
    authors: authors.bySlug,
    slugs: { topics: topics.slugs, sections: sections.slugs, authors: authors.slugs },
  };
}

function group(
  newestFirst: readonly Article[],
  keyOf: (article: Article) => string | undefined,
): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of newestFirst) {
    const key = keyOf(article);
    if (key === undefined) continue;
    const members = groups.get(key);
    if (members) members.push(article);
    else groups.set(key, [article]);
  }
  return groups;
}

/** Puts articles on the terms of their names; a term is called as most of its articles call it. */
function groupByTerm(
  newestFirst: readonly Article[],
  namesOf: (article: Article) => readonly string[],
): Terms {
  const slugs = slugsOfNames(new Set(newestFirst.toReversed().flatMap(namesOf)));
  const terms = new Map<string, { spellings: Map<string, number>; articles: Article[] }>();
  for (const article of newestFirst) {
    const seen = new Set<string>();
    for (const name of namesOf(article)) {
      const slug = slugs.get(name) ?? '';
      const term = terms.get(slug) ?? { spellings: new Map<string, number>(), articles: [] };
      term.spellings.set(name, (term.spellings.get(name) ?? 0) + 1);
      if (!seen.has(slug)) term.articles.push(article);
      seen.add(slug);
      terms.set(slug, term);
    }
  }
  const bySlug = [...terms]
    .map(([slug, { spellings, articles }]): [string, Term] => [
      slug,
      { slug, articles, name: commonest(spellings) },
    ])
    .toSorted(
      ([a, one], [b, other]) => other.articles.length - one.articles.length || (a < b ? -1 : 1),
    );
  return { bySlug: new Map(bySlug), slugs };
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].reduce((best, entry) =>
    entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
  )[0];
}

/** The first and last date tags of an archive; none where nothing is dated. */
export function spanOf(archive: Archive): { first: DateTag; last: DateTag } | undefined {
  const dated = archive.newestFirst.filter(({ date }) => date !== UNDATED);
  const last = dated[0];
  const first = dated.at(-1);
  return first && last ? { first: first.date, last: last.date } : undefined;
}
