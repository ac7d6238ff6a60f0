// The one place that asks Astro for the collection. The archive is made once per process in a build, and anew
// for each request in `npm run dev`, where articles change.

import { hash } from 'node:crypto';
import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/archive.ts';

let archive: Promise<Archive> | undefined;

export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return makeArchive();
  return (archive ??= makeArchive());
}

async function makeArchive(): Promise<Archive> {
  const entries = await getCollection('articles');
  return buildArchive(
    entries.map(({ data }) => data).filter(({ draft }) => import.meta.env.DEV || !draft),
  );
}

/**
 * A page to be made: its place in the route, its view, and the digest of the view, by which a build knows that
 * the page it made before is still right.
 */
export function page<Params extends Record<string, string | undefined>, View>(
  params: Params,
  view: View,
): { params: Params; props: { view: View }; cacheKey: string } {
  return { params, props: { view }, cacheKey: hash('sha256', JSON.stringify(view)) };
}
