import { isOutside, picturePath, placeOfPicture, type FindPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** Every picture an article shows must be there, for a broken picture cannot be mended by a reader. */
export function pictureMissing(articles: readonly Article[], findPicture: FindPicture): Problem[] {
  return articles.flatMap((article) =>
    article.pictures.flatMap((picture) => {
      if (isOutside(picture)) return [];
      const path = picturePath(article.file, picture);
      const found = findPicture(path);
      if (found && !('fault' in found && found.fault === 'missing')) return [];
      const problem: Problem = {
        place: placeOfPicture(article, picture),
        rule: 'picture-missing',
        severity: 'error',
        message: `The picture \`${picture}\` is not there.`,
        mend: picture.startsWith('/')
          ? `Put it at \`public${picture}\`, or correct its name.`
          : `Put it at \`${path}\`, or correct its name.`,
      };
      return [problem];
    }),
  );
}
