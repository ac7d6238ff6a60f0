import type { Article } from '../article/article.ts';
import { UNDATED } from '../article/calendar-date.ts';
import type { Problem } from '../problem.ts';

/** A text is not revised before it is printed. */
export function updatedBeforeDate(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ file, date, updated }): Problem[] => {
    if (updated === undefined || date === UNDATED || updated.slice(0, date.length) >= date)
      return [];
    return [
      {
        place: { file, field: ['updated'] },
        rule: 'updated-before-date',
        severity: 'warning',
        message: `The article was updated on ${updated}, before its date, ${date}.`,
        fix: 'Correct one of the two, or delete `updated`.',
      },
    ];
  });
}
