import { looksLikePicture } from '../../article/picture-facts.ts';
import { pictureName } from '../../originals/find-pictures.ts';
import type { PictureFacts } from '../../article/picture-facts.ts';
import type { FileAtHand, Original } from '../../originals/originals.ts';
import { readPicture } from '../../content-folder/pictures.ts';
import { ReadError } from '../../originals/read-error.ts';
import type { Draft } from '../../importers/importer.ts';
import { localPicturesOf, pathsOf, type PlacedPicture } from '../../importers/pictures.ts';

/** A picture that will be copied to its article. */
export interface PictureAtHand extends PlacedPicture {
  bytes: Uint8Array;
}

/**
 * Finds the pictures a draft names that lie with its original and are pictures by their content; an unsafe
 * drawing and a file that cannot be decoded stay where they are. A copy's ending is that of its content.
 *
 * @param file the article's file below the content folder
 */
export async function placePictures(
  draft: Draft,
  original: Original,
  file: string,
): Promise<PictureAtHand[]> {
  const placed: PictureAtHand[] = [];
  for (const written of localPicturesOf(draft)) {
    const picture = await findSafe(written, original);
    if (!picture) continue;
    const copy = pictureName(file, placed.length + 1, picture.format);
    placed.push({ written, copy, bytes: picture.bytes });
  }
  return placed;
}

interface SafePicture {
  format: PictureFacts['format'];
  bytes: Uint8Array;
}

async function findSafe(written: string, original: Original): Promise<SafePicture | undefined> {
  for (const path of pathsOf(written)) {
    const found = await original.findPicture(path);
    const picture = found && (await readSafe(found));
    if (picture) return picture;
  }
  return undefined;
}

/** Reads a picture that is safe and can be decoded to its end. */
async function readSafe({ path, read }: FileAtHand): Promise<SafePicture | undefined> {
  if (!looksLikePicture(path)) return undefined;
  try {
    const bytes = await read();
    const reading = await readPicture(bytes);
    return 'fault' in reading ? undefined : { format: reading.format, bytes };
  } catch (error) {
    // A broken archive may hold the articles whole, and their pictures no more.
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
