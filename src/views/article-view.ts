import type { Article } from '../article/article.ts';
import { isDay } from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
import { ledLinks, linkResolver, type FindFile } from '../archive/links.ts';
import { planPictures, type FindPicture, type ShownPicture } from '../archive/pictures.ts';
import { findRelated } from '../archive/related.ts';
import { paths, termPath } from '../archive/urls.ts';
import { listed, type Listed } from './listed.ts';
import { marginOf, type Margin } from './margin.ts';
import { sharedPicture, type SharedPicture, type SharePictures } from './share-views.ts';

/** Of the articles of the same day, those that follow it; more would rewrite the whole day's pages for one. */
const ofThisDayShown = 4;

const relatedShown = 5;

/** The paths of the pages on which an article stands with others, by name. */
export interface TermPaths {
  section: string | undefined;
  /** In the order of its authors. */
  authors: string[];
  /** In the order of its tags. */
  topics: string[];
}

/** What is known of the files beside articles. */
export interface ArchiveFiles {
  findPicture: FindPicture;
  findFile: FindFile;
}

export interface ArticleView {
  article: Article;
  older: Listed | undefined;
  newer: Listed | undefined;
  /** Those printed after it on its day, going round to the first. */
  ofThisDay: Listed[];
  /** The most related first; those that stand in `ofThisDay` are left out. */
  related: Listed[];
  /** What stands beside it where nothing else does. */
  margin: Margin | undefined;
  /** At the head and in the text, by the name of the file. */
  pictures: Record<string, ShownPicture>;
  /** The paths of the pages of its names. */
  terms: TermPaths;
  /** Where its links by file lead, as paths, by their address as written. */
  links: Record<string, string>;
  /** The picture that stands for it on other sites. */
  sharePicture: SharedPicture | undefined;
}

export function articleViews(
  archive: Archive,
  { findPicture, findFile }: ArchiveFiles,
  sharePictures: SharePictures,
): ArticleView[] {
  const { newestFirst, byDay } = archive;
  const placeInDay = new Map<string, number>();
  for (const articles of byDay.values()) articles.forEach(({ id }, i) => placeInDay.set(id, i));
  const placeOf = ({ id }: Article): number => placeInDay.get(id) ?? 0;
  const sameDay = ({ date }: Article): Article[] => (isDay(date) && byDay.get(date)) || [];
  const resolve = linkResolver(newestFirst, findFile);
  const related = findRelated(
    newestFirst,
    relatedShown,
    (article, other) =>
      article.date === other.date && follows(placeOf(article), placeOf(other), sameDay(article)),
  );
  return newestFirst.map((article, i) => {
    const older = newestFirst[i + 1];
    const newer = newestFirst[i - 1];
    const pictures = planPictures(article, findPicture).shown;
    const ofThisDay = takeRound(sameDay(article), placeOf(article)).map(listed);
    const itsRelated = (related.get(article) ?? []).map(listed);
    const isAlone = ofThisDay.length + itsRelated.length === 0;
    return {
      article,
      older: older && listed(older),
      newer: newer && listed(newer),
      ofThisDay,
      related: itsRelated,
      margin: isAlone ? marginOf(archive, article, i) : undefined,
      pictures,
      terms: termPaths(archive, article),
      links: ledLinks(article, resolve),
      sharePicture: sharedPicture(article, pictures, sharePictures),
    };
  });
}

function termPaths({ slugs }: Archive, { section, authors, tags }: Article): TermPaths {
  const pathOf = (kind: keyof typeof slugs, name: string): string =>
    termPath(paths[kind], slugs[kind].get(name) ?? '');
  return {
    section: section === undefined ? undefined : pathOf('sections', section),
    authors: authors.map((name) => pathOf('authors', name)),
    topics: tags.map((tag) => pathOf('topics', tag)),
  };
}

/** Whether `takeRound` takes the one place of a list when asked from the other. */
const follows = (at: number, other: number, { length }: readonly unknown[]): boolean =>
  length > 0 && (other - at + length) % length <= ofThisDayShown;

function takeRound<T>(items: readonly T[], at: number): T[] {
  const count = Math.max(0, Math.min(ofThisDayShown, items.length - 1));
  return Array.from({ length: count }, (_, i) => items[(at + 1 + i) % items.length] as T);
}
