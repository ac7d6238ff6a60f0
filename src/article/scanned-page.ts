// The printed pages on which an article stands, as its front matter names them.

import type { Reference } from '../markdown/references.ts';
import { fileNameOf } from './file-names.ts';
import { findValue } from './front-matter.ts';
import { looksLikePicture } from './picture-facts.ts';
import type { FrontMatterFields } from './schema.ts';

export interface ScannedPage {
  /** A file beside the article, or the address of an image on another host. */
  src: string;
  /** Its number, as printed. */
  page?: string | undefined;
  /** What it shows, for those who cannot see it. */
  alt?: string | undefined;
  /** What of it the article takes, in pixels of the file: left, top, width, height. */
  box?: [left: number, top: number, width: number, height: number] | undefined;
  /** Where the front matter names it, in the file of the article. */
  line: number | undefined;
  column: number | undefined;
}

/** Whether a page is shown from another host. */
export const isElsewhere = ({ src }: Pick<ScannedPage, 'src'>): boolean =>
  src.startsWith('https://');

/**
 * The printed pages of an article, with their places.
 *
 * @param yaml what stands between the fences
 */
export const pagesOf = (
  { pages = [] }: Pick<FrontMatterFields, 'pages'>,
  yaml: string,
): ScannedPage[] =>
  pages.map((page, i) => {
    const { line, column } = findValue(yaml, ['pages', i, 'src']) ?? {};
    return { ...page, line, column };
  });

/** A page that is a picture is shown and led to, in full; another file is led to. */
export function referencesToPage(page: ScannedPage): Reference[] {
  if (isElsewhere(page)) return [];
  const { src: address, line = 1, column = 1 } = page;
  const link: Reference = { kind: 'link', address, line, column };
  return looksLikePicture(fileNameOf(address)) ? [{ ...link, kind: 'picture' }, link] : [link];
}
