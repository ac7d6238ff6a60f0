// What the data files of a month and of a year hold: the articles, newest first.

import type { Archive } from '../archive/archive.ts';
import type { DataPeriods } from '../archive/data/paths.ts';
import { recordOf, type ArticleRecord } from '../archive/data/record.ts';
import type { Publication } from '../archive/structured-data.ts';
import type { Article } from '../article/article.ts';
import { monthOf, UNDATED, yearOf } from '../article/calendar-date.ts';

/** An article's record, and the file that has its text. */
export interface DataEntry {
  file: string;
  digest: string;
  record: ArticleRecord;
}

export interface DataView {
  /** `2024/03`, `2024` or `undated`. */
  period: string;
  entries: DataEntry[];
}

const yearKey = ({ date }: Article): string => yearOf(date) ?? UNDATED;

const monthKey = (article: Article): string =>
  monthOf(article.date)?.replace('-', '/') ?? yearKey(article);

const viewsBy =
  (keyOf: (article: Article) => string) =>
  (archive: Archive, publication: Publication): DataView[] =>
    [...Map.groupBy(archive.newestFirst, keyOf)].map(([period, articles]) => ({
      period,
      entries: articles.map((article) => ({
        file: article.file,
        digest: article.digest,
        record: recordOf(article, publication),
      })),
    }));

/** The files of each month; articles known to a year only, or to no date, have files of their own. */
export const monthData = viewsBy(monthKey);

/** The files of each year, and of what is undated. */
export const yearData = viewsBy(yearKey);

/** The times that have files. */
export const dataPeriods = ({ newestFirst }: Archive): DataPeriods => ({
  months: [...new Set(newestFirst.map(monthKey))],
  years: [...new Set(newestFirst.map(yearKey))],
});
