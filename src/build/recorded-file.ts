// Files of a site as they lie on the disk, held against what was recorded of them.

import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  utimesSync,
  writeSync,
  type Stats,
} from 'node:fs';

export interface RecordedFile {
  /** See `Output.key`; empty where the output has none. */
  key: string;
  /** In bytes. */
  size: number;
  mtimeMs: number;
  /** The bytes' SHA-256 in hexadecimal digits, as the manifest lists it. */
  digest: string;
}

export const describe = (
  { size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>,
  key: string | undefined,
  digest: string,
): RecordedFile => ({ key: key ?? '', size, mtimeMs, digest });

/** The digest that a record holds of a file's bytes. */
export const digestBytes = (bytes: Uint8Array): string => hash('sha256', bytes);

/**
 * Finds a file as it was recorded; where only its time differs (a cache that was packed and unpacked), its bytes
 * decide.
 *
 * @returns what is recorded of it from here on; none where it is another file, or not there
 */
export function findIntact(path: string, file: RecordedFile): RecordedFile | undefined {
  const stats = findStats(path);
  if (!stats?.isFile() || stats.size !== file.size) return undefined;
  if (stats.mtimeMs === file.mtimeMs) return file;
  const digest = digestBytes(readFileSync(path));
  return digest === file.digest ? { ...file, mtimeMs: stats.mtimeMs } : undefined;
}

/** What lies at a path; none where nothing does, or a file stands where a folder on the way to it should. */
export function findStats(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export const isFolder = (path: string): boolean => findStats(path)?.isDirectory() ?? false;

/** Writes a file that is not there yet. */
export function writeNew(path: string, bytes: Uint8Array): Stats {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

/** What a disk says that has no hard links, or no more of them for one file. */
const noLink = new Set(['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Disks without hard links get a copy, with the same time, so that uploads see it is the same. */
export function linkOrCopy(from: string, to: string, file: RecordedFile): RecordedFile {
  try {
    linkSync(from, to);
    return file;
  } catch (error) {
    if (!noLink.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    utimesSync(to, file.mtimeMs / 1000, file.mtimeMs / 1000);
    return { ...file, mtimeMs: lstatSync(to).mtimeMs };
  }
}
