import { picturePath, placeOfPicture, type FindPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** Hosts and browsers go by a file's ending: a picture under another one is no picture to them, or is a page. */
export function pictureMisnamed(articles: readonly Article[], findPicture: FindPicture): Problem[] {
  return articles.flatMap((article) =>
    article.pictures.flatMap((picture) => {
      const found = findPicture(picturePath(article.file, picture));
      if (!found || !('fault' in found) || found.fault !== 'misnamed') return [];
      const problem: Problem = {
        place: placeOfPicture(article, picture),
        rule: 'picture-misnamed',
        severity: 'error',
        message: `The picture \`${picture}\` is not what its name says: its content is that of a \`${found.reason}\` file.`,
        fix: `Rename it so that it ends in \`${found.reason}\`.`,
      };
      return [problem];
    }),
  );
}
