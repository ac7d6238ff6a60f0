import type { Article } from '../article/article.ts';
import { isDay } from '../article/calendar-date.ts';
import type { Problem } from '../problem.ts';

/** One headline twice on a day is mostly one article twice; else readers cannot tell the two apart in a list. */
export function headlineTwice(articles: readonly Article[]): Problem[] {
  const holders = new Map<string, Article>();
  return articles.flatMap((article): Problem[] => {
    const { file, date, title, lang, titleOrigin } = article;
    if (!isDay(date)) return [];
    const key = `${date} ${lang} ${title.normalize('NFKC').toLowerCase()}`;
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, article);
    // Two of one address: see `address-taken`.
    if (holder === undefined || holder.id === article.id) return [];
    return [
      {
        place: titleOrigin === 'given' ? { file, field: ['title'] } : { file },
        rule: 'headline-twice',
        severity: 'warning',
        message: `The headline \`${title}\` also stands over \`${holder.file}\` on the same day.`,
        fix: 'If they are one article, delete one of the files; otherwise make the headlines differ.',
      },
    ];
  });
}
