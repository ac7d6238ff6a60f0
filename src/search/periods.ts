// The archive is cut into shards by period. Periods are halves of halves of fixed ranges of the calendar, so
// that one more article never moves the borders of other shards, unless its own grows too large and is halved.

/** A range of days of the calendar, each month counted as 32 of them, from the year 0; both ends belong to it. */
interface DayRange {
  first: number;
  last: number;
}

export interface Period<T> {
  /** `2016-2023`, `2024-01--2024-06`, `2024-03-01--2024-03-16`, `undated`, `undated-2`, or `all`. */
  name: string;
  newestFirst: T[];
}

export interface PeriodSizes {
  /** Above this number of articles a period is halved: memory, and the bytes of a first answer, stay small. */
  largest: number;
  /** A period with fewer articles than this is joined to its neighbour: fewer requests for the same answer. */
  smallest: number;
}

const periodSizes: PeriodSizes = { largest: 5000, smallest: 2000 };

const daysOfMonth = 32;
const daysOfYear = 12 * daysOfMonth;

/** 4,096 years, which is 2^12. */
const wholeCalendar: DayRange = { first: 0, last: 4096 * daysOfYear - 1 };

/**
 * Cuts an archive into periods.
 *
 * @param newestFirst articles whose date is known to the year at least, newest first, then the undated
 * @returns newest first, none of them empty, each with `smallest` articles or more and less than twice `largest`
 *   (more only where a single day has more); what is undated last, in periods of its own where the archive has
 *   more than one
 */
export function cutIntoPeriods<T extends { date: string }>(
  newestFirst: readonly T[],
  sizes: PeriodSizes = periodSizes,
): Period<T>[] {
  if (newestFirst.length === 0) return [];
  if (newestFirst.length <= 2 * sizes.smallest) {
    return [{ name: 'all', newestFirst: [...newestFirst] }];
  }
  const dated = newestFirst.filter(({ date }) => date !== 'undated');
  const undated = newestFirst.filter(({ date }) => date === 'undated');
  const pieces = joinSmall(halve(dated, wholeCalendar, sizes.largest), sizes.smallest);
  const periods = cutNewest(pieces, sizes).map(({ range, articles }) => ({
    name: nameOf(range),
    newestFirst: articles,
  }));
  const oldest = periods.at(-1);
  if (!oldest || undated.length >= sizes.smallest) {
    return [...periods, ...cutUndated(undated, sizes.largest)];
  }
  // A few by themselves would cost each search a request.
  const withUndated = { ...oldest, newestFirst: [...oldest.newestFirst, ...undated] };
  return [...periods.slice(0, -1), withUndated];
}

interface Piece<T> {
  range: DayRange;
  articles: T[];
}

function halve<T extends { date: string }>(
  articles: T[],
  range: DayRange,
  largest: number,
): Piece<T>[] {
  if (articles.length === 0) return [];
  if (articles.length <= largest || range.first === range.last) return [{ range, articles }];
  return cutInTwo({ range, articles }).flatMap((half) => halve(half.articles, half.range, largest));
}

/** The newer half and the older one. Of a quarter of a year, the older half is one month. */
function cutInTwo<T extends { date: string }>({ range, articles }: Piece<T>): Piece<T>[] {
  const days = range.last - range.first + 1;
  const middle = range.first + (days === 3 * daysOfMonth ? daysOfMonth : Math.ceil(days / 2));
  const newer = countNewer(articles, middle);
  return [
    {
      range: { first: middle, last: range.last },
      articles: articles.slice(0, newer),
    },
    {
      range: { first: range.first, last: middle - 1 },
      articles: articles.slice(newer),
    },
  ];
}

/** How many at the head of a list, newest first, belong to a day or to later ones. */
function countNewer(newestFirst: readonly { date: string }[], day: number): number {
  let least = 0;
  let most = newestFirst.length;
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (dayNumber((newestFirst[middle] as { date: string }).date) >= day) least = middle + 1;
    else most = middle;
  }
  return least;
}

/**
 * Cuts the newest months or days off, for they are made anew with each article that is published. What remains of
 * their period goes to the next one, where it is too small by itself.
 */
function cutNewest<T extends { date: string }>(
  [newest, next, ...older]: Piece<T>[],
  { largest, smallest }: PeriodSizes,
): Piece<T>[] {
  if (!newest) return [];
  const parts = halve(newest.articles, newest.range, Math.ceil(smallest / 2));
  let count = 0;
  const enough = parts.findIndex(({ articles }) => (count += articles.length) >= smallest) + 1;
  const [cut, rest] = [parts.slice(0, enough), parts.slice(enough)];
  const others = next ? [next, ...older] : [];
  if (cut.length === 0 || rest.length === 0) return [newest, ...others];
  const left = newest.articles.length - count;
  if (left >= smallest) return [join(cut), join(rest), ...others];
  if (!next || left + next.articles.length >= 2 * largest) return [newest, ...others];
  return [join(cut), join([...rest, next]), ...older];
}

/** Joins from the oldest on, so that what is published next moves the newest borders only. */
function joinSmall<T>(newestFirst: Piece<T>[], smallest: number): Piece<T>[] {
  const joined: Piece<T>[] = [];
  const isSmall = (piece: Piece<T> | undefined): boolean =>
    piece !== undefined && piece.articles.length < smallest;
  for (const piece of newestFirst.toReversed()) {
    if (isSmall(joined[0])) joined.splice(0, 1, join([piece, ...joined.slice(0, 1)]));
    else joined.unshift(piece);
  }
  return joined.length > 1 && isSmall(joined[0])
    ? [join(joined.slice(0, 2)), ...joined.slice(2)]
    : joined;
}

/** Makes one of neighbours, given newest first. */
const join = <T>(pieces: Piece<T>[]): Piece<T> => ({
  range: {
    first: pieces.at(-1)?.range.first as number,
    last: pieces[0]?.range.last as number,
  },
  articles: pieces.flatMap(({ articles }) => articles),
});

function cutUndated<T>(undated: T[], largest: number): Period<T>[] {
  const parts = Math.ceil(undated.length / largest);
  return Array.from({ length: parts }, (_, i) => ({
    name: i === 0 ? 'undated' : `undated-${i + 1}`,
    newestFirst: undated.slice(i * largest, (i + 1) * largest),
  }));
}

/** An article known only to the month or year belongs to its first day, where it begins. */
const dayNumber = (date: string): number =>
  Number(date.slice(0, 4)) * daysOfYear +
  (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : 0) * daysOfMonth +
  (date.length >= 10 ? Number(date.slice(8, 10)) - 1 : 0);

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function nameOf({ first, last }: DayRange): string {
  const end = last + 1;
  const year = (day: number): string => String(Math.floor(day / daysOfYear)).padStart(4, '0');
  const month = (day: number): string =>
    `${year(day)}-${twoDigits((Math.floor(day / daysOfMonth) % 12) + 1)}`;
  const dayOf = (day: number): string =>
    `${month(day)}-${twoDigits(Math.min((day % daysOfMonth) + 1, 31))}`;
  const print =
    [
      { unit: daysOfYear, name: year },
      { unit: daysOfMonth, name: month },
    ].find(({ unit }) => first % unit === 0 && end % unit === 0)?.name ?? dayOf;
  const [from, to] = [print(first), print(last)];
  if (from === to) return from;
  return print === year ? `${from}-${to}` : `${from}--${to}`;
}
