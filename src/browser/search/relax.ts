// What is tried where a query finds too little: other spellings of its words, then wider queries.

import { addAnswers, countHits, countMembers, type Answer } from './answers.ts';
import type { Engine } from './engine.ts';
import { evaluate } from './evaluate.ts';
import type { Progress, Wider } from './progress.ts';
import { allOf, wantedWords, type Query } from './query.ts';
import { readingsOf, sayReadings, type Reading } from './readings.ts';
import { unknownWords, withOtherWords } from './required-words.ts';
import { withoutWords, withPhrasesApart, type WiderQuery } from './wider.ts';
import { isHeld } from './word-search.ts';

/** Fewer results than this are too few: other spellings are tried, and wider queries offered. */
export const tooFew = 3;
const mostWider = 4;

/** So many results are enough not to try a less likely reading. */
const enough = 10;
const mostReadings = 3;

/** A query that has been answered. */
export interface Answered {
  engine: Engine;
  query: Query;
  /** The text in which the query's ranges are places. */
  text: string;
  /** What was chosen beside the query. */
  restriction: Query;
  /** What its shards have answered; what other readings find is added. */
  answers: readonly Answer[];
  /** Whether nobody waits any more. */
  hasEnded(): boolean;
}

export interface Relaxed extends Pick<Progress, 'relaxations' | 'suggestions' | 'wider'> {
  /** The other readings that found something. */
  readings: Query[];
}

/** Reads words that no article holds as the likeliest words that some do; offers wider queries where that finds too little as well. */
export async function relax(answered: Answered): Promise<Relaxed> {
  const spelt = await tryOtherSpellings(answered);
  const { query, lacking, ...relaxed } = spelt;
  const isEnough = countHits(answered.answers) >= tooFew;
  return { ...relaxed, wider: isEnough ? [] : await countWider(answered, query, lacking) };
}

/** The query as it is read in the end, and the words that there is nothing like. */
interface Spelt extends Omit<Relaxed, 'wider'> {
  query: Query;
  lacking: string[];
}

async function tryOtherSpellings(answered: Answered): Promise<Spelt> {
  const { engine, query } = answered;
  const unknown = await misspeltWords(answered);
  const readings = await Promise.all(unknown.map((word) => readingsOf(word, engine.words)));
  const lacking = readings.filter(({ instead }) => instead.length === 0).map(({ word }) => word);
  const suggestions = readings.flatMap(({ word, similar }) =>
    similar.map((instead) => ({ word, instead })),
  );
  const used = lacking.length > 0 ? [] : await addReadings(answered, readings);
  return {
    query: readAs(query, readings, 0),
    lacking,
    suggestions,
    readings: used,
    relaxations: used.length > 0 ? sayReadings(readings) : [],
  };
}

/** Adds what the likeliest readings find, until that is enough. Returns those that found something. */
async function addReadings(answered: Answered, readings: Reading[]): Promise<Query[]> {
  const used: Query[] = [];
  for (let likely = 0; likely < mostReadings; likely++) {
    if (countHits(answered.answers) >= enough || answered.hasEnded()) break;
    if (!readings.some(({ instead }) => instead[likely] !== undefined)) break;
    const query = readAs(answered.query, readings, likely);
    const found = await findAll(answered, query);
    if (!addAnswers(answered.answers, found, likely + 1)) continue;
    used.push(query);
    for (const reading of readings) reading.used = likely + 1;
  }
  return used;
}

const readAs = (query: Query, readings: readonly Reading[], likely: number): Query =>
  readings.reduce(
    (changed, { word, instead }) =>
      withOtherWords(changed, word, [instead[likely] ?? instead[0] ?? []].flat()),
    query,
  );

const findAll = (
  { engine, restriction, answers }: Answered,
  query: Query,
): Promise<Pick<Answer, 'mask' | 'scores'>[]> => {
  const asked = allOf([query, restriction]);
  return Promise.all(answers.map(({ shard }) => evaluate(asked, { engine, shard })));
};

/**
 * The words of the query that no article holds in any form. Where there are none and nothing is found, those that no
 * article holds as they are typed: a misspelt word may have the stem of another (`interations` that of `inter`).
 */
async function misspeltWords({ engine, query, answers }: Answered): Promise<string[]> {
  const texts = wantedWords(query).map(({ text }) => text);
  const wordsHeld = async (form: 'any' | 'typed'): Promise<ReadonlySet<string>> => {
    const held = await Promise.all(texts.map((text) => isHeld(engine, text, form)));
    return new Set(texts.filter((_, i) => held[i]));
  };
  const unknown = unknownWords(query, await wordsHeld('any'));
  if (unknown.length > 0 || countHits(answers) > 0) return unknown;
  return unknownWords(query, await wordsHeld('typed'));
}

/** Counts what wider queries find, closest to the query first: those that find fewest. */
async function countWider(
  answered: Answered,
  query: Query,
  lacking: readonly string[],
): Promise<Wider[]> {
  const found = countHits(answered.answers);
  const apart = found === 0 ? withPhrasesApart(query, answered.text) : [];
  const queries = [...apart, ...withoutWords(query, answered.text, lacking)];
  const count = async ({ query: asked, ...wider }: WiderQuery): Promise<Wider> => ({
    ...wider,
    found: (await findAll(answered, asked)).reduce((sum, { mask }) => sum + countMembers(mask), 0),
  });
  const counted = await Promise.all(queries.map(count));
  return counted
    .filter((wider) => wider.found > found)
    .toSorted(
      (a, b) => Number(a.kind === 'without') - Number(b.kind === 'without') || a.found - b.found,
    )
    .slice(0, mostWider);
}
