import sharp from 'sharp';

/** How a picture is made from its original. */
export interface PictureMaking {
  format: 'avif' | 'webp' | 'original';
  /** In pixels; never more than the original has. */
  width: number;
  /** Drawings and screenshots keep every edge. */
  lossless: boolean;
}

/** Makes a smaller picture, upright and without what a camera wrote into it (the place, for one). */
export async function makePicture(
  original: Uint8Array,
  making: PictureMaking,
): Promise<Uint8Array> {
  const { format, width, lossless } = making;
  const picture = sharp(original, { failOn: 'truncated' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  switch (format) {
    case 'avif':
      // One second for 1,280 pixels of a photograph; effort 4 takes five times as long and spares nothing.
      return picture.avif({ quality: 52, effort: 3 }).toBuffer();
    case 'webp':
      return picture
        .webp(lossless ? { nearLossless: true, quality: 60 } : { quality: 74 })
        .toBuffer();
    case 'original':
      return picture.toBuffer();
  }
}
