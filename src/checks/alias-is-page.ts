import { paths } from '../archive/urls.ts';
import type { Article } from '../article/article.ts';
import type { Problem } from '../problem.ts';

/** An old address that leads to an article must not take that of a page which the site has anyway. */
export function aliasIsPage(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, aliases }) =>
    aliases.filter(isPage).map((alias): Problem => ({
      place: { file },
      rule: 'alias-is-page',
      severity: 'error',
      message: `The alias \`${alias}\` is the address of a page of this site.`,
      mend: 'Delete it: that page would be lost.',
    })),
  );
}

const pages = new Set<string>(Object.values(paths).filter((path) => typeof path === 'string'));

/** Dates, and what lies below the lists; an article may well have been undated once, or known to its month. */
const madePage =
  /^\/(?:\d{4}\/(?:\d{2}\/){0,2}|(?:index|404)\.html|(?:on-this-day|topics|sections|authors|search|about|dates|search-index|_astro)\/.*)$/;

function isPage(alias: string): boolean {
  const path = alias.endsWith('/') || /[.?]/.test(alias) ? alias : `${alias}/`;
  return pages.has(path) || madePage.test(path);
}
