// The one place that asks Astro for the collection. The archive is made once per process in a build, and anew
// for each request in `npm run dev`, where articles change.

import { hash } from 'node:crypto';
import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/archive.ts';
import { linkedFiles, type FindFile } from '../archive/links.ts';
import { picturePath, type FindPicture } from '../archive/pictures.ts';
import { contentDir } from '../files/content-dir.ts';
import { handedOver } from '../build/handover.ts';
import { readLinkedFiles } from '../files/linked-files.ts';
import { readPictures } from '../files/pictures.ts';

let archive: Promise<Archive> | undefined;

export function getArchive(): Promise<Archive> {
  if (import.meta.env.DEV) return makeArchive();
  return (archive ??= makeArchive());
}

/** What is known of the files beside articles. */
export interface Files {
  findPicture: FindPicture;
  findFile: FindFile;
}

let files: Promise<Files> | undefined;

/** What is known of the pictures that articles show, and of the files that they link to. */
export function getFiles(): Promise<Files> {
  if (import.meta.env.DEV) return findFiles();
  return (files ??= findFiles());
}

async function findFiles(): Promise<Files> {
  const known = handedOver() ?? (await readFiles());
  return {
    findPicture: (path) => known.pictures.get(path),
    findFile: (path) => known.files.get(path),
  };
}

async function readFiles() {
  const { newestFirst } = await getArchive();
  const shown = newestFirst.flatMap(({ file, pictures }) =>
    pictures.map((picture) => picturePath(file, picture)),
  );
  return {
    pictures: await readPictures(contentDir, shown),
    files: await readLinkedFiles(contentDir, newestFirst.flatMap(linkedFiles)),
  };
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
