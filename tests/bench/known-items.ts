// Known-item queries: each is made from one article, which a good search then finds among its first ten results.
// They are made by script with a seed, so that they can be made again and no text of the corpus is kept.

import { readArticleText } from '../../src/search/article-text.ts';
import { seededRandom, type Random } from './random.ts';

type QueryKind =
  | 'two words'
  | 'three words'
  | 'words of a headline'
  | 'words of an opening'
  | 'phrase'
  | 'words and date'
  | 'two words, one typo'
  | 'three words, one typo';

const queryKinds: readonly QueryKind[] = [
  'two words',
  'three words',
  'words of a headline',
  'words of an opening',
  'phrase',
  'words and date',
  'two words, one typo',
  'three words, one typo',
];

export interface KnownItem {
  kind: QueryKind;
  /** The words, without quotation marks. */
  text: string;
  /** For `words and date`: the month of the article. */
  month?: string;
  /** The id of the article looked for. */
  wanted: string;
}

/** An article as its page shows it. */
export interface ShownArticle {
  id: string;
  date: string;
  title: string;
  /** Its text without the headline, a line for each paragraph. */
  text: string;
}

/** Reads an article from its page. */
export function readShown({ id, date }: { id: string; date: string }, html: string): ShownArticle {
  const blocks = readArticleText(html) ?? [];
  const textOf = (isTitle: boolean): string =>
    blocks
      .filter(({ level }) => (level === 1) === isTitle)
      .map(({ text }) => text)
      .join('\n');
  return { id, date, title: textOf(true), text: textOf(false) };
}

/** Makes so many queries of each kind. */
export function makeKnownItems(
  articles: readonly ShownArticle[],
  ofEachKind: number,
  seed: number,
): KnownItem[] {
  const random = seededRandom(seed);
  const words = new Map(
    articles.map(({ id, title, text }) => [id, [...wordsIn(title), ...wordsIn(text)]]),
  );
  const drawnFrom = (kind: QueryKind, article: ShownArticle): readonly string[] => {
    if (kind === 'words of a headline') return wordsIn(article.title);
    const all = words.get(article.id) ?? [];
    return kind === 'words of an opening' ? all.slice(0, openingWords) : all;
  };
  const frequency = new Map<string, number>();
  for (const list of words.values()) {
    for (const word of new Set(list)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  /** A reader remembers words that are not everywhere, but seldom the rarest of all. */
  const isMemorable = (word: string, most: number): boolean => {
    const count = frequency.get(word) ?? 0;
    return word.length >= 4 && count >= 2 && count <= articles.length * most;
  };
  const items: KnownItem[] = [];
  for (const kind of queryKinds) {
    let made = 0;
    while (made < ofEachKind) {
      const article = random.pick(articles);
      const text =
        kind === 'phrase'
          ? makePhrase(article.text, { random, isMemorable })
          : makeText(kind, drawnFrom(kind, article), { random, isMemorable });
      if (text === undefined) continue;
      made++;
      const month = article.date.slice(0, 7);
      items.push({
        kind,
        text,
        wanted: article.id,
        ...(kind === 'words and date' ? { month } : {}),
      });
    }
  }
  return items;
}

/** The headline and about two sentences. */
const openingWords = 50;

const wordsIn = (text: string): string[] =>
  (text.match(/[\p{L}][\p{L}\p{M}'’-]*/gu) ?? []).map((word) => word.toLowerCase());

interface Drawing {
  random: Random;
  isMemorable: (word: string, most: number) => boolean;
}

/** Three words that stand one behind the other, two of them memorable. */
function makePhrase(text: string, { random, isMemorable }: Drawing): string | undefined {
  const run = random.pick(text.match(/(?<!\S)\p{L}+(?: \p{L}+){2,}(?![^\s.,;:!?])/gu) ?? ['']);
  const words = run.toLowerCase().split(' ');
  const start = random.below(Math.max(1, words.length - 2));
  const phrase = words.slice(start, start + 3);
  const memorable = phrase.filter((word) => isMemorable(word, 0.1));
  return phrase.length === 3 && memorable.length >= 2 ? phrase.join(' ') : undefined;
}

function makeText(
  kind: QueryKind,
  words: readonly string[],
  { random, isMemorable }: Drawing,
): string | undefined {
  const most = kind === 'words and date' ? 0.3 : 0.1;
  const memorable = [...new Set(words)].filter(
    (word) => /^\p{L}+$/u.test(word) && isMemorable(word, most),
  );
  const wanted = kind.startsWith('three') ? 3 : 2;
  if (memorable.length < wanted) return undefined;
  const chosen = new Set<string>();
  while (chosen.size < wanted) chosen.add(random.pick(memorable));
  const list = [...chosen];
  if (!kind.endsWith('typo')) return list.join(' ');
  const place = list.findIndex((word) => word.length >= 5);
  if (place < 0) return undefined;
  return list.with(place, misspell(list[place] ?? '', random)).join(' ');
}

/** One letter is left out, put in twice, changed, or swapped with the next; never the first. */
function misspell(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const letter = word[at] ?? '';
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return (
        word.slice(0, at) + random.pick('abcdefghijklmnopqrstuvwxyz'.split('')) + word.slice(at + 1)
      );
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
  }
}

/** How well a search did on one kind of query. */
export interface Score {
  kind: QueryKind;
  queries: number;
  /** The share of queries whose article is among the first ten results. */
  recallAt10: number;
  /** The mean of one over the rank of the article; 0 where it is not among the first ten. */
  meanReciprocalRank: number;
}

/** Scores a search: it is given each query and answers with the ids of its first ten results. */
export async function scoreSearch(
  items: readonly KnownItem[],
  search: (item: KnownItem) => Promise<string[]>,
): Promise<{ scores: Score[]; missed: KnownItem[] }> {
  const missed: KnownItem[] = [];
  const ranks = new Map<QueryKind, number[]>();
  for (const item of items) {
    const rank = (await search(item)).slice(0, 10).indexOf(item.wanted);
    if (rank < 0) missed.push(item);
    ranks.set(item.kind, [...(ranks.get(item.kind) ?? []), rank]);
  }
  const scores = [...ranks].map(([kind, list]) => ({
    kind,
    queries: list.length,
    recallAt10: list.filter((rank) => rank >= 0).length / list.length,
    meanReciprocalRank:
      list.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / list.length,
  }));
  return { scores, missed };
}
