import { looksLikePicture, pictureName } from '../../files/find-pictures.ts';
import type { PictureFacts } from '../../article/picture-facts.ts';
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
  for (const written of picturesOf(draft).filter(isLocalPicture)) {
    const found = await original.findPicture(cleanPath(written));
    const format = found && (await formatOf(found));
    if (found && format)
      placed.push({ ...found, written, copy: pictureName(file, placed.length + 1, format) });
  }
  return placed;
}

/** The format of a safe picture that can be decoded to its end. */
async function formatOf({ path, read }: FileAtHand): Promise<PictureFacts['format'] | undefined> {
  if (!looksLikePicture(path)) return undefined;
  try {
    const reading = await readPicture(await read());
    return 'fault' in reading ? undefined : reading.format;
  } catch {
    // Its archive is broken there.
    return undefined;
  }
}
