// The one place that asks Astro for the collection. The archive is made once in a build, and in `npm run dev` anew when an
// article has changed.

import { hash } from 'node:crypto';
import { getLiveCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/archive.ts';
import type { Tombstone } from '../archive/ledger.ts';
import type { Article } from '../article/article.ts';
import type { TopicNote } from '../article/topic-notes.ts';
import type { ArchiveFiles } from '../views/article-view.ts';
import { handedOver, type BuildServices } from '../handover/handover.ts';

let made: { of: readonly Article[]; archive: Promise<Archive> } | undefined;

export function getArchive(): Promise<Archive> {
  const { articles } = services();
  if (made?.of !== articles) made = { of: articles, archive: makeArchive() };
  return made.archive;
}

async function makeArchive(): Promise<Archive> {
  const { entries = [], error } = await getLiveCollection('articles');
  if (error) throw error;
  return buildArchive(
    entries.map(({ data }) => data).filter(({ draft }) => import.meta.env.DEV || !draft),
  );
}

/** What is known of the pictures that articles show, and of the files that they link to. */
export function getFiles(): Promise<ArchiveFiles> {
  const { pictures, files } = services();
  return Promise.resolve({
    findPicture: (path) => pictures.get(path),
    findFile: (path) => files.get(path),
  });
}

/** What the keeper says of topics. */
export const getTopicNotes = (): readonly TopicNote[] => services().topics ?? [];

/** The addresses that are gone for good. */
export const getTombstones = (): readonly Tombstone[] => services().tombstones ?? [];

/** The articles that a saved search finds, and how many it finds; none where no index has been made yet. */
export async function getWatched(query: string): Promise<{ articles: Article[]; count: number }> {
  const { findWatched } = services();
  if (!findWatched) return { articles: [], count: 0 };
  const [{ byId }, { ids, count }] = await Promise.all([getArchive(), findWatched(query)]);
  return { articles: ids.flatMap((id) => byId.get(id) ?? []), count };
}

function services(): BuildServices {
  const found = handedOver();
  if (!found) throw new Error('Pages are made by `npm run build` and `npm run dev`.');
  return found;
}

/**
 * A page to be made: its place in the route, its view, and the digest of the view, by which a build knows that
 * the page it made before is still right.
 */
export function page<Params extends Record<string, string | undefined>, View>(
  params: Params,
  view: View,
): { params: Params; props: { view: View }; cacheKey: string } {
  // `npm run dev` makes a page when it is asked for, and would wait for the digests of all others.
  const cacheKey = import.meta.env.DEV ? '' : hash('sha256', JSON.stringify(view));
  return { params, props: { view }, cacheKey };
}
