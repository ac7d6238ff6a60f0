// Finds words in a shard: alone, behind each other, near each other, by their beginning.

import { firstInText, inHeadline } from '../../search/format/postings.ts';
import type { Form } from '../../search/format/directory.ts';
import { fold, waysToFind, wordsOf } from '../../search/format/text-words.ts';
import type { Engine } from './engine.ts';
import type { Mask, Shard } from './shard.ts';

/** What a search in one shard needs. */
export interface Scope {
  engine: Engine;
  shard: Shard;
}

/** The articles that have something, and how well each matches. */
export interface Found {
  mask: Mask;
  scores: Float32Array;
}

export const nothing = ({ count }: Shard): Found => ({
  mask: new Uint8Array(count),
  scores: new Float32Array(count),
});

/** How a word counts: as what it is, as it was typed, in a headline, in a headline as it was typed. Chosen by tests/bench/search-quality.ts. */
const weights = { stem: 0.6, typed: 0.6, headline: 0.5, typedHeadline: 0.3 };

/** Words behind each other are more than words far apart. */
const phraseFactor = 1.5;

/** Whether some article holds a word, in any inflection or as it is typed, in one of the ways in which it is written. */
export async function isHeld(
  engine: Engine,
  text: string,
  form: 'any' | 'typed',
): Promise<boolean> {
  const hasWay = async (way: readonly string[]): Promise<boolean> => {
    const counts = await Promise.all(
      way.map((word) => engine.frequency(engine.stem(word), form === 'typed' ? word : undefined)),
    );
    return counts.every((count) => count > 0);
  };
  return (await Promise.all(waysToFind(text).map(hasWay))).includes(true);
}

/** Finds the articles that hold a word, in any inflection, in one of the ways in which it is written. */
export async function findWord(scope: Scope, text: string): Promise<Found> {
  const found = await Promise.all(waysToFind(text).map((way) => findWay(scope, way)));
  return eitherOf(scope.shard, found);
}

/** Finds the articles that hold words behind each other. */
export function findPhrase(scope: Scope, text: string): Promise<Found> {
  return findWay(
    scope,
    wordsOf(text).map((word) => word.text),
  );
}

/** Finds the articles whose headline holds a word, or words behind each other. */
export async function findTitle(scope: Scope, text: string): Promise<Found> {
  const found = await Promise.all(
    waysToFind(text).map((way) => findWay(scope, way, { headline: true })),
  );
  return eitherOf(scope.shard, found);
}

/** Finds the articles in which words stand near each other, in any order: so many places from the first to the last at most. */
export function findNear(scope: Scope, text: string, distance: number): Promise<Found> {
  const words = wordsOf(text).map((word) => word.text);
  return findTogether(scope, words, (places) => standNear(places, distance));
}

/** Finds the articles that hold a word which begins with some letters. */
export async function findBeginning({ shard }: Scope, start: string): Promise<Found> {
  const forms = await shard.beginningWith(fold(start));
  const lists = await Promise.all(forms.map((form) => shard.list(form)));
  const { mask, scores } = nothing(shard);
  for (const { numbers, marks } of lists) {
    for (const [i, number] of numbers.entries()) {
      mask[number] = 1;
      scores[number] = Math.max(scores[number] ?? 0, valueOf(marks[i] ?? 0));
    }
  }
  return { mask, scores };
}

/** Finds words behind each other; one word is found alone. */
function findWay(
  scope: Scope,
  words: readonly string[],
  { headline = false } = {},
): Promise<Found> {
  const [first] = words;
  if (first === undefined) return Promise.resolve(nothing(scope.shard));
  if (words.length === 1) return findOne(scope, first, headline);
  return findTogether(scope, words, (places) => standBehindEachOther(places, headline), headline);
}

async function findOne(
  { engine, shard }: Scope,
  word: string,
  headlineOnly: boolean,
): Promise<Found> {
  const { mask, scores } = nothing(shard);
  const stem = engine.stem(word);
  const group = await shard.group(stem);
  if (!group) return { mask, scores };
  const [ofStem, ofForm, lists] = await Promise.all([
    engine.frequency(stem),
    engine.frequency(stem, word),
    Promise.all(group.forms.map(async (form) => ({ form, list: await shard.list(form) }))),
  ]);
  const { count } = engine.manifest;
  const [rarity, formRarity] = [rarityOf(ofStem, count), rarityOf(ofForm, count)];
  for (const { form, list } of lists) {
    const typed = form.text === word;
    for (let i = 0; i < list.numbers.length; i++) {
      const [number, mark] = [list.numbers[i] ?? 0, list.marks[i] ?? 0];
      const inTitle = (mark & inHeadline) !== 0;
      if (headlineOnly && !inTitle) continue;
      mask[number] = 1;
      const value = valueOf(mark);
      const score =
        rarity * (weights.stem * value + (inTitle ? weights.headline : 0)) +
        (typed ? formRarity * (weights.typed * value + (inTitle ? weights.typedHeadline : 0)) : 0);
      // Each further form adds what it can.
      scores[number] =
        Math.max(scores[number] ?? 0, score) + 0.25 * Math.min(scores[number] ?? 0, score);
    }
  }
  return { mask, scores };
}

