import { fold, wordsOf } from '../../search/format/text-words.ts';
import { inRange } from './period.ts';
import type { Query } from './query.ts';
import type { Mask, Shard } from './shard.ts';
import { bothOf, eitherOf, findPhrase, findTitle, findWord } from './word-search.ts';

/** The articles of a shard that a query finds, and how well each matches. */
export interface Found {
  mask: Mask;
  scores: Float32Array;
}

/** Words beside each other are more than words far apart. */
const phraseFactor = 1.5;

/** Evaluates a query over one shard. */
export async function evaluate(query: Query, shard: Shard): Promise<Found> {
  const { count } = shard;
  const none = (): Float32Array => new Float32Array(count);
  switch (query.kind) {
    case 'all':
      return { mask: new Uint8Array(count).fill(1), scores: none() };
    case 'word':
      return ranked(shard, await findWord(shard, query.text), query.text);
    case 'phrase': {
      const { mask, scores } = await ranked(shard, await findPhrase(shard, query.text), query.text);
      return { mask, scores: scores.map((score) => score * phraseFactor) };
    }
    case 'title':
      return ranked(shard, await findTitle(shard, query.text), query.text);
    case 'fact':
      return { mask: await findFact(query, shard), scores: none() };
    case 'dates':
      return { mask: maskOf(shard, (date) => inRange(date, query.from, query.to)), scores: none() };
    case 'undated':
      return { mask: maskOf(shard, (date) => date === 'undated'), scores: none() };
    case 'not': {
      const { mask } = await evaluate(query.part, shard);
      return { mask: mask.map((member) => 1 - member), scores: none() };
    }
    case 'or': {
      const found = await Promise.all(query.parts.map((part) => evaluate(part, shard)));
      const scores = none();
      for (const one of found)
        one.scores.forEach((score, i) => (scores[i] = Math.max(scores[i] ?? 0, score)));
      return { mask: eitherOf(found.map(({ mask }) => mask)), scores };
    }
    case 'and':
      return evaluateAll(query.parts, shard);
  }
}

/** The plain words among the parts are ranked together, for the index knows how well they match as one. */
async function evaluateAll(parts: readonly Query[], shard: Shard): Promise<Found> {
  const words = parts.filter((part) => part.kind === 'word');
  const others = parts.filter((part) => part.kind !== 'word');
  const masks: Mask[] = [];
  // Rare and cheap conditions first: nothing more is asked of a shard where no article is left.
  for (const part of [...others.filter(isCheap), ...words, ...others.filter((o) => !isCheap(o))]) {
    const found =
      part.kind === 'word'
        ? { mask: await findWord(shard, part.text) }
        : await evaluate(part, shard);
    masks.push(found.mask);
    if (!found.mask.includes(1))
      return { mask: found.mask, scores: new Float32Array(found.mask.length) };
  }
  const mask = bothOf(masks);
  const scores = new Float32Array(mask.length);
  if (!mask.includes(1)) return { mask, scores };
  const texts = words.map(({ text }) => text).join(' ');
  if (words.length > 0) add(scores, (await ranked(shard, mask, texts)).scores);
  if (words.length > 1) {
    const beside = await findPhrase(shard, texts);
    beside.forEach((member, i) => (scores[i] = (scores[i] ?? 0) * (member ? phraseFactor : 1)));
  }
  for (const part of others) {
    if (
      part.kind === 'phrase' ||
      part.kind === 'title' ||
      part.kind === 'or' ||
      part.kind === 'and'
    ) {
      add(scores, (await evaluate(part, shard)).scores);
    }
  }
  return { mask, scores };
}

const isCheap = ({ kind }: Query): boolean => kind === 'dates' || kind === 'undated';

function add(to: Float32Array, scores: Float32Array): void {
  scores.forEach((score, i) => (to[i] = (to[i] ?? 0) + score));
}

async function ranked(shard: Shard, mask: Mask, text: string): Promise<Found> {
  if (!mask.includes(1)) return { mask, scores: new Float32Array(mask.length) };
  const scores = await shard.scoring(
    wordsOf(text)
      .map((word) => word.text)
      .join(' '),
  );
  return { mask, scores };
}

function maskOf(shard: Shard, belongs: (date: string) => boolean): Mask {
  // Articles of one day stand together, so each day is looked at once.
  let last: string | undefined;
  let member = 0;
  return Uint8Array.from(shard.dates, (date) => {
    if (date !== last) member = belongs((last = date)) ? 1 : 0;
    return member;
  });
}

async function findFact(query: Query & { kind: 'fact' }, shard: Shard): Promise<Mask> {
  const { names, rows } = await shard.facts(query.column);
  const wanted = foldName(query.name);
  const places = new Set<number>();
  for (const [place, name] of names.entries()) {
    const folded = foldName(name);
    const sameLanguage = query.column === 'languages' && folded.startsWith(`${wanted}-`);
    if (folded === wanted || sameLanguage) places.add(place);
  }
  return Uint8Array.from(rows, (row) => (row.some((place) => places.has(place)) ? 1 : 0));
}

/** Names are the same whatever their case, accents, blanks or hyphens: `north-korea` is North Korea. */
const foldName = (name: string): string =>
  name
    .split(/[\s_-]+/)
    .map(fold)
    .join('-');
