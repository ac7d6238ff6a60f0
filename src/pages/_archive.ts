// The one place that asks Astro for the collection. The archive is made once per process in a build, and anew
// for each request in `npm run dev`, where articles change.

import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/archive.ts';
import { findArticleNeighbours, findNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { daysOf, monthsOf, yearsOf } from '../archive/calendar.ts';
import type { Article } from '../article/article.ts';

export interface Sorted extends Archive {
  neighbours: ReadonlyMap<string, Neighbours<Article>>;
  dayNeighbours: ReadonlyMap<string, Neighbours<string>>;
  monthNeighbours: ReadonlyMap<string, Neighbours<string>>;
  yearNeighbours: ReadonlyMap<string, Neighbours<string>>;
}

let sorted: Promise<Sorted> | undefined;

export function getArchive(): Promise<Sorted> {
  if (import.meta.env.DEV) return sort();
  return (sorted ??= sort());
}

async function sort(): Promise<Sorted> {
  const entries = await getCollection('articles');
  const archive = buildArchive(
    entries.map(({ data }) => data).filter(({ draft }) => import.meta.env.DEV || !draft),
  );
  return {
    ...archive,
    neighbours: findArticleNeighbours(archive.newestFirst),
    dayNeighbours: findNeighbours(daysOf(archive)),
    monthNeighbours: findNeighbours(monthsOf(archive)),
    yearNeighbours: findNeighbours(yearsOf(archive)),
  };
}
