import type { Article } from '../article/article.ts';
import { isElsewhere } from '../article/scanned-page.ts';
import type { Problem } from '../problem.ts';

/** A scan on another host is shown where the keeper allows that host: whoever reads the article asks it. */
export function pageHostNotAllowed(
  articles: readonly Article[],
  pictureHosts: readonly string[],
): Problem[] {
  return articles.flatMap(({ file, pages = [] }) =>
    pages.flatMap((page): Problem[] => {
      if (!isElsewhere(page)) return [];
      const { origin } = new URL(page.src);
      if (pictureHosts.some((allowed) => page.src.startsWith(allowed))) return [];
      return [
        {
          place: { file, line: page.line, column: page.column },
          rule: 'page-host-not-allowed',
          severity: 'error',
          message: `The page \`${page.src}\` lies on a host that the archive does not allow.`,
          fix: `Add \`allow: { images: [${origin}] }\` to \`archive.yaml\`; or put the picture beside the article and name it, \`./page-3.jpg\`.`,
        },
      ];
    }),
  );
}
