import type { DateTag, Day } from '../article/calendar-date.ts';
import { spanOf, type Archive } from '../archive/archive.ts';
import { countYears, daysOf, type Count } from '../archive/calendar.ts';
import { listed, type Listed } from './listed.ts';

/** How many articles before the newest day the front page shows. */
const latestShown = 10;

/** How many of the day's date in other years; the script that replaces them shows as many. */
const onThisDayShown = 4;

export interface FrontView {
  count: number;
  span: { first: DateTag; last: DateTag } | undefined;
  newestDay: Day | undefined;
  /** Of the newest day. */
  articles: Listed[];
  latest: Listed[];
  years: Count[];
  /** On the newest day's date in other years: what stands there until the reader's own date is known. */
  onThisDay: Listed[];
}

export function frontView(archive: Archive): FrontView {
  const newestDay = daysOf(archive)[0];
  const articles = newestDay ? (archive.byDay.get(newestDay) ?? []) : [];
  return {
    count: archive.newestFirst.length,
    span: spanOf(archive),
    newestDay,
    articles: articles.map(listed),
    latest: takeFirst(archive.newestFirst, latestShown, ({ date }) => date !== newestDay).map(
      listed,
    ),
    years: countYears(archive),
    onThisDay:
      newestDay === undefined
        ? []
        : takeFirst(
            archive.newestFirst,
            onThisDayShown,
            ({ date }) => date !== newestDay && date.slice(4) === newestDay.slice(4),
          ).map(listed),
  };
}

function takeFirst<T>(items: Iterable<T>, count: number, fits: (item: T) => boolean): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === count) break;
    if (fits(item)) taken.push(item);
  }
  return taken;
}
