// Evaluates a query over one shard: every leaf is a set of articles, the branches are what is done with such sets.

import { facetKey, foldFacetName } from '../../search/format/directory.ts';
import { waysToFind } from '../../search/format/text-words.ts';
import { inRange } from './period.ts';
import type { Query } from './query.ts';
import type { Mask, Shard } from './shard.ts';
import {
  bothOf,
  eitherOf,
  findBeginning,
  findNear,
  findPhrase,
  findTitle,
  findWord,
  nothing,
  type Found,
  type Scope,
} from './word-search.ts';

export type { Found, Scope } from './word-search.ts';

/** Evaluates a query over a shard; nothing is fetched for a part of it where another part has no article. */
export async function evaluate(query: Query, scope: Scope): Promise<Found> {
  const { shard } = scope;
  switch (query.kind) {
    case 'all':
      return setOf(shard, () => true);
    case 'word':
      return findWord(scope, query.text);
    case 'phrase':
      return findPhrase(scope, query.text);
    case 'near':
      return findNear(scope, query.text, query.distance);
    case 'beginning':
      return findBeginning(scope, query.text);
    case 'title':
      return findTitle(scope, query.text);
    case 'facet':
      return findFacet(query, shard);
    case 'dates':
      return setOf(shard, (date) => inRange(date, query.from, query.to));
    case 'undated':
      return setOf(shard, (date) => date === 'undated');
    case 'not': {
      const { mask } = await evaluate(query.part, scope);
      return { ...nothing(shard), mask: mask.map((member) => 1 - member) };
    }
    case 'or':
      return eitherOf(shard, await Promise.all(query.parts.map((part) => evaluate(part, scope))));
    case 'and':
      return evaluateAll(query.parts, scope);
  }
}

async function evaluateAll(parts: readonly Query[], scope: Scope): Promise<Found> {
  const possible = await Promise.all(parts.map((part) => mayBeFound(part, scope)));
  if (possible.includes(false)) return nothing(scope.shard);
  return bothOf(scope.shard, await Promise.all(parts.map((part) => evaluate(part, scope))));
}

/** Whether a shard may have what is looked for, as far as its dates and its directory tell. */
async function mayBeFound(query: Query, scope: Scope): Promise<boolean> {
  const { engine, shard } = scope;
  switch (query.kind) {
    case 'word':
    case 'title':
    case 'phrase':
    case 'near': {
      const ways = waysToFind(query.text);
      const has = async (way: readonly string[]): Promise<boolean> =>
        !(await Promise.all(way.map((word) => shard.group(engine.stem(word))))).includes(undefined);
      return (await Promise.all(ways.map(has))).includes(true);
    }
    case 'facet':
      return (await shard.group(keyOf(query))) !== undefined;
    case 'dates':
    case 'undated':
      return (await evaluate(query, scope)).mask.includes(1);
    case 'and':
      return !(await Promise.all(query.parts.map((part) => mayBeFound(part, scope)))).includes(
        false,
      );
    case 'or':
      return (await Promise.all(query.parts.map((part) => mayBeFound(part, scope)))).includes(true);
    default:
      return true;
  }
}

function setOf(shard: Shard, belongs: (date: string) => boolean): Found {
  // Articles of one day stand together, so each day is looked at once.
  let last: string | undefined;
  let member = 0;
  const mask: Mask = Uint8Array.from(shard.dates, (date) => {
    if (date !== last) member = belongs((last = date)) ? 1 : 0;
    return member;
  });
  return { ...nothing(shard), mask };
}

const keyOf = ({ facet, name }: Query & { kind: 'facet' }): string =>
  facetKey(facet, foldFacetName(name));

async function findFacet(query: Query & { kind: 'facet' }, shard: Shard): Promise<Found> {
  const found = nothing(shard);
  const [form] = (await shard.group(keyOf(query)))?.forms ?? [];
  if (form) for (const number of (await shard.list(form)).numbers) found.mask[number] = 1;
  return found;
}
