import { answerTo } from '../archive/old-addresses.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** Old addresses are answered by files, and not every address can be one. */
export function aliasNotAFile(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, aliases }) =>
    aliases
      .filter((alias) => answerTo(alias) === undefined)
      .map((alias): Problem => ({
        place: { file },
        rule: 'alias-not-a-file',
        severity: 'warning',
        message: `No file of this site can answer the alias \`${alias}\`.`,
        mend: 'Have your host redirect it to the article; or delete it.',
      })),
  );
}
