import { isOutside } from '../archive/pictures.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** A picture is served below its article's address: it must lie beside the article or below its folder. */
export function pictureOutside(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, pictures }) =>
    pictures.filter(isOutside).map((picture) => ({
      place: { file },
      rule: 'picture-outside',
      severity: 'error',
      message: `The picture \`${picture}\` lies outside of the article's folder.`,
      mend: 'Copy it beside the article, or put it into `public/pictures/` and write `/pictures/` before its name.',
    })),
  );
}
