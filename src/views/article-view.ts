import type { Article } from '../article/article.ts';
import { isDay } from '../article/calendar-date.ts';
import type { Archive } from '../archive/archive.ts';
import { listed, type Listed } from './listed.ts';

/** Of the articles of the same day, those that follow it; more would rewrite the whole day's pages for one. */
const ofThisDayShown = 4;

export interface ArticleView {
  article: Article;
  older: Listed | undefined;
  newer: Listed | undefined;
  /** Those printed after it on its day, going round to the first. */
  ofThisDay: Listed[];
}

export function articleViews(archive: Archive): ArticleView[] {
  const { newestFirst, byDay } = archive;
  const placeInDay = new Map<string, number>();
  for (const articles of byDay.values()) articles.forEach(({ id }, i) => placeInDay.set(id, i));
  return newestFirst.map((article, i) => {
    const older = newestFirst[i + 1];
    const newer = newestFirst[i - 1];
    return {
      article,
      older: older && listed(older),
      newer: newer && listed(newer),
      ofThisDay: isDay(article.date)
        ? takeRound(byDay.get(article.date) ?? [], placeInDay.get(article.id) ?? 0).map(listed)
        : [],
    };
  });
}

function takeRound<T>(items: readonly T[], at: number): T[] {
  const count = Math.min(ofThisDayShown, items.length - 1);
  return Array.from({ length: count }, (_, i) => items[(at + 1 + i) % items.length] as T);
}
