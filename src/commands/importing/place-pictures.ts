import { looksLikePicture, pictureName } from '../../files/find-pictures.ts';
import type { FileAtHand, Original } from '../../files/originals.ts';
import { readPicture } from '../../files/pictures.ts';
import type { Draft } from '../../importers/importer.ts';
import {
  cleanPath,
  isLocalPicture,
  picturesOf,
  type PlacedPicture,
} from '../../importers/pictures.ts';

/** A picture that will be copied to its article. */
export type PictureAtHand = PlacedPicture & FileAtHand;

/**
 * Finds the pictures a draft names that lie with its original and are pictures by their content; an unsafe
 * drawing and a file that cannot be decoded stay where they are.
 *
 * @param file the article's file below the content folder
 */
export async function placePictures(
  draft: Draft,
  original: Original,
  file: string,
): Promise<PictureAtHand[]> {
  const placed: PictureAtHand[] = [];
  for (const written of picturesOf(draft).filter(isLocalPicture)) {
    const found = await original.findPicture(cleanPath(written));
    if (found && (await isPicture(found)))
      placed.push({ ...found, written, copy: pictureName(file, placed.length + 1, found.path) });
  }
  return placed;
}

async function isPicture({ path, read }: FileAtHand): Promise<boolean> {
  try {
    return looksLikePicture(path) && !('fault' in (await readPicture(await read())));
  } catch {
    // Its archive is broken there.
    return false;
  }
}
