// Which articles belong together: those that share terms and tags which few others have. An inverted index keeps
// the cost near-linear: of a term that many share, only the articles nearest in time are looked at.
//
// Each article picks the most related among those before it, by what was rare at its time, and is listed where it
// picked. So, in an archive that has some size, a list that stands is not moved by what is published later, except
// where a later article picks its article: publishing one more changes no more lists than it picks.

import type { Article } from '../article/article.ts';
import { isDay, UNDATED, type DateTag } from '../article/calendar-date.ts';
import { hashTerm, unpackTerms } from '../article/terms.ts';
import { lettersOf } from './term-slugs.ts';
import { buildTermIndex, type Entry, type TermIndex } from './term-index.ts';

export type Comparable = Pick<Article, 'id' | 'date' | 'lang' | 'tags' | 'terms'>;

/** Of the articles that share a term, this many before it in time are compared with an article. */
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
 * What is rare is judged by this many articles at least, as far as there are so many: the oldest ones share one
 * judgement, for by the first hundred alone, nearly every word is rare.
 */
export const leastJudged = 2_000;

/** An article that another one picked, or that picked it, by its place in time. */
interface Bond {
  other: number;
  /** In hundredths of a point for each step of the archive's size when the later of the two was published. */
  strength: number;
}

/**
 * Finds the related articles of each article, the most related first, equals by nearness in date and then by
 * id. Words count among articles of one language, tags across all. Undated articles take part, as the oldest.
 *
 * @param newestFirst articles in the order of time
 * @param limit at most as many for each; fewer where fewer are related
 * @param shows tells whether an article's page shows another one already, for another reason
 */
