// The pictures that other sites show beside a link: each article's own, or one for each year.

import { directionOf, type Article } from '../article/article.ts';
import { fileNameOf } from '../article/file-names.ts';
import { formatDateTag, monthOf, yearOf } from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
import { paths } from '../archive/urls.ts';
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
    .filter(
      ({ references }) => !references.some(({ address }) => fileNameOf(address) === 'share.png'),
    )
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
          derived: article.headline === 'derived',
        },
      },
    }));
}
