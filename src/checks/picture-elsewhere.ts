import { isOutside, placeOfPicture } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** A picture is served from below its article's address; one that lies above it would be found nowhere. */
export function pictureElsewhere(articles: readonly Article[]): Problem[] {
  return articles.flatMap((article) =>
    article.pictures.filter(isOutside).map((picture): Problem => ({
      place: placeOfPicture(article, picture),
      rule: 'picture-elsewhere',
      severity: 'error',
      message: `The picture \`${picture}\` is not beside the article.`,
      fix: `Put it there and write \`./${picture.split('/').at(-1)}\`; or put it into \`public/\` and write \`/${picture.split('/').at(-1)}\`.`,
    })),
  );
}
