// The index knows words by their stems, and a text by how often it has them. The texts of the best results tell
// more: whether a word stands there as it was typed, and whether the words stand near each other or at the head.

import type { ArticleText } from '../../search/format/manifest.ts';
import { wordsOf, type Word } from '../../search/format/text-words.ts';
import { findItem, type Wanted } from './marking.ts';

/** So many of the best results are looked at; chosen, like the weights, by tests/bench/search-quality.ts. */
export const mostReranked = 12;

const weights = {
  /** What the index found, the best as 1. */
  index: 0.5,
  /** How rare a word is among the texts, as it was typed. */
  rarity: 1,
  /** In the headline as it was typed, or in another form. */
  inHeadline: 0.5,
  formInHeadline: 0.2,
  lead: 0.3,
  near: 0.7,
};

/** BM25's saturation and normalisation by length (Robertson and Zaragoza 2009, §3). */
const [k1, b] = [0.8, 0.75];
/** In words: at this distance from the head, or from another word of the query, half the weight is left. */
const [leadWords, nearWords] = [50, 5];

/** Where a wanted item stands in a text. */
interface Standing {
  asTyped: number;
  places: number[];
  headline: number;
}

/**
 * Tells how closely texts answer a query, compared with each other.
 *
 * @param candidates what was found, with the score that the index gave it
 * @returns a number for each; the higher, the closer
 */
export function rerank(
  candidates: readonly { text: ArticleText; score: number }[],
  wanted: Wanted,
): number[] {
  const read = candidates.map(({ text, score }) => {
    const headline = wordsOf(text.title);
    const words = [...headline, ...wordsOf(text.content)];
    return {
      score,
      length: words.length,
      found: wanted.map((item) => find(words, item, headline.length)),
    };
  });
  const count = read.length;
  const meanLength = read.reduce((sum, { length }) => sum + length, 0) / count;
  const best = Math.max(...read.map(({ score }) => score), Number.MIN_VALUE);
  const rarity = wanted.map((_, item) => {
    const having = read.filter(({ found }) => (found[item]?.asTyped ?? 0) > 0).length;
    return Math.log(1 + (count - having + 0.5) / (having + 0.5));
  });
  return read.map(({ score, length, found }) => {
    const saturation = k1 * (1 - b + (b * length) / meanLength);
    const perItem = found.map(({ asTyped, places, headline }, item) => {
      const often = asTyped / (asTyped + saturation);
      const first = places[0];
      return (
        often * (1 + weights.rarity * (rarity[item] ?? 0)) +
        headline +
        (first === undefined ? 0 : weights.lead / (1 + first / leadWords))
      );
    });
    const near = weights.near / (1 + smallestGap(found) / nearWords);
    return (weights.index * score) / best + sum(perItem) + (found.length > 1 ? near : 0);
  });
}

function find(words: readonly Word[], item: Wanted[number], headlineLength: number): Standing {
  const standing: Standing = { asTyped: 0, places: [], headline: 0 };
  for (const { at } of findItem(words, item)) {
    const asTyped = (item.ways[0] ?? []).every((part, i) => words[at + i]?.text === part.text);
    standing.places.push(at);
    if (asTyped) standing.asTyped++;
    if (at < headlineLength) {
      const weight = asTyped ? weights.inHeadline : weights.formInHeadline;
      standing.headline = Math.max(standing.headline, weight);
    }
  }
  return standing;
}

/** The words between the first two items where they stand nearest; without end where one is not there. */
function smallestGap([one, other]: readonly Standing[]): number {
  let gap = Infinity;
  for (const a of one?.places ?? [])
    for (const c of other?.places ?? []) gap = Math.min(gap, Math.abs(a - c));
  return gap;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
