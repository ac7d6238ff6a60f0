import type { DateTag, Day } from '../article/calendar-date.ts';
import { spanOf, type Archive } from '../archive/archive.ts';
import { countYears, daysOf, type Count } from '../archive/calendar.ts';
import { termPath, paths } from '../archive/urls.ts';
import { nearMonthDay } from './date-views.ts';
import type { FindPicture } from '../archive/pictures.ts';
import { leadPictures, withoutPictures, type LeadPicture } from './lead-pictures.ts';
import { listed, type Listed } from './listed.ts';

/** How many articles before the newest day the front page shows. */
const latestShown = 10;

/** How many of the day's date in other years and of the days around it; the script that replaces them shows as many. */
const onThisDayShown = 4;

const topicsShown = 14;

/** How many pictures stand on the front page. */
const picturesShown = 3;

export interface FrontView {
  count: number;
  span: { first: DateTag; last: DateTag } | undefined;
  newestDay: Day | undefined;
  /** Of the newest day. */
  articles: Listed[];
  latest: Listed[];
  /** The pictures of the first of these articles that have one, by id. */
  leads: Record<string, LeadPicture>;
  years: Count[];
  /** On the newest day's date in other years: what stands there until the reader's own date is known. */
  onThisDay: Listed[];
  /** On the days around that, where it has few. */
  nearThisDay: Listed[];
  /** Those with the most articles. */
  topics: { name: string; path: string; count: number }[];
}

export function frontView(archive: Archive, findPicture: FindPicture = withoutPictures): FrontView {
  const newestDay = daysOf(archive)[0];
  const articles = newestDay ? (archive.byDay.get(newestDay) ?? []) : [];
  const latest = takeFirst(archive.newestFirst, latestShown, ({ date }) => date !== newestDay);
  const { onDay, near } = newestDay ? nearMonthDay(archive, newestDay) : { onDay: [], near: [] };
  return {
    count: archive.newestFirst.length,
    span: spanOf(archive),
    newestDay,
    articles: articles.map(listed),
    latest: latest.map(listed),
    leads: leadPictures([...articles, ...latest], findPicture, picturesShown),
    years: countYears(archive),
    onThisDay: onDay.slice(0, onThisDayShown),
    nearThisDay: near
      .filter(({ date }) => date !== newestDay)
      .slice(0, Math.max(0, onThisDayShown - onDay.length)),
    topics: [...archive.topics.values()]
      .slice(0, topicsShown)
      .map(({ name, slug, articles: of }) => ({
        name,
        path: termPath(paths.topics, slug),
        count: of.length,
      })),
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
