import type { Article } from '../article/article.ts';
import { parseName, type AuthorType } from '../citation/names.ts';
import { cslDate, type CslName, type NewsItem } from '../citation/news-item.ts';
import { absolute, paths } from './urls.ts';

/** What of an article a citation needs. */
export type Citable = Pick<
  Article,
  | 'id'
  | 'title'
  | 'titleOrigin'
  | 'date'
  | 'authors'
  | 'authorTypes'
  | 'section'
  | 'lang'
  | 'source'
>;

/**
 * The headline as it is cited: one that we derived is supplied, and stands in square brackets (ISBD 0.3; Chicago
 * Manual of Style, 17th edition, 14.222).
 */
export const citedHeadline = ({
  title,
  titleOrigin,
}: Pick<Article, 'title' | 'titleOrigin'>): string =>
  titleOrigin === 'derived' ? `[${title}]` : title;

/** The newspaper: the source where it has a name, else the archive itself. */
export const newspaperOf = ({ source }: Pick<Article, 'source'>, archiveName: string): string =>
  source?.name ?? archiveName;

/** The authors of an article as citations name them, in their order. */
export const namesOf = (article: Pick<Article, 'authors' | 'authorTypes' | 'lang'>): CslName[] =>
  article.authors.map((name) =>
    parseName(name, { type: givenType(name, article), language: article.lang }),
  );

/** What the keeper says that a name is the name of. */
export const givenType = (
  author: string,
  { authorTypes }: Pick<Article, 'authorTypes'>,
): AuthorType | undefined => authorTypes.find(({ name }) => name === author)?.type;

/**
 * An article as CSL-JSON. Where its source names a newspaper, the archive is where it was found. The day of
 * access is the reader's and is added there.
 *
 * @param site the archive's name, and the address it is served from
 */
export function citationItem(article: Citable, site: { name: string; address: string }): NewsItem {
  const newspaper = newspaperOf(article, site.name);
  const issued = cslDate(article.date);
  return {
    id: citationKey(article.id),
    type: 'article-newspaper',
    title: citedHeadline(article),
    ...(article.authors.length > 0 && { author: namesOf(article) }),
    ...(issued && { issued }),
    'container-title': newspaper,
    ...(newspaper !== site.name && { archive: site.name }),
    ...(article.section && { section: article.section }),
    language: article.lang,
    URL: absolute(site.address, paths.article(article)),
  };
}

/** `2024/03/01/flood` is `flood-2024-03-01`: some programs refuse a key that begins with a figure. */
function citationKey(id: string): string {
  const parts = id.split('/');
  return [parts.at(-1), ...parts.slice(0, -1)].join('-');
}
