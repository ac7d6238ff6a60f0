// The disk's side of pictures: their sizes, whether they can be decoded, whether they are safe. What was found of
// a file is kept until its size or time changes, so that an archive's pictures are not decoded at every build.

import { hash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import sharp from 'sharp';
import type { PictureFacts, PictureReading } from '../article/picture-facts.ts';
import { findUnsafe } from './unsafe-svg.ts';

/** Raise this when readings change their shape or their rules: what was kept is forgotten then. */
const edition = 1;

const keptFile = resolve('.dateline/pictures.json');

/** How many pictures are decoded at a time; each may take some 100 MB. */
const picturesAtOnce = 2;

interface Kept {
  size: number;
  /** In milliseconds. */
  time: number;
  reading: PictureReading;
}

/**
 * Where a picture lies on this machine.
 *
 * @param path one beside an article by its path in the content folder; one in `public/` begins with a slash
 */
export const pictureFile = (contentDir: string, path: string): string =>
  path.startsWith('/') ? join('public', path) : join(contentDir, path);

/** Reads pictures, each once; what is known of unchanged files is taken from `.dateline/pictures.json`. */
export async function readPictures(
  contentDir: string,
  paths: Iterable<string>,
): Promise<Map<string, PictureReading>> {
  const queue = [...new Set(paths)].toSorted();
  const readings = new Map<string, PictureReading>();
  if (queue.length === 0) return readings;
  const kept = await readKept();
  let changed = false;
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const file = resolve(pictureFile(contentDir, path));
      const known = kept.get(file);
      const found = await readAnew(file, known);
      readings.set(path, found.reading);
      if (found !== known && found.size >= 0) {
        kept.set(file, found);
        changed = true;
      }
    }
  };
  await Promise.all(Array.from({ length: picturesAtOnce }, work));
  if (changed) await writeKept(kept);
  return readings;
}

async function readAnew(file: string, known: Kept | undefined): Promise<Kept> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    return { size: -1, time: 0, reading: { fault: 'missing', reason: file } };
  }
  const { size, mtimeMs: time } = found;
  if (known?.size === size && known.time === time) return known;
  return { size, time, reading: await readPicture(await readFile(file)) };
}

/** Reads a picture's bytes to their end: one that breaks off is unreadable. */
export async function readPicture(bytes: Uint8Array): Promise<PictureReading> {
  try {
    const decoder = sharp(bytes, { failOn: 'truncated' });
    const { format, autoOrient, pages = 1, compression } = await decoder.metadata();
    const known = knownFormat(format, compression);
    if (!known) return { fault: 'unreadable', reason: `it is ${format}` };
    if (known === 'svg') {
      const unsafe = findUnsafe(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      if (unsafe !== undefined) return { fault: 'unsafe', reason: unsafe };
    }
    await decoder.resize({ width: 16 }).raw().toBuffer();
    return {
      format: known,
      width: autoOrient.width,
      height: autoOrient.height,
      animated: pages > 1,
      digest: hash('sha256', bytes),
    };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { fault: 'unreadable', reason };
  }
}

function knownFormat(format: string, compression?: string): PictureFacts['format'] | undefined {
  switch (format) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'gif':
    case 'svg':
      return format;
    case 'heif':
      return compression === 'av1' ? 'avif' : undefined;
    default:
      return undefined;
  }
}

async function readKept(): Promise<Map<string, Kept>> {
  try {
    const { edition: written, pictures } = JSON.parse(await readFile(keptFile, 'utf8')) as {
      edition: number;
      pictures: [string, Kept][];
    };
    return new Map(written === edition ? pictures : []);
  } catch {
    // Not there, or damaged: everything is read anew.
    return new Map();
  }
}

async function writeKept(kept: ReadonlyMap<string, Kept>): Promise<void> {
  await mkdir(dirname(keptFile), { recursive: true });
  const next = `${keptFile}-${process.pid}`;
  await writeFile(next, JSON.stringify({ edition, pictures: [...kept] }));
  await rename(next, keptFile);
}
