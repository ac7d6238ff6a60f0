import { answerTo } from '../archive/old-addresses.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** An old address can lead to one article only, and not to one that lives at another's address. */
export function aliasTaken(articles: readonly Article[]): Problem[] {
  const holders = new Map(articles.map(({ id, file }) => [`${id}/index.html`, file]));
  const problems: Problem[] = [];
  for (const { aliases, file } of articles) {
    for (const [at, alias] of aliases.entries()) {
      const answer = answerTo(alias);
      if (!answer) continue;
      const path = 'file' in answer ? answer.file : answer.query;
      const holder = holders.get(path);
      if (holder !== undefined && holder !== file) {
        problems.push({
          place: { file, field: ['aliases', at] },
          rule: 'alias-taken',
          severity: 'error',
          message: `The alias \`${alias}\` already belongs to \`${holder}\`.`,
          fix: 'Delete it from one of the two files.',
        });
      }
      holders.set(path, file);
    }
  }
  return problems;
}
