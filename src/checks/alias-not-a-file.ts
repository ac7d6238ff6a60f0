import { answerTo } from '../archive/old-addresses.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** Old addresses are answered by files, and not every address can be one. */
export function aliasNotAFile(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, aliases }) =>
    aliases
      .map((alias, at) => ({ alias, at }))
      .filter(({ alias }) => alias !== '/' && answerTo(alias) === undefined)
      .map(({ alias, at }): Problem => ({
        place: { file, field: ['aliases', at] },
        rule: 'alias-not-a-file',
        severity: 'warning',
        message: `No file of this site can answer the alias \`${shorten(alias)}\`.`,
        fix: 'Have your host redirect it to the article; or delete it.',
      })),
  );
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
