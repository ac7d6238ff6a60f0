// Where the pictures an original names may lie: beside it, or below a folder its site was served from.

import { readFile, realpath, stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';
import { endings, type PictureFacts } from '../article/picture-facts.ts';
import type { FileAtHand } from './originals.ts';

/** Pictures larger than this stay where they are, in bytes. */
export const largestPicture = 50 * 1024 * 1024;

/** Folders that site generators serve as the root of the site. */
const servedFolders = ['', 'static', 'public', 'assets', 'src', 'content', 'source', 'images'];

/**
 * The paths a picture may have, most likely first. One that begins with a slash is looked for below every
 * folder above the original, the nearest first; any other beside it.
 *
 * @param original the original's path below its folder or archive, with forward slashes
 * @param written the picture's path as the original has it
 * @returns paths below the folder or archive; none that leads out of it
 */
export function pictureCandidates(original: string, written: string): string[] {
  const folders = foldersAbove(original);
  const paths = written.startsWith('/')
    ? folders.flatMap((above) => servedFolders.map((served) => posix.join(above, served, written)))
    : [posix.join(folders[0] ?? '', written)];
  // A Mac takes letters with accents apart in the names of files where a text writes them whole.
  const forms = paths.flatMap((path) => [path, path.normalize('NFC'), path.normalize('NFD')]);
  return [...new Set(forms)].filter((path) => !path.startsWith('../') && !path.startsWith('/'));
}

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, i) =>
    parts.slice(0, parts.length - i).join('/'),
  );
}

/**
 * Finds a picture on the disk; never outside of the folder handed over for the import and the one it lies in,
 * not even through a link.
 *
 * @param root the folder above the file or folder handed over
 * @param original the original's file
 */
export async function findPictureOnDisk(
  root: string,
  original: string,
  written: string,
): Promise<FileAtHand | undefined> {
  const below = original.slice(root.length).split(sep).join('/').replace(/^\/+/, '');
  for (const path of pictureCandidates(below, written)) {
    const file = await realpath(resolve(root, path)).catch(() => undefined);
    if (file === undefined || !file.startsWith(withSeparator(await realpath(root)))) continue;
    const info = await stat(file);
    if (info.isFile() && info.size > 0 && info.size <= largestPicture)
      return { path, read: () => readFile(file) };
  }
  return undefined;
}

const withSeparator = (folder: string): string => (folder.endsWith(sep) ? folder : folder + sep);

/** The name of a picture's copy beside its article: `flood-1.jpg`. */
export const pictureName = (
  articleFile: string,
  number: number,
  format: PictureFacts['format'],
): string =>
  `${(articleFile.split('/').at(-1) ?? '').replace(/\.md$/, '')}-${number}.${endings[format][0]}`;
