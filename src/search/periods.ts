// The archive is cut into shards by period. Periods are halves of halves of fixed stretches of the calendar, so
// that one more article never moves the borders of other shards, unless its own grows too large and is halved.

/** A stretch of the calendar in months from January of the year 0; both ends belong to it. */
interface Stretch {
  first: number;
  last: number;
}

export interface Period<T> {
  /** `2016-2023`, `2024-01--2024-06`, `undated`, or `all`. */
  name: string;
  newestFirst: T[];
}

export interface PeriodSizes {
  /** Above this number of articles a period is halved: memory, and the bytes of a first answer, stay small. */
  largest: number;
  /** Neighbouring periods with fewer articles than this together are one: fewer requests for the same answer. */
  smallest: number;
  /** The newest period is cut in two above this number: it is made anew with each article that is published. */
  newest: number;
}

const periodSizes: PeriodSizes = { largest: 5000, smallest: 2000, newest: 1000 };

/** 4,096 years, which is 2^12. */
const wholeCalendar: Stretch = { first: 0, last: 4096 * 12 - 1 };

/**
 * Cuts an archive into periods.
 *
 * @param newestFirst articles whose date is known to the year at least, newest first, then the undated
 * @returns newest first, none of them empty; what is undated last, in a period of its own where the archive has
 *   more than one
 */
export function cutIntoPeriods<T extends { date: string }>(
  newestFirst: readonly T[],
  sizes: PeriodSizes = periodSizes,
): Period<T>[] {
  if (newestFirst.length === 0) return [];
  if (newestFirst.length <= sizes.newest) return [{ name: 'all', newestFirst: [...newestFirst] }];
  const dated = newestFirst.filter(({ date }) => date !== 'undated');
  const undated = newestFirst.filter(({ date }) => date === 'undated');
  const pieces = joinSmall(halve(dated, wholeCalendar, sizes.largest), sizes);
  const periods = [...cutNewest(pieces.slice(0, 1), sizes), ...pieces.slice(1)].map(
    ({ stretch, articles }) => ({
      name: nameOf(stretch),
      newestFirst: articles,
    }),
  );
  return undated.length === 0 ? periods : [...periods, { name: 'undated', newestFirst: undated }];
}

interface Piece<T> {
  stretch: Stretch;
  articles: T[];
}

function halve<T extends { date: string }>(
  articles: T[],
  stretch: Stretch,
  largest: number,
): Piece<T>[] {
  if (articles.length === 0) return [];
  const months = stretch.last - stretch.first + 1;
  if (articles.length <= largest || months === 1) return [{ stretch, articles }];
  const middle = stretch.first + (months === 3 ? 1 : months / 2);
  const newer = articles.filter(({ date }) => monthNumber(date) >= middle);
  const older = articles.filter(({ date }) => monthNumber(date) < middle);
  return [
    ...halve(newer, { first: middle, last: stretch.last }, largest),
    ...halve(older, { first: stretch.first, last: middle - 1 }, largest),
  ];
}

/** Cuts the newest months from a piece that is too large to be made anew each day. */
function cutNewest<T extends { date: string }>(
  pieces: Piece<T>[],
  { newest }: PeriodSizes,
): Piece<T>[] {
  return pieces.flatMap(({ stretch, articles }) => {
    const [first, ...others] = halve(articles, stretch, newest);
    const last = others.at(0)?.stretch.last;
    if (!first || last === undefined) return [{ stretch, articles }];
    const older = others.flatMap((piece) => piece.articles);
    return [first, { stretch: { first: stretch.first, last }, articles: older }];
  });
}

function joinSmall<T>(newestFirst: Piece<T>[], { smallest }: PeriodSizes): Piece<T>[] {
  const joined: Piece<T>[] = [];
  for (const piece of newestFirst) {
    const newer = joined.at(-1);
    if (newer && newer.articles.length + piece.articles.length < smallest) {
      newer.stretch = { first: piece.stretch.first, last: newer.stretch.last };
      newer.articles = [...newer.articles, ...piece.articles];
    } else joined.push({ ...piece });
  }
  return joined;
}

/** An article known only to the year belongs to January, where its year begins. */
const monthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : 0);

const year = (month: number): string => String(Math.floor(month / 12)).padStart(4, '0');

function nameOf({ first, last }: Stretch): string {
  const month = (number: number): string =>
    `${year(number)}-${String((number % 12) + 1).padStart(2, '0')}`;
  const wholeYears = first % 12 === 0 && last % 12 === 11;
  if (!wholeYears) return first === last ? month(first) : `${month(first)}--${month(last)}`;
  return year(first) === year(last) ? year(first) : `${year(first)}-${year(last)}`;
}
