// What is chosen beside the query: a range of time, sections and so on.

import { parseDayCounts, type ShardEntry } from '../../search/format/manifest.ts';
import { inRange, periodOf } from './period.ts';
import type { SearchRequest } from './progress.ts';
import { allOf, type FactName, type Query } from './query.ts';

/** The chosen range, sections and so on, as a query. */
export function restrictionOf({ from, to, facts }: SearchRequest): Query {
  const nowhere = { start: 0, end: 0 };
  const parts: Query[] = [];
  if (from === 'undated' || to === 'undated') parts.push({ kind: 'undated', span: nowhere });
  else if (from !== undefined || to !== undefined) {
    parts.push({
      kind: 'dates',
      from: from === undefined ? undefined : periodOf(from)?.from,
      to: to === undefined ? undefined : periodOf(to)?.to,
      span: nowhere,
    });
  }
  for (const exclude of [false, true]) {
    const columns = new Map<FactName, Query[]>();
    for (const fact of facts.filter((chosen) => chosen.exclude === exclude)) {
      const { column, name } = fact;
      const queries = columns.get(column) ?? [];
      queries.push({ kind: 'fact', column, name, span: nowhere });
      columns.set(column, queries);
    }
    for (const queries of columns.values()) {
      const any: Query = { kind: 'or', parts: queries };
      parts.push(exclude ? { kind: 'not', part: any } : any);
    }
  }
  return allOf(parts);
}

/** Whether a shard can hold anything that a query finds, as far as dates tell. */
export function isInTime(entry: ShardEntry, query: Query): boolean {
  const parts = query.kind === 'and' ? query.parts : [query];
  return parts.every((part) => {
    if (part.kind === 'undated') return /(?:^|\n)undated /.test(entry.days);
    if (part.kind !== 'dates') return true;
    return parseDayCounts(entry.days).some(({ date }) => inRange(date, part.from, part.to));
  });
}
