import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';

/** Pictures larger than this stay where they are, in bytes. */
const largestPicture = 50 * 1024 * 1024;

/** Folders that site generators serve as the root of the site. */
const servedFolders = ['', 'static', 'public', 'assets', 'src', 'content', 'source', 'images'];

/**
 * Finds a picture an original names, beside it or in a folder its site was served from; never outside of
 * the folders that were handed over for the import.
 *
 * @param original the original's file
 * @param path the picture's path as the original has it
 * @param roots the folders handed over
 */
export async function findPicture(
  original: string,
  path: string,
  roots: readonly string[],
): Promise<string | undefined> {
  const candidates = path.startsWith('/')
    ? roots.flatMap((root) => servedFolders.map((folder) => join(root, folder, path)))
    : [join(dirname(original), path)];
  for (const candidate of candidates.map((file) => resolve(file))) {
    const isInside = roots.some((root) => candidate.startsWith(resolve(root) + sep));
    if (!isInside) continue;
    const info = await stat(candidate).catch(() => undefined);
    if (info?.isFile() && info.size > 0 && info.size <= largestPicture) return candidate;
  }
  return undefined;
}

/** The name of a picture's copy beside its article: `flood-1.jpg`. */
export const pictureName = (articleFile: string, number: number, found: string): string =>
  `${(articleFile.split('/').at(-1) ?? '').replace(/\.md$/, '')}-${number}${extname(found).toLowerCase()}`;

/** Copies a picture, whole or not at all. */
export async function copyPicture(found: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await copyFile(found, target);
}
