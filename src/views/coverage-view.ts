// What the archive holds and lacks, in figures: for readers who have to know how far a search can be trusted.

import { spanOf, type Archive } from '../archive/archive.ts';
import { countMonths } from '../archive/calendar.ts';
import { termPath, paths } from '../archive/urls.ts';
import type { Article } from '../article/article.ts';
import { isDay, UNDATED, type DateTag } from '../article/calendar-date.ts';
import type { YearCounts } from './date-views.ts';

/** The time that an archive is of, where its keeper says so. */
export interface TimeSpan {
  first?: DateTag | undefined;
  last?: DateTag | undefined;
}

/** Months in a row without an article, from `2023-02` to `2023-11`. */
export interface Gap {
  from: string;
  to: string;
  months: number;
}

export interface CoverageView {
  articles: number;
  words: number;
  /** From the beginning of the archive's time to its end; none where nothing is dated. */
  span: { first: DateTag; last: DateTag } | undefined;
  /** Every year of it. */
  years: YearCounts[];
  /** How many gaps there are, and the longest of them, the longest first. */
  gapCount: number;
  gaps: Gap[];
  /** By BCP 47 tag, most articles first. */
  languages: { language: string; articles: number }[];
  sections: { name: string; path: string; articles: number }[];
  undated: number;
  /** Known to a month or a year only. */
  partlyDated: number;
  derivedHeadlines: number;
  /** The pictures of this archive that articles show, and those of them without words for who cannot see them. */
  pictures: number;
  undescribedPictures: number;
}

const gapsShown = 12;

export function coverageView(archive: Archive, timeSpan: TimeSpan = {}): CoverageView {
  const { newestFirst, sections, undated } = archive;
  const span = wholeSpan(archive, timeSpan);
  const years = yearsWithin(archive, span);
  const gaps = findGaps(years, span);
  const pictures = newestFirst.flatMap(({ references }) =>
    references.filter(({ kind }) => kind === 'picture'),
  );
  const count = (holds: (article: Article) => boolean): number => newestFirst.filter(holds).length;
  return {
    articles: newestFirst.length,
    words: newestFirst.reduce((sum, { wordCount }) => sum + wordCount, 0),
    span,
    years,
    gapCount: gaps.length,
    gaps: gaps.slice(0, gapsShown),
    languages: countLanguages(newestFirst),
    sections: [...sections.values()].map(({ name, slug, articles }) => ({
      name,
      path: termPath(paths.sections, slug),
      articles: articles.length,
    })),
    undated: undated.length,
    partlyDated: count(({ date }) => date !== UNDATED && !isDay(date)),
    derivedHeadlines: count(({ titleOrigin }) => titleOrigin === 'derived'),
    pictures: pictures.length,
    undescribedPictures: pictures.filter(({ isAltMissing }) => isAltMissing).length,
  };
}

/** From the first article or the beginning that the keeper names, whichever is earlier, to the last or the end. */
function wholeSpan(archive: Archive, { first, last }: TimeSpan): CoverageView['span'] {
  const ofArticles = spanOf(archive);
  const [begins] = [first, ofArticles?.first].filter((date) => date !== undefined).toSorted();
  const ends = [last, ofArticles?.last]
    .filter((date) => date !== undefined)
    // `1907` ends after each of its days.
    .toSorted((a, b) => (`${a}~` < `${b}~` ? -1 : 1))
    .at(-1);
  return begins === undefined || ends === undefined ? undefined : { first: begins, last: ends };
}

function yearsWithin(archive: Archive, span: CoverageView['span']): YearCounts[] {
  if (!span) return [];
  const [first, last] = [span.first, span.last].map((date) => Number(date.slice(0, 4))) as [
    number,
    number,
  ];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const key = String(first + i).padStart(4, '0');
    const articles = archive.byYear.get(key)?.length ?? 0;
    const months = articles === 0 ? [] : countMonths(key, archive).map(({ count }) => count);
    return { key, count: articles, months };
  });
}

/** The longest first, equals newest first. Months before the first and after the last of the span are no gap. */
function findGaps(years: readonly YearCounts[], span: CoverageView['span']): Gap[] {
  if (!span) return [];
  const begins = span.first.length > 4 ? span.first.slice(0, 7) : `${span.first}-01`;
  const ends = span.last.length > 4 ? span.last.slice(0, 7) : `${span.last}-12`;
  const gaps: Gap[] = [];
  let open: Gap | undefined;
  for (const { key, months } of years) {
    for (let number = 1; number <= 12; number++) {
      const month = `${key}-${String(number).padStart(2, '0')}`;
      if (month < begins || month > ends) continue;
      if ((months[number - 1] ?? 0) > 0) open = undefined;
      else if (open) {
        open.to = month;
        open.months++;
      } else gaps.push((open = { from: month, to: month, months: 1 }));
    }
  }
  return gaps.toSorted((a, b) => b.months - a.months || (a.from < b.from ? 1 : -1));
}

function countLanguages(articles: readonly Article[]): CoverageView['languages'] {
  const counts = new Map<string, number>();
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts]
    .map(([language, count]) => ({ language, articles: count }))
    .toSorted((a, b) => b.articles - a.articles || (a.language < b.language ? -1 : 1));
}
