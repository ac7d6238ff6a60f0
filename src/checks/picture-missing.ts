import { picturePath } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';
import { liesElsewhere } from './picture-elsewhere.ts';

/**
 * Every picture an article shows must be there, for a broken picture cannot be mended by a reader.
 *
 * @param exists whether a file is there: one beside the article by its path in the content folder, one that
 *   begins with a slash by its path in `public/`
 */
export function pictureMissing(
  articles: readonly Article[],
  exists: (path: string) => boolean,
): Problem[] {
  return articles.flatMap(({ file, pictures }) =>
    pictures.flatMap((picture) => {
      if (liesElsewhere(picture)) return [];
      const path = picturePath(file, picture);
      if (exists(path)) return [];
      const problem: Problem = {
        place: { file },
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
