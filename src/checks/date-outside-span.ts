import type { Article } from '../article/article.ts';
import { compareDateTags, UNDATED, type DateTag } from '../article/calendar-date.ts';
import type { Problem } from '../problem.ts';

/** A date outside of the time that an archive is of is mostly a wrong century, or the day of a scan. */
export function dateOutsideSpan(
  articles: readonly Article[],
  { first, last }: { first?: DateTag | undefined; last?: DateTag | undefined },
): Problem[] {
  return articles.flatMap(({ file, date }): Problem[] => {
    const bound =
      date === UNDATED
        ? undefined
        : first !== undefined && isEarlier(date, first)
          ? `before ${first}, when the archive begins`
          : last !== undefined && isEarlier(last, date)
            ? `after ${last}, when the archive ends`
            : undefined;
    if (bound === undefined) return [];
    return [
      {
        place: { file, field: ['date'] },
        rule: 'date-outside-span',
        severity: 'warning',
        message: `The date ${date} is ${bound} (\`timeSpan\` in \`archive.yaml\`).`,
        fix: 'Correct the date; or, where it is right, `timeSpan`.',
      },
    ];
  });
}

/** Whether all of what one date tag names is before all of another: `1953` is not before `1953-02`. */
const isEarlier = (one: DateTag, other: DateTag): boolean => {
  const known = Math.min(one.length, other.length);
  return compareDateTags(one.slice(0, known), other.slice(0, known)) < 0;
};
