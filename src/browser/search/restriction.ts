// What is chosen beside the query: a range of time, sections and so on.

import { parseDayCounts, type ShardEntry } from '../../search/format/manifest.ts';
import { inRange, periodOf } from './period.ts';
import type { DateRange, SearchRequest } from './progress.ts';
import { allOf, type FacetName, type Query } from './query.ts';

/** The chosen range, sections and so on, as a query. */
export function restrictionOf({ from, to, facets }: SearchRequest): Query {
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
    const ofFacet = new Map<FacetName, Query[]>();
    for (const { facet, name } of facets.filter((chosen) => chosen.exclude === exclude)) {
      const queries = ofFacet.get(facet) ?? [];
      queries.push({ kind: 'facet', facet, name, span: nowhere });
      ofFacet.set(facet, queries);
    }
    for (const queries of ofFacet.values()) {
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

/** The dates of a shard's articles; the undated stand in a shard of their own, or with others. */
export function datesOf({ days }: ShardEntry): DateRange {
  const tags = parseDayCounts(days).map(({ date }) => date);
  const dated = tags.filter((date) => date !== 'undated');
  return { newest: dated[0] ?? 'undated', oldest: dated.at(-1) ?? 'undated' };
}
