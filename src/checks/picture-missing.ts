import { isOutside, picturePath, placeOfPicture, type FindPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** Of a picture that is not there the page shows its words alone: old archives have lost many, and are built. */
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
        severity: 'warning',
        message: `The picture \`${picture}\` is missing; the page shows its description instead.`,
        fix: picture.startsWith('/')
          ? `Put it at \`public${picture}\`, or correct its name.`
          : `Put it at \`${path}\`, or correct its name.`,
      };
      return [problem];
    }),
  );
}
