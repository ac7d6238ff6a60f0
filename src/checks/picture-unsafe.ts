import { picturePath, placeOfPicture, type FindPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** A drawing that holds a script would run it when a reader opens the drawing at its own address. */
export function pictureUnsafe(articles: readonly Article[], findPicture: FindPicture): Problem[] {
  return articles.flatMap((article) =>
    article.pictures.flatMap((picture) => {
      const found = findPicture(picturePath(article.file, picture));
      if (!found || !('fault' in found) || found.fault !== 'unsafe') return [];
      const problem: Problem = {
        place: placeOfPicture(article, picture),
        rule: 'picture-unsafe',
        severity: 'error',
        message: `The drawing \`${picture}\` could run or load something: it holds \`${found.reason}\`.`,
        fix: 'Delete that from the file, or save the drawing as plain SVG or as PNG.',
      };
      return [problem];
    }),
  );
}
