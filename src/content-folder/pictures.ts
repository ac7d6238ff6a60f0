// The disk's side of pictures: their sizes, whether they can be decoded, whether they are safe.

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { endings, type PictureFacts, type PictureReading } from '../article/picture-facts.ts';
import type { FileMemory } from './file-memory.ts';
import { isFile, locate } from '../disk/locate.ts';
import { workThrough } from '../disk/work-through.ts';
import { publicFile } from './public-files.ts';
import { findUnsafe } from './unsafe-svg.ts';

/** How many pictures are decoded at a time; each may take some 100 MB. */
const picturesAtOnce = 2;

/**
 * Where a picture lies on this machine.
 *
 * @param path one beside an article by its path in the content folder; one in `public/` begins with a slash
 */
export const pictureFile = (contentDir: string, path: string): string =>
  path.startsWith('/') ? publicFile(path) : locate(join(contentDir, path));

/**
 * Reads pictures, each once.
 *
 * @param memory spares the decoding of files that have not changed
 */
export async function readPictures(
  contentDir: string,
  paths: Iterable<string>,
  memory?: FileMemory<PictureReading>,
): Promise<Map<string, PictureReading>> {
  const readings = new Map<string, PictureReading>();
  await workThrough([...new Set(paths)].toSorted(), picturesAtOnce, async (path) => {
    readings.set(path, await readFileOnce(path, pictureFile(contentDir, path), memory));
  });
  return readings;
}

async function readFileOnce(
  path: string,
  file: string,
  memory: FileMemory<PictureReading> | undefined,
): Promise<PictureReading> {
  if (!isFile(file)) {
    return { fault: 'missing', reason: file };
  }
  if (!memory) return readNamedPicture(file, readFileSync(file));
  return (await memory.readSlowly(path, file, (bytes) => readNamedPicture(file, bytes))).value;
}

/**
 * Reads a picture that is to be published under its name. A host tells browsers by the name's ending what a file
 * is: under `map.html` a picture would be opened as a page.
 */
export async function readNamedPicture(path: string, bytes: Uint8Array): Promise<PictureReading> {
  const reading = await readPicture(bytes);
  if ('fault' in reading) return reading;
  const fit = endings[reading.format];
  return fit.includes(extname(path).slice(1).toLowerCase())
    ? reading
    : { fault: 'misnamed', reason: `.${fit[0]}` };
}

/** Reads a picture's bytes to their end: one that breaks off is unreadable. */
export async function readPicture(bytes: Uint8Array): Promise<PictureReading> {
  try {
    // Loading it costs a tenth of a second, which a build that knows its pictures has no use for.
    const { default: sharp } = await import('sharp');
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
