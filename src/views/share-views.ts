// The pictures that other sites show beside a link: each article's own, or one for each year.

import { directionOf, type Article } from '../article/article.ts';
import { fileNameOf } from '../article/file-names.ts';
import { formatDateTag, monthOf, yearOf } from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
import type { ShownPicture } from '../archive/pictures.ts';
import { paths } from '../archive/urls.ts';
import { height, width } from '../share-picture/share-picture-view.ts';
import type { SharePictureView } from '../share-picture/share-picture-view.ts';
import type { Site } from '../site.ts';

/** What is made: a picture for each article, for each year, or none. */
export type SharePictures = Exclude<Site['sharePictures'], 'auto'>;

/** An archive with more articles than this has a picture for each year, where the keeper leaves the choice. */
export const mostOwnPictures = 5_000;

/** What is made for an archive of so many articles. */
export const chooseSharePictures = (
  { sharePictures }: Pick<Site, 'sharePictures'>,
  articles: number,
): SharePictures =>
  sharePictures !== 'auto' ? sharePictures : articles > mostOwnPictures ? 'years' : 'articles';

export interface SharePicture {
  path: string;
  view: SharePictureView;
}

/** The picture that stands for an article on other sites, as its page describes it; the size is in pixels. */
export interface SharedPicture {
  path: string;
  width: number;
  height: number;
  alt: string;
}

/** Whether an article has a file of its own in the place of the picture that would be made for it. */
const hasOwn = ({ references }: Pick<Article, 'references'>): boolean =>
  references.some(({ address }) => fileNameOf(address) === ownName);

const ownName = 'share.png';

/**
 * Describes the picture that stands for an article on other sites: the keeper's own or the one that is made.
 *
 * @param pictures those that the article shows, by the names of their files
 * @returns none where none is made, or the keeper's own is not there
 */
export function sharedPicture(
  article: Article,
  pictures: Readonly<Record<string, ShownPicture>>,
  kind: SharePictures,
): SharedPicture | undefined {
  const path = paths.sharePicture(article, kind);
  if (path === undefined) return undefined;
  if (kind === 'years' || !hasOwn(article)) {
    return { path, width, height, alt: article.title };
  }
  const own = pictures[ownName];
  const { image } = article;
  const described = image && fileNameOf(image.src) === ownName ? image.alt : undefined;
  return own && { path, width: own.width, height: own.height, alt: described || article.title };
}

/**
 * The share pictures of an archive. An article that shows a picture of its own called `share.png` keeps that.
 *
 * @param undatedWord the word for an unknown date
 */
export function shareViews(
  { newestFirst, byYear, undated }: Archive,
  site: Pick<Site, 'name' | 'language' | 'sharePictures'>,
  undatedWord: string,
): SharePicture[] {
  const kind = chooseSharePictures(site, newestFirst.length);
  const own = { name: site.name, lang: site.language, dir: directionOf(site.language) };
  const pathOf = (article: Article): string => paths.sharePicture(article, kind) ?? '';
  const yearWord = ({ date }: Article): string => yearOf(date) ?? undatedWord;
  if (kind === 'none') return [];
  if (kind === 'years') {
    const ofEach = [...byYear.values(), undated.filter(({ date }) => yearOf(date) === undefined)];
    return ofEach.flatMap(([article]) =>
      article ? [{ path: pathOf(article), view: { ...own, year: yearWord(article) } }] : [],
    );
  }
  return newestFirst
    .filter((article) => !hasOwn(article))
    .map((article) => ({
      path: pathOf(article),
      view: {
        ...own,
        year: yearWord(article),
        date: monthOf(article.date) && formatDateTag(article.date, site.language),
        headline: {
          text: article.title,
          lang: article.lang,
          dir: article.dir,
          derived: article.titleOrigin === 'derived',
        },
      },
    }));
}
