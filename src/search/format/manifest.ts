// What the two ends of the search agree on: the builder writes these files, the reader's browser reads them.
// They lie in the folder `search-index/` of the site. A name that ends in `.pack` is JSON, compressed with gzip.

/** The folder of the site that holds the index. */
export const indexFolder = 'search-index';

/** It changes when files of an older index can no longer be read, or would be made differently. */
export const indexFormat = 7;

/**
 * The folder of a shard. It is named after its content, as every file of the index but the manifest is: what a page
 * has asked for once, it gets as it was, or not at all.
 */
export const shardFolder = ({ name, digest }: Pick<ShardEntry, 'name' | 'digest'>): string =>
  `${name}.${digest}`;

/** What a publication has in the folder of the index beside the manifest: folders and files. */
export const namesIn = ({ shards, engine, wordsFile }: Manifest): string[] => [
  ...shards.map(shardFolder),
  engine.folder,
  wordsFile,
];

/** A part of the archive with an index of its own: a period, or the articles without a date. */
export interface ShardEntry {
  /** Its period: `2016-2023`, `2024-01--2024-06`, `undated`, or `all`. */
  name: string;
  /** The newest and oldest date tag in it. */
  newest: string;
  oldest: string;
  /** The number of its articles. */
  count: number;
  /** What a reader may have to fetch of it in all, in bytes. */
  bytes: number;
  /** The SHA-256 of what went into it, in its first 16 hexadecimal digits. */
  digest: string;
  /** The number of blocks of `presence.bin`, see `presence.ts`. */
  presenceBlocks: number;
  /** How many articles each date tag has, newest first; see `printDayCounts`. */
  days: string;
  /** How many articles each file of texts holds, see `textsFileOf`. */
  textsPerFile: number;
}

export interface Manifest {
  format: number;
  /** All articles of the archive. */
  count: number;
  /** Newest period first; the undated last. */
  shards: ShardEntry[];
  /** What Pagefind's entry file says, the same for all shards; the browser hands it over in that file's place. */
  engine: { folder: string; version: string; language: string; includeCharacters: string[] };
  /** Words that nearly every text has; they are left out of longer queries. */
  commonWords: string[];
  /** The file of the archive's words, loaded for suggestions only. */
  wordsFile: string;
}

/** A date tag and how many articles carry it. */
export interface DayCount {
  date: string;
  count: number;
}

/**
 * Prints counts compactly, one line for each month or lone tag: `2023-11 0 2 0 1` is a month, the number of
 * articles known to the month only, then one number for each day from the first on; `2023 4` is a year whose
 * months are not known; `undated 7`.
 *
 * @param dates the date tags of articles in any order, one for each article
 */
export function printDayCounts(dates: Iterable<string>): string {
  const months = new Map<string, number[]>();
  for (const date of dates) {
    const day = date.length === 10 ? Number(date.slice(8)) : 0;
    const key = /^\d{4}-\d{2}/.test(date) ? date.slice(0, 7) : date;
    let counts = months.get(key);
    if (!counts) months.set(key, (counts = []));
    while (counts.length <= day) counts.push(0);
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, counts]) => `${key} ${counts.join(' ')}`)
    .join('\n');
}

/** Reads what `printDayCounts` printed: newest first, a month after its days and a year after its months. */
export function parseDayCounts(text: string): DayCount[] {
  const counts: DayCount[] = [];
  for (const line of text.split('\n')) {
    const [key = '', ...numbers] = line.split(' ');
    for (const [day, number] of numbers.entries()) {
      const count = Number(number);
      if (!(count > 0)) continue;
      counts.push({ date: day === 0 ? key : `${key}-${String(day).padStart(2, '0')}`, count });
    }
  }
  return counts.toSorted((a, b) => compareTags(b.date, a.date));
}

/** Oldest first, the undated before everything, as in `article/calendar-date.ts`. */
const compareTags = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a === 'undated') return -1;
  if (b === 'undated') return 1;
  return a < b ? -1 : 1;
};

/** What is known of each article of a shard beside its text, by position: 0 is the newest. */
export interface Facts {
  sections: FactColumn;
  tags: FactColumn;
  authors: FactColumn;
  languages: FactColumn;
}

/** Names, and for each article the places of its names in that list. */
export interface FactColumn {
  names: string[];
  rows: number[][];
}

/** The addresses and headlines of a shard, by position: for exports, which need many and no text. */
export interface Cards {
  /** Article ids, which are paths without their outer slashes. */
  ids: string[];
  titles: string[];
}

/**
 * The file that holds an article's text. Files are filled from the oldest article on, so that one more changes the
 * last of them only, which may hold fewer than the others.
 *
 * @param position the article's place in its shard; 0 is the newest
 */
export const textsFileOf = (
  { count, textsPerFile }: Pick<ShardEntry, 'count' | 'textsPerFile'>,
  position: number,
): string => `texts-${Math.floor((count - 1 - position) / textsPerFile)}.pack`;

/**
 * `text-places.bin` says where each article's text lies in its file: two numbers of 32 bits, the lowest byte first,
 * its start and its length. The browser reads so many articles' at a time.
 */
export const placesAtOnce = 16;

/** One article as its excerpt needs it. */
export interface ArticleText {
  id: string;
  title: string;
  /** Whether the headline was taken from the first sentence. */
  derived?: true;
  date: string;
  section?: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  authors: string[];
  tags: string[];
  /** Its text without the headline, a line for each paragraph. */
  content: string;
  /** Headings with an address of their own, and the place in the text where each begins. */
  headings: { at: number; id: string; text: string }[];
}
