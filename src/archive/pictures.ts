// Where the pictures of articles lie, where they are served, and in which sizes and formats.

import type { Article } from '../article/article.ts';
import { fileNameOf } from '../article/file-names.ts';
import type { PictureFacts, PictureReading } from '../article/picture-facts.ts';
import { paths } from './urls.ts';

/**
 * Where a picture of an article lies: beside the article's file in the content folder, or, with a slash at its
 * beginning, in `public/`.
 *
 * @param name see `fileNameOf`
 */
export const picturePath = (file: string, name: string): string =>
  name.startsWith('/') ? name : `${file.slice(0, file.lastIndexOf('/'))}/${name}`;

/** Whether a picture lies outside of its article's folder, from where it cannot be served. */
export const isOutside = (name: string): boolean => name.split('/').includes('..');

/**
 * A file's name as it is served: hosts and caches cut addresses at `?` and `#`, even where these are escaped, so
 * they are spelt by their number in hexadecimal digits.
 *
 * @example servedName('map#1.png')  // 'map-23-1.png'
 */
export const servedName = (name: string): string =>
  name.replace(/[?#]/g, (sign) => `-${sign.charCodeAt(0).toString(16)}-`);

/** Where an article first names a picture. */
export function placeOfPicture(
  { file, references }: Article,
  name: string,
): { file: string; line: number | undefined; column: number | undefined } {
  const first = references.find(
    ({ kind, address }) => kind === 'picture' && fileNameOf(address) === name,
  );
  return { file, line: first?.line, column: first?.column };
}

/** The widths in pixels that pictures are served in: the column's, a phone's sharp screen, the column's twice. */
const widths = [640, 1120, 1600];

/** The width of the picture at an article's head where the article is listed among others, in pixels. */
const listedWidth = 320;

/** An original wider than this is served reduced to it, in pixels. */
export const widestServed = 2400;

/** Below this width in pixels another format spares nothing worth a request. */
const narrowestMade = 200;

/** How a picture is shown: everything that its element says but the words. Paths are those of the site. */
export interface ShownPicture {
  path: string;
  /** Of the picture at `path`, in pixels. */
  width: number;
  height: number;
  /** Other formats, the smallest first; none for drawings and animations. */
  sources: { type: string; made: { path: string; width: number }[] }[];
}

/** A file of the site that is made from a picture, or is the picture itself. */
export interface PictureOutput {
  path: string;
  /** The original, relative to the content folder. */
  file: string;
  /** The original's digest. */
  digest: string;
  /** None where the original is served as it is. */
  making?: { format: 'avif' | 'webp' | 'original'; width: number; lossless: boolean } | undefined;
}

export interface PicturePlan {
  /** By the name of the file. */
  shown: Record<string, ShownPicture>;
  outputs: PictureOutput[];
}

/** Finds what is known of a picture, by its path in the content folder or, with a slash, in `public/`. */
export type FindPicture = (path: string) => PictureReading | undefined;

/**
 * Plans how the pictures of an article are shown and what is made of them. Those in `public/` are served as they
 * are. A picture that cannot be shown is left out.
 */
export function planPictures(
  article: Pick<Article, 'id' | 'file' | 'image' | 'pictures' | 'references'>,
  findPicture: FindPicture,
): PicturePlan {
  const plan: PicturePlan = { shown: {}, outputs: [] };
  // A smaller picture may not take the place of another original: then the original alone is served.
  const linked = new Set(
    article.references
      .filter(({ kind }) => kind === 'link')
      .map(({ address }) => fileNameOf(address)),
  );
  const taken = new Set([...article.pictures, ...linked].map(servedName));
  const head = article.image && fileNameOf(article.image.src);
  for (const slug of article.pictures) {
    const file = picturePath(article.file, slug);
    const facts = findPicture(file);
    if (!facts || 'fault' in facts || isOutside(slug)) continue;
    // What a link leads to is the picture in full.
    const { width, height } = linked.has(slug) ? facts : sizeServed(facts);
    const shown: ShownPicture = { path: slug, width, height, sources: [] };
    plan.shown[slug] = shown;
    if (slug.startsWith('/')) continue;
    const served = servedName(slug);
    shown.path = `${paths.article(article)}${served}`;
    const { digest } = facts;
    const lossless = facts.format === 'png';
    const reduced = width < facts.width;
    plan.outputs.push({
      path: shown.path,
      file,
      digest,
      making: reduced ? { format: 'original', width, lossless } : undefined,
    });
    for (const format of formatsFor(facts)) {
      const made: { path: string; width: number }[] = [];
      for (const madeWidth of widthsFor(facts.width, slug === head)) {
        const name = `${served.replace(/\.[^.]*$/, '')}-${madeWidth}.${format}`;
        if (taken.has(name)) continue;
        taken.add(name);
        const path = `${paths.article(article)}${name}`;
        made.push({ path, width: madeWidth });
        plan.outputs.push({ path, file, digest, making: { format, width: madeWidth, lossless } });
      }
      if (made.length > 0) shown.sources.push({ type: `image/${format}`, made });
    }
  }
  return plan;
}

/**
 * The picture at an article's head in the smallest size it is served in; none where it is not in the folder of the
 * article's page, or is served in one large size only.
 *
 * @returns the file's name in that folder, and how large the whole picture is, in pixels
 */
export function planThumbnail(
  article: Parameters<typeof planPictures>[0],
  findPicture: FindPicture,
): { name: string; width: number; height: number } | undefined {
  const head = article.image && fileNameOf(article.image.src);
  const shown = head === undefined ? undefined : planPictures(article, findPicture).shown[head];
  const folder = paths.article(article);
  if (!shown?.path.startsWith(folder)) return undefined;
  const { width, height } = shown;
  // The last format is the one that most browsers show.
  const path = shown.sources.at(-1)?.made[0]?.path;
  if (path === undefined && width > listedWidth && !shown.path.endsWith('.svg')) return undefined;
  return { name: (path ?? shown.path).slice(folder.length), width, height };
}

function sizeServed({ format, animated, width, height }: PictureFacts): {
  width: number;
  height: number;
} {
  if (width <= widestServed || animated || format === 'svg' || format === 'gif') {
    return { width, height };
  }
  return { width: widestServed, height: Math.round((height * widestServed) / width) };
}

/** Photographs shrink most as AVIF; what is drawn keeps its edges as WebP without loss. */
function formatsFor({ format, animated, width }: PictureFacts): ('avif' | 'webp')[] {
  if (animated || width < narrowestMade) return [];
  switch (format) {
    case 'jpeg':
      return ['avif', 'webp'];
    case 'png':
    case 'webp':
      return ['webp'];
    case 'avif':
      return ['avif'];
    default:
      return [];
  }
}

/** The widths below the original's, and the original's own where it is not far above them. */
function widthsFor(original: number, isAtHead: boolean): number[] {
  const wanted = isAtHead ? [listedWidth, ...widths] : widths;
  const smaller = wanted.filter((width) => width < original);
  return original <= (widths.at(-1) ?? 0) ? [...smaller, original] : smaller;
}
