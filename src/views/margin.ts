// What stands beside an article that has nothing related and is the only one of its day: its margin would be empty.
// It is chosen so that one more article changes the margins of its neighbours alone.

import type { Archive, Term } from '../archive/archive.ts';
import type { Article } from '../article/article.ts';
import { UNDATED } from '../article/calendar-date.ts';
import { listed, type Listed } from './listed.ts';

/** How many of the articles on the same topics are listed. */
const onTopicsShown = 4;

/** How many before an article in time, and how many after it. */
const nearShown = 2;

export interface Margin {
  /** The nearest before and after it on each of its topics, newest first. */
  onTopics: Listed[];
  /** The nearest before and after it in time, newest first, but those on its topics. */
  near: Listed[];
}

const placesInTerms = new WeakMap<Term, Map<Article, number>>();

/** Where each article stands among those of a term; made once for a term. */
function placesIn(term: Term): Map<Article, number> {
  let places = placesInTerms.get(term);
  if (!places) {
    placesInTerms.set(term, (places = new Map(term.articles.map((article, i) => [article, i]))));
  }
  return places;
}

/** @param at the place of the article in the archive's order */
export function marginOf(archive: Archive, article: Article, at: number): Margin {
  const { newestFirst, topics, slugs } = archive;
  const places = new Set<Article>();
  for (const tag of article.tags) {
    const term = topics.get(slugs.topics.get(tag) ?? '');
    const place = term && placesIn(term).get(article);
    if (!term || place === undefined) continue;
    for (const other of [term.articles[place + 1], term.articles[place - 1]]) {
      if (other && places.size < onTopicsShown) places.add(other);
    }
  }
  const around = [
    ...newestFirst.slice(Math.max(0, at - nearShown), at),
    ...newestFirst.slice(at + 1, at + 1 + nearShown),
  ];
  const isPlaced = article.date !== UNDATED;
  return {
    onTopics: [...places].toSorted(byDate).map(listed),
    near: around
      .filter((other) => isPlaced && other.date !== UNDATED && !places.has(other))
      .map(listed),
  };
}

const byDate = (a: Article, b: Article): number =>
  a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1;
