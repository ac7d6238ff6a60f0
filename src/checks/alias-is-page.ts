import { answerTo } from '../archive/old-addresses.ts';
import type { Holder, Outputs } from '../archive/outputs.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** An old address that leads to an article must not take that of a file which the site has anyway, nor its place. */
export function aliasIsPage(articles: readonly Article[], outputs: Outputs): Problem[] {
  return articles.flatMap(({ file, id, aliases }) =>
    aliases.flatMap((alias, at): Problem[] => {
      const holder = holderOfAlias(alias, outputs);
      // What leads to the article itself is needless and harmless; to another one, see `alias-taken`.
      if (!holder || (holder.kind === 'article' && holder.path === answeredBy(alias))) return [];
      return [
        {
          place: { file, field: ['aliases', at] },
          rule: 'alias-is-page',
          severity: 'error',
          message: `The alias \`${alias}\` ${describeHolder(holder)}.`,
          fix: holder.path === `${id}/index.html` ? 'Delete it.' : 'Delete it: that would be lost.',
        },
      ];
    }),
  );
}

/** The front page looks a query up; every other alias is a file. */
const answeredBy = (alias: string): string | undefined => {
  const answer = answerTo(alias);
  if (answer) return 'file' in answer ? answer.file : undefined;
  return alias === '/' ? 'index.html' : undefined;
};

function holderOfAlias(alias: string, outputs: Outputs): Holder | undefined {
  const path = answeredBy(alias);
  return path === undefined ? undefined : outputs.holderOf(path);
}

function describeHolder({ kind, path, article }: Holder): string {
  if (kind === 'page') return 'is the address of a page of this site';
  if (kind === 'public') return `is taken by the file \`public/${path}\``;
  const what = kind === 'article' ? 'the page' : `the ${kind} \`${path.split('/').at(-1)}\``;
  return `is taken by ${what} of \`${article}\``;
}
