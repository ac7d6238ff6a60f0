import { pageAt, type Outputs } from '../archive/outputs.ts';
import { paths } from '../archive/urls.ts';
import type { Problem } from '../problem.ts';

/** A keeper's page must not want the address of an article, of a page of the program or of a file in `public/`. */
export function ownPageTaken(
  pages: readonly { id: string; file: string }[],
  outputs: Outputs,
): Problem[] {
  return pages.flatMap(({ id, file }) => {
    if (`/${id}/` === paths.about) return [];
    const path = `${id}/index.html`;
    const holder = pageAt(path) ?? outputs.holderOf(path);
    if (holder === undefined) return [];
    return [
      {
        place: { file },
        rule: 'page-taken',
        severity: 'error',
        message: `The address \`/${id}/\` is that of ${holder.article === undefined ? `\`${holder.path}\`` : `the article \`${holder.article}\``}.`,
        fix: 'Give the file another name.',
      },
    ];
  });
}
