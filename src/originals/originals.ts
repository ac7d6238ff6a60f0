// The originals an import is pointed at: files, folders and archives, one after the other in a fixed order.

import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isArchive, openArchive } from './archives.ts';
import { findPictureOnDisk } from './find-pictures.ts';
import { ReadError } from './read-error.ts';
import { Stop } from '../disk/stop.ts';
import { visible } from '../problem.ts';
import type { TemporaryFolder } from '../disk/temporary-folder.ts';

export interface Original {
  /**
   * Its name as it is recorded, with forward slashes: the folder it was found in and its path below. The
   * folders above are nobody's business once the archive is public.
   */
  path: string;
  /** In bytes. */
  size: number;
  /** Reads it whole. This and what follows throw a `ReadError` where it cannot be read. */
  read: () => Promise<Uint8Array>;
  /** Reads it in pieces, each time from the beginning. */
  open: () => AsyncIterable<Uint8Array>;
  /**
   * Finds a picture the original names by a path: beside it, or below a folder its site was served from. It may
   * be read until the run ends.
   */
  findPicture: (written: string) => Promise<FileAtHand | undefined>;
}

/** A file that lies in the same folder or archive as an original. */
export interface FileAtHand {
  path: string;
  read: () => Promise<Uint8Array>;
}

/** An original that could not be opened, and why. */
export interface Unreadable {
  path: string;
  reason:
    | 'missing'
    | 'archive-broken'
    | 'archive-bomb'
    | 'archive-empty'
    | 'encrypted'
    | 'link'
    | 'special'
    | 'unreadable';
  detail: string;
}

export type Found = Original | Unreadable;

export const isUnreadable = (found: Found): found is Unreadable => 'reason' in found;

/** Files that systems leave in folders. */
const litter = /^(?:\.|Thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/**
 * Finds all originals below the given paths, in the order given, folders in the order of their names. A link
 * inside a folder is told and not followed: it may lead anywhere, or in a circle.
 */
export async function* findOriginals(
  paths: readonly string[],
  temporary: TemporaryFolder,
): AsyncGenerator<Found> {
  for await (const found of findBelow(paths, temporary)) {
    const path = visible(found.path);
    yield isUnreadable(found) ? { ...found, path } : { ...withReadErrors(found), path };
  }
}

/** An original whose failures cannot be taken for those of its reader, or of the disk that is written to. */
function withReadErrors(original: Original): Original {
  const { read, open: openPieces, findPicture } = original;
  return {
    ...original,
    read: () => read().catch(failReading),
    async *open() {
      try {
        yield* openPieces();
      } catch (error) {
        failReading(error);
      }
    },
    async findPicture(written) {
      const found = await findPicture(written).catch(failReading);
      return found && { ...found, read: () => found.read().catch(failReading) };
    },
  };
}

function failReading(error: unknown): never {
  throw error instanceof Stop ? error : new ReadError(error);
}

async function* findBelow(
  paths: readonly string[],
  temporary: TemporaryFolder,
): AsyncGenerator<Found> {
  for (const path of paths) {
    const disk = resolve(path);
    const root = dirname(disk);
    const info = await stat(disk).catch((error: NodeJS.ErrnoException) => error);
    if (info instanceof Error) {
      yield info.code === 'ENOENT'
        ? { path, reason: 'missing', detail: 'There is no such file or folder.' }
        : { path, reason: 'unreadable', detail: info.message };
    } else if (info.isDirectory()) {
      yield* findInFolder(disk, basename(disk), { root, temporary });
    } else if (info.isFile()) {
      const folder = basename(root);
      const name = folder === '' ? basename(disk) : `${folder}/${basename(disk)}`;
      yield* findInFile(disk, name, { root, temporary });
    } else yield { path, reason: 'special', detail: 'It is no file.' };
  }
}

interface Place {
  /** The folder above what was handed over. */
  root: string;
  temporary: TemporaryFolder;
}

async function* findInFolder(disk: string, recorded: string, place: Place): AsyncGenerator<Found> {
  let entries;
  try {
    entries = await readdir(disk, { withFileTypes: true });
  } catch (error) {
    yield { path: recorded, reason: 'unreadable', detail: (error as Error).message };
    return;
  }
  // By code unit, not by locale: the order is the same on every machine.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (litter.test(entry.name)) continue;
    const inside = join(disk, entry.name);
    const path = `${recorded}/${entry.name}`;
    if (entry.isDirectory()) yield* findInFolder(inside, path, place);
    else if (entry.isFile()) yield* findInFile(inside, path, place);
    else if (entry.isSymbolicLink()) yield { path, reason: 'link', detail: 'It is a link.' };
    else yield { path, reason: 'special', detail: 'It is no file.' };
  }
}

/** Names under which nobody keeps an archive: a hundred thousand texts need not be opened twice. */
const knownText =
  /\.(?:txt|text|md|markdown|mdx|html?|xml|rss|atom|json|jsonl|ndjson|csv|tsv|wml)$/i;

async function* findInFile(
  disk: string,
  path: string,
  { root, temporary }: Place,
): AsyncGenerator<Found> {
  try {
    const { size } = await stat(disk);
    if (!knownText.test(disk) && (await isArchive(disk))) {
      yield* openArchive(disk, path, temporary);
      return;
    }
    yield {
      path: path.split(sep).join('/'),
      size,
      read: () => readFile(disk),
      open: () => createReadStream(disk, { highWaterMark: 1 << 20 }),
      findPicture: (written) => findPictureOnDisk(root, disk, written),
    };
  } catch (error) {
    if (error instanceof Stop) throw error;
    yield { path, reason: 'unreadable', detail: (error as Error).message };
  }
}

/** The first bytes of an original, or all where it is shorter. */
export async function readHead(original: Original, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of original.open()) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= length) break;
  }
  return Buffer.concat(pieces).subarray(0, length);
}

/** The size of all files below some paths, in bytes, as they lie on the disk. */
export async function sizeOfPaths(paths: readonly string[]): Promise<number> {
  let size = 0;
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (info?.isFile()) size += info.size;
    if (!info?.isDirectory()) continue;
    const inside = await readdir(path, { withFileTypes: true, recursive: true });
    for (const entry of inside) {
      if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size;
    }
  }
  return size;
}
