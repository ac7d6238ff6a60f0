import type { Article } from '../article/article.ts';
import { UNDATED, type Day } from '../article/calendar-date.ts';
import type { Problem } from '../problem.ts';

/** A date after today is nearly always a slip of the pen. */
export function dateInFuture(articles: readonly Article[], today: Day): Problem[] {
  return articles
    .filter(({ date }) => date !== UNDATED && date > today.slice(0, date.length))
    .map(({ file, date }) => ({
      place: { file },
      rule: 'date-in-future',
      severity: 'warning',
      message: `The date ${date} is in the future (today is ${today}).`,
      fix: 'Correct it, or add `draft: true` until that day, or `publishAt` with the moment.',
    }));
}
