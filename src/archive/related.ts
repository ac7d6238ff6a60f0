// Which articles belong together: those that share terms and tags which few others have. An inverted index keeps
// the cost near-linear: of a term that many share, only the articles nearest in time are looked at. Everything
// is a whole number that changes in steps, so that one more article changes few lists.

import type { Article } from '../article/article.ts';
import { isDay, UNDATED, type DateTag } from '../article/calendar-date.ts';
import { slugFor } from '../article/slug.ts';
import { hashTerm, unpackTerms } from '../article/terms.ts';
import { buildTermIndex, type Entry, type TermIndex } from './term-index.ts';

export type Comparable = Pick<Article, 'id' | 'date' | 'lang' | 'tags' | 'terms'>;

/** Of the articles that share a term, this many before and as many after in time are compared. */
const reach = 16;

/** How much a term counts by its place among an article's terms; a tag counts as the most telling words. */
const rankOfPlace = (place: number): number => (place < 8 ? 3 : place < 16 ? 2 : 1);
const rankOfTag = 3;

/**
 * The least score of what is shown, for each step of the archive's size (see `stepsOf`). Set by eye on archives
 * of a few hundred and of thousands of articles: below it, lists begin to hold what only sounds alike.
 */
const leastScorePerStep = 10;

/**
 * Finds the related articles of each article, the most related first, equals by nearness in date and then by
 * id. Words count among articles of one language, tags across all. Undated articles take part.
 *
 * @param newestFirst articles in the order of time
 * @param limit at most as many for each; fewer where fewer are related
 */
export function findRelated<T extends Comparable>(
  newestFirst: readonly T[],
  limit: number,
): Map<T, T[]> {
  const tagTerms = new Map<string, number>();
  const index = buildTermIndex(newestFirst.map((article) => entriesOf(article, tagTerms)));
  const leastScore = leastScorePerStep * stepsOf(newestFirst.length);
  const languageSizes = countBy(newestFirst, languageOf);
  const weights = weighTerms(index, newestFirst, languageSizes);
  const days = newestFirst.map(({ date }) => dayNumber(date));
  const scores = new Int32Array(newestFirst.length);
  const compare = (at: number, a: number, b: number): number =>
    (scores[b] as number) - (scores[a] as number) ||
    distance(days[at], days[a]) - distance(days[at], days[b]) ||
    ((newestFirst[a] as T).id < (newestFirst[b] as T).id ? -1 : 1);
  const sharing = new Uint32Array(newestFirst.length);
  return new Map(
    newestFirst.map((article, at) => {
      const count = scoreSharing(index, weights, at, scores, sharing);
      const best: number[] = [];
      for (let i = 0; i < count; i++) {
        const other = sharing[i] as number;
        if ((scores[other] as number) < leastScore) continue;
        insertInOrder(best, other, limit, (a, b) => compare(at, a, b));
      }
      for (let i = 0; i < count; i++) scores[sharing[i] as number] = 0;
      return [article, best.map((other) => newestFirst[other] as T)];
    }),
  );
}

const languageOf = ({ lang }: Comparable): string => lang.split('-')[0] ?? lang;

/** An article's terms with their ranks; a word is another term in another language. */
function entriesOf(article: Comparable, tagTerms: Map<string, number>): Entry[] {
  const language = hashTerm(languageOf(article));
  const words = unpackTerms(article.terms).map((hash, place) => ({
    term: hash ^ language,
    rank: rankOfPlace(place),
  }));
  return [
    ...article.tags.map((tag) => ({ term: tagTerm(tag, tagTerms), rank: rankOfTag })),
    ...words,
  ];
}

/** Tags that make one slug are one; the sign bit keeps them apart from words. */
function tagTerm(tag: string, tagTerms: Map<string, number>): number {
  const known = tagTerms.get(tag);
  if (known !== undefined) return known;
  const term = ~hashTerm(slugFor(tag));
  tagTerms.set(tag, term);
  return term;
}

/** The whole part of the binary logarithm of a count of at least 1. */
const stepsOf = (count: number): number => 31 - Math.clz32(count);

/** The size of a collection in steps of four times: an archive crosses one a few times in its life. */
const sizeInSteps = (size: number): number => stepsOf(size) & ~1;

/**
 * What a term is worth: more, the fewer articles have it. It changes only when their number doubles, or that of
 * all articles of the language grows fourfold; nothing where more than every second article has it.
 */
function weighTerms(
  index: TermIndex,
  articles: readonly Comparable[],
  languageSizes: ReadonlyMap<string, number>,
): Uint8Array {
  const allSteps = sizeInSteps(articles.length);
  return Uint8Array.from(index.terms, (term, i) => {
    const start = index.starts[i] as number;
    const count = (index.starts[i + 1] as number) - start;
    const holder = articles[index.holders[start] as number] as Comparable;
    const steps = term < 0 ? allSteps : sizeInSteps(languageSizes.get(languageOf(holder)) ?? 1);
    return Math.max(0, steps - stepsOf(count));
  });
}

/**
 * Adds up in `scores` what an article shares with others.
 *
 * @param sharing is given the others, whose scores are above zero
 * @returns how many they are
 */
function scoreSharing(
  index: TermIndex,
  weights: Uint8Array,
  at: number,
  scores: Int32Array,
  sharing: Uint32Array,
): number {
  const { entryStarts, entryTerms, entryPlaces, starts, holders, ranks } = index;
  let count = 0;
  const end = entryStarts[at + 1] as number;
  for (let entry = entryStarts[at] as number; entry < end; entry++) {
    const term = entryTerms[entry] as number;
    const weight = weights[term] as number;
    if (weight === 0) continue;
    const place = entryPlaces[entry] as number;
    const worth = weight * (ranks[place] as number);
    const first = Math.max(starts[term] as number, place - reach);
    const last = Math.min((starts[term + 1] as number) - 1, place + reach);
    for (let other = first; other <= last; other++) {
      const holder = holders[other] as number;
      if (holder === at) continue;
      if (scores[holder] === 0) sharing[count++] = holder;
      scores[holder] = (scores[holder] as number) + worth * (ranks[other] as number);
    }
  }
  return count;
}

/** Puts an item at its place in a list of the best, which grows no longer than `limit`. */
function insertInOrder(
  best: number[],
  item: number,
  limit: number,
  compare: (a: number, b: number) => number,
): void {
  let place = best.length;
  while (place > 0 && compare(item, best[place - 1] as number) < 0) place--;
  if (place >= limit) return;
  best.splice(place, 0, item);
  if (best.length > limit) best.pop();
}

/** Days since 1970; months and years stand for their middle. None for what is undated. */
function dayNumber(date: DateTag): number | undefined {
  if (date === UNDATED) return undefined;
  const day = isDay(date) ? date : date.length === 7 ? `${date}-15` : `${date}-07-01`;
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** In days; what is undated is farthest from everything. */
const distance = (a: number | undefined, b: number | undefined): number =>
  a === undefined || b === undefined ? 1e9 : Math.abs(a - b);

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
