import { picturePath, placeOfPicture, type FindPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** A file that is no picture, or breaks off, would be a broken picture on the page. */
export function pictureUnreadable(
  articles: readonly Article[],
  findPicture: FindPicture,
): Problem[] {
  return articles.flatMap((article) =>
    article.pictures.flatMap((picture) => {
      const found = findPicture(picturePath(article.file, picture));
      if (!found || !('fault' in found) || found.fault !== 'unreadable') return [];
      const problem: Problem = {
        place: placeOfPicture(article, picture),
        rule: 'picture-unreadable',
        severity: 'error',
        message: `The picture \`${picture}\` cannot be read: ${found.reason}.`,
        fix: 'Put a whole JPEG, PNG, WebP, AVIF, GIF or SVG file in its place.',
      };
      return [problem];
    }),
  );
}