/** Finds the articles that have all of some words, at places that belong together. */
async function findTogether(
  scope: Scope,
  words: readonly string[],
  belong: (places: readonly (readonly number[])[]) => boolean,
  headlineOnly = false,
): Promise<Found> {
  const { engine, shard } = scope;
  const groups = await Promise.all(words.map((word) => shard.group(engine.stem(word))));
  if (groups.includes(undefined)) return nothing(shard);
  const found = await Promise.all(words.map((word) => findOne(scope, word, headlineOnly)));
  const all = bothOf(shard, found);
  if (!all.mask.includes(1)) return all;
  const distinct = new Map(groups.map((group) => [group?.key, group?.forms ?? []]));
  const placesOf = new Map<string | undefined, Map<number, number[]>>();
  await Promise.all(
    [...distinct].map(async ([key, forms]) => {
      placesOf.set(key, await placesOfForms(shard, forms, all.mask));
    }),
  );
  for (let number = 0; number < all.mask.length; number++) {
    if (all.mask[number] !== 1) continue;
    const places = groups.map((group) => placesOf.get(group?.key)?.get(number) ?? []);
    if (belong(places)) all.scores[number] = (all.scores[number] ?? 0) * phraseFactor;
    else [all.mask[number], all.scores[number]] = [0, 0];
  }
  return all;
}

/** The places of the forms of a word, ascending, in the articles that are wanted. */
async function placesOfForms(
  shard: Shard,
  forms: readonly Form[],
  wanted: Mask,
): Promise<Map<number, number[]>> {
  const all = new Map<number, number[]>();
  for (const places of await Promise.all(forms.map((form) => shard.places(form, wanted)))) {
    for (const [number, of] of places) all.set(number, [...(all.get(number) ?? []), ...of]);
  }
  if (forms.length > 1) for (const of of all.values()) of.sort((a, b) => a - b);
  return all;
}

function standBehindEachOther(
  places: readonly (readonly number[])[],
  headlineOnly: boolean,
): boolean {
  const [first = [], ...others] = places;
  const sets = others.map((each) => new Set(each));
  return first.some(
    (place) =>
      (!headlineOnly || place + others.length < firstInText) &&
      sets.every((set, i) => set.has(place + i + 1)),
  );
}

/** Whether some place of each word lies within a stretch of so many words beyond the first; the same word twice needs two places. */
function standNear(places: readonly (readonly number[])[], distance: number): boolean {
  const all = places
    .flatMap((of, word) => of.map((place) => ({ place, word })))
    .toSorted((a, b) => a.place - b.place);
  const counts = new Map<number, number>();
  let start = 0;
  for (const { place, word } of all) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    for (let head = all[start]; head && place - head.place > distance; head = all[++start]) {
      const left = (counts.get(head.word) ?? 0) - 1;
      if (left === 0) counts.delete(head.word);
      else counts.set(head.word, left);
    }
    if (counts.size === places.length) return true;
  }
  return false;
}

/** What a strength stands for, between 0 and 1. */
const valueOf = (mark: number): number => ((mark & 7) + 0.5) / 8;

/** How rare something is in an archive (Robertson and Zaragoza 2009, §3). */
const rarityOf = (having: number, articles: number): number => {
  const count = Math.min(having, articles);
  return Math.log(1 + (articles - count + 0.5) / (count + 0.5));
};

/** The articles that are in all of some sets; what they score is added. */
export function bothOf(shard: Shard, found: readonly Found[]): Found {
  const { mask, scores } = nothing(shard);
  mask.fill(found.length > 0 ? 1 : 0);
  for (const one of found) {
    for (let i = 0; i < mask.length; i++) {
      mask[i] = (mask[i] ?? 0) & (one.mask[i] ?? 0);
      scores[i] = (scores[i] ?? 0) + (one.scores[i] ?? 0);
    }
  }
  return { mask, scores };
}

/** The articles that are in any of some sets; the best score counts. */
export function eitherOf(shard: Shard, found: readonly Found[]): Found {
  const { mask, scores } = nothing(shard);
  for (const one of found) {
    for (let i = 0; i < mask.length; i++) {
      mask[i] = (mask[i] ?? 0) | (one.mask[i] ?? 0);
      scores[i] = Math.max(scores[i] ?? 0, one.scores[i] ?? 0);
    }
  }
  return { mask, scores };
}
