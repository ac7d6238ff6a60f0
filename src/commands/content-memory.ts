// What builds, `npm run check` and `npm run dev` remember of the content folder, so that none reads twice what has not
// changed. It lies in the cache folder; whoever finds it damaged or made by other code reads everything.

import { dirname, join, resolve } from 'node:path';
import type { FileReading } from '../article/file-facts.ts';
import type { PictureReading } from '../article/picture-facts.ts';
import { digestArticleCode } from '../build/code-digest.ts';
import type { KnownArticle } from '../content-folder/content.ts';
import { openFileMemory, type FileMemory } from '../content-folder/file-memory.ts';

/** What is remembered of files that have not changed. */
export interface ContentMemory {
  articles: FileMemory<KnownArticle>;
  pictures: FileMemory<PictureReading>;
  files: FileMemory<FileReading>;
}

/** The cache folder: the one that is named, else `.dateline` beside the site. */
export const cacheFolder = (named: string | undefined, outDir: string): string =>
  named ? resolve(named) : join(dirname(resolve(outDir)), '.dateline');

/** @param root the project's folder */
export function openContentMemory(root: string, cacheDir: string): ContentMemory {
  const code = digestArticleCode(root);
  return {
    articles: openFileMemory(join(cacheDir, 'articles'), code),
    pictures: openFileMemory(join(cacheDir, 'pictures'), code),
    files: openFileMemory(join(cacheDir, 'linked-files'), code),
  };
}

export function saveContentMemory({ articles, pictures, files }: ContentMemory): void {
  for (const memory of [articles, pictures, files]) memory.save();
}

/** Saves what a command remembers that could do without: on a disk that cannot be written to it takes as long the next time. */
export function saveIfPossible(...memories: readonly Pick<FileMemory<unknown>, 'save'>[]): void {
  try {
    for (const memory of memories) memory.save();
  } catch {
    // What is not remembered is read again.
  }
}