export function findRelated<T extends Comparable>(
  newestFirst: readonly T[],
  limit: number,
  shows: (article: T, other: T) => boolean = () => false,
): Map<T, T[]> {
  const tagTerms = new Map<string, number>();
  const index = buildTermIndex(newestFirst.map((article) => entriesOf(article, tagTerms)));
  const judged = judge(index, newestFirst);
  const days = newestFirst.map(({ date }) => dayNumber(date));
  const scores = new Int32Array(newestFirst.length);
  const sharing = new Uint32Array(newestFirst.length);
  const before =
    (at: number) =>
    (a: Bond, b: Bond): boolean =>
      (b.strength - a.strength ||
        distance(days[at], days[a.other]) - distance(days[at], days[b.other]) ||
        ((newestFirst[a.other] as T).id < (newestFirst[b.other] as T).id ? -1 : 1)) < 0;
  const bonds: Bond[][] = newestFirst.map(() => []);
  const tie = (at: number, bond: Bond): void => {
    if (shows(newestFirst[at] as T, newestFirst[bond.other] as T)) return;
    insertInOrder(bonds[at] as Bond[], bond, limit, before(at));
  };
  newestFirst.forEach((article, at) => {
    const steps = stepsOf(judged.sizeAt(at));
    const count = scoreOlder(index, at, judged, scores, sharing);
    const picked: Bond[] = [];
    for (let i = 0; i < count; i++) {
      const other = sharing[i] as number;
      const score = scores[other] as number;
      scores[other] = 0;
      if (score < leastScorePerStep * steps) continue;
      const strength = Math.round((100 * score) / steps);
      if (shows(article, newestFirst[other] as T)) tie(other, { other: at, strength });
      else insertInOrder(picked, { other, strength }, limit, before(at));
    }
    for (const { other, strength } of picked) {
      tie(at, { other, strength });
      tie(other, { other: at, strength });
    }
  });
  return new Map(
    newestFirst.map((article, at) => [
      article,
      (bonds[at] as Bond[]).map(({ other }) => newestFirst[other] as T),
    ]),
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

/** Tags of the same letters are one; the sign bit keeps them apart from words. */
function tagTerm(tag: string, tagTerms: Map<string, number>): number {
  const known = tagTerms.get(tag);
  if (known !== undefined) return known;
  const term = ~hashTerm(lettersOf(tag));
  tagTerms.set(tag, term);
  return term;
}

/** The whole part of the binary logarithm of a count of at least 1. */
const stepsOf = (count: number): number => 31 - Math.clz32(count);

/** The size of a collection in steps of four times: an archive crosses one a few times in its life. */
const sizeInSteps = (size: number): number => stepsOf(size) & ~1;

/** Among how many articles, an article itself included, its terms are judged. */
interface Judged {
  sizeAt(at: number): number;
  /** Of those, the ones of its language. */
  languageSizes: Uint32Array;
  /** How many of the oldest articles, which are judged together, have each term. */
  countsOfOldest: Uint32Array;
  /** The place of the newest of those oldest. */
  oldestFrom: number;
}

function judge(index: TermIndex, newestFirst: readonly Comparable[]): Judged {
  const total = newestFirst.length;
  const oldestFrom = Math.max(0, total - leastJudged);
  const counts = new Map<string, number>();
  const languageSizes = new Uint32Array(total);
  const countsOfOldest = new Uint32Array(index.terms.length);
  const languages = newestFirst.map(languageOf);
  for (let at = total - 1; at >= 0; at--) {
    const language = languages[at] as string;
    const count = (counts.get(language) ?? 0) + 1;
    counts.set(language, count);
    languageSizes[at] = count;
    if (at < oldestFrom) continue;
    const end = index.entryStarts[at + 1] as number;
    for (let entry = index.entryStarts[at] as number; entry < end; entry++) {
      const term = index.entryTerms[entry] as number;
      countsOfOldest[term] = (countsOfOldest[term] as number) + 1;
    }
    if (at > oldestFrom) continue;
    for (let i = at; i < total; i++)
      languageSizes[i] = counts.get(languages[i] as string) as number;
  }
  return {
    sizeAt: (at) => total - Math.min(at, oldestFrom),
    languageSizes,
    countsOfOldest,
    oldestFrom,
  };
}

/**
 * Adds up in `scores` what an article shares with older ones. A term is worth more, the fewer had it by then: one
 * point less each time their number doubles, one more each time all articles of the language grow fourfold, and
 * nothing where more than every second article has it.
 *
 * @param sharing is given the others, whose scores are above zero
 * @returns how many they are
 */
function scoreOlder(
  index: TermIndex,
  at: number,
  judged: Judged,
  scores: Int32Array,
  sharing: Uint32Array,
): number {
  const { terms, entryStarts, entryTerms, entryPlaces, starts, holders, ranks } = index;
  const stepsOfAll = sizeInSteps(judged.sizeAt(at));
  const stepsOfLanguage = sizeInSteps(judged.languageSizes[at] as number);
  const isOfOldest = at >= judged.oldestFrom;
  let count = 0;
  const end = entryStarts[at + 1] as number;
  for (let entry = entryStarts[at] as number; entry < end; entry++) {
    const term = entryTerms[entry] as number;
    const place = entryPlaces[entry] as number;
    const after = starts[term + 1] as number;
    const having = isOfOldest ? (judged.countsOfOldest[term] as number) : after - place;
    const steps = (terms[term] as number) < 0 ? stepsOfAll : stepsOfLanguage;
    const weight = steps - stepsOf(having);
    if (weight <= 0) continue;
    const worth = weight * (ranks[place] as number);
    const last = Math.min(after - 1, place + reach);
    for (let other = place + 1; other <= last; other++) {
      const holder = holders[other] as number;
      if (scores[holder] === 0) sharing[count++] = holder;
      scores[holder] = (scores[holder] as number) + worth * (ranks[other] as number);
    }
  }
  return count;
}

/** Puts an item at its place in a list of the best, which grows no longer than `limit`. */
function insertInOrder<T>(
  best: T[],
  item: T,
  limit: number,
  isBefore: (a: T, b: T) => boolean,
): void {
  let place = best.length;
  while (place > 0 && isBefore(item, best[place - 1] as T)) place--;
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
