// The pictures of articles where these are listed: on the front page, on the pages of days and of topics.

import { fileNameOf } from '../article/file-names.ts';
import type { Article } from '../article/article.ts';
import { planPictures, type FindPicture, type ShownPicture } from '../archive/pictures.ts';

export interface LeadPicture {
  picture: ShownPicture;
  alt: string;
}

/** What finds no picture, where none are asked for. */
export const withoutPictures: FindPicture = () => undefined;

/** The picture at the head of an article; none where it has none, or it cannot be shown. */
export function leadPicture(article: Article, findPicture: FindPicture): LeadPicture | undefined {
  const { image } = article;
  if (!image) return undefined;
  const picture = planPictures(article, findPicture).shown[fileNameOf(image.src)];
  return picture && { picture, alt: image.alt ?? '' };
}

/**
 * The pictures of the first articles of a list that have one, by the articles' ids.
 *
 * @param most how many at most
 */
export function leadPictures(
  articles: readonly Article[],
  findPicture: FindPicture,
  most: number,
): Record<string, LeadPicture> {
  const leads: Record<string, LeadPicture> = {};
  let left = most;
  for (const article of articles) {
    if (left === 0) break;
    const lead = leadPicture(article, findPicture);
    if (!lead) continue;
    leads[article.id] = lead;
    left--;
  }
  return leads;
}
