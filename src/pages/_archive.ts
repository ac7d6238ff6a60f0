// The one place that asks Astro for the collection. The archive is made once per process in a build, and anew
// for each request in `npm run dev`, where articles change.

import { hash } from 'node:crypto';
import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/archive.ts';
import { picturePath, type FindPicture } from '../archive/pictures.ts';
import { contentDir } from '../files/content-dir.ts';
import { handedOver } from '../build/handover.ts';
import { readPictures } from '../files/pictures.ts';

let archive: Promise<Archive> | undefined;

export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return makeArchive();
  return (archive ??= makeArchive());
}

let pictures: Promise<FindPicture> | undefined;

/** What is known of the pictures that articles show. */
export function getPictures(): Promise<FindPicture> {
  if (import.meta.env.DEV) return findPictures();
  return (pictures ??= findPictures());
}

async function findPictures(): Promise<FindPicture> {
  const readings = handedOver()?.pictures ?? (await readPictures(contentDir, await picturePaths()));
  return (path) => readings.get(path);
}

async function picturePaths(): Promise<string[]> {
  const { newestFirst } = await getArchive();
  return newestFirst.flatMap(({ file, pictures }) =>
    pictures.map((picture) => picturePath(file, picture)),
  );
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
