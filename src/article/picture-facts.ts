/** What a page has to know of a picture to show it without moving what stands around it. */
export interface PictureFacts {
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';
  /** As it is to be seen, in CSS pixels: a photograph that was turned is measured after turning. */
  width: number;
  height: number;
  animated: boolean;
  /** The SHA-256 of its bytes. */
  digest: string;
}

/** Why a picture cannot be shown. */
interface PictureFault {
  fault: 'missing' | 'unreadable' | 'unsafe' | 'misnamed';
  /** For `unsafe`, what was found; for `unreadable`, what the decoder says; for `misnamed`, the ending it should have. */
  reason: string;
}

/** The endings under which hosts serve each format as a picture; the first is the usual one. */
export const endings: Readonly<Record<PictureFacts['format'], readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  svg: ['svg'],
};

export type PictureReading = PictureFacts | PictureFault;

/** Whether a file is a picture by its name. */
export const looksLikePicture = (path: string): boolean =>
  /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path);
