// Where the pictures of articles lie, where they are served, and in which sizes and formats.

import type { Article } from '../article/article.ts';
import type { PictureFacts, PictureReading } from '../article/picture-facts.ts';
import { paths } from './urls.ts';

/** A picture's name as files have it: `./my%20map.svg` in Markdown is `my map.svg`. */
export function pictureSlug(picture: string): string {
  const name = picture.replace(/^(?:\.\/)+/, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Where a picture that an article names lies: beside the article's file in the content folder, or, with a
 * slash at its beginning, in `public/`.
 */
export function picturePath(file: string, picture: string): string {
  const slug = pictureSlug(picture);
  return slug.startsWith('/') ? slug : `${file.slice(0, file.lastIndexOf('/'))}/${slug}`;
}

/** Whether a picture lies outside of its article's folder, from where it cannot be served. */
export const isOutside = (picture: string): boolean =>
  pictureSlug(picture).split('/').includes('..');

/** The widths in pixels that pictures are served in: the column's, a phone's sharp screen, the column's twice. */
const widths = [640, 1120, 1600];

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
  /** By slug. */
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
  article: Pick<Article, 'id' | 'file' | 'pictures'>,
  findPicture: FindPicture,
): PicturePlan {
  const plan: PicturePlan = { shown: {}, outputs: [] };
  // A smaller picture may not take the place of another original: then the original alone is served.
  const slugs = new Set(article.pictures.map(pictureSlug));
  const taken = new Set(slugs);
  for (const slug of slugs) {
    const file = picturePath(article.file, slug);
    const facts = findPicture(file);
    if (!facts || 'fault' in facts || isOutside(slug)) continue;
    const { width, height } = sizeServed(facts);
    const shown: ShownPicture = { path: slug, width, height, sources: [] };
    plan.shown[slug] = shown;
    if (slug.startsWith('/')) continue;
    shown.path = `${paths.article(article)}${slug}`;
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
      for (const madeWidth of widthsFor(facts.width)) {
        const name = `${slug.replace(/\.[^.]*$/, '')}-${madeWidth}.${format}`;
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
function widthsFor(original: number): number[] {
  const smaller = widths.filter((width) => width < original);
  return original <= (widths.at(-1) ?? 0) ? [...smaller, original] : smaller;
}
