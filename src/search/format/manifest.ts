// What the two ends of the search agree on: the builder writes these files, the reader's browser reads them. They lie in the folder
// `search-index/` of the site:
//
//   manifest.pack       this file, the only one of a fixed name: which of the others belong together. Published last.
//   s/DIGEST/d0 …       the directory of a shard, see `directory.ts`
//   s/DIGEST/l0 …       its long lists with their places, see `postings.ts`
//   s/DIGEST/facets      its sections, topics, authors and languages (JSON, gzip), see `facets.ts`
//   x/DIGEST/0 …        the texts of a part, see `texts.ts`
//   v/DIGEST            words of the archive, for spelling and beginnings, see `vocabulary.ts`
//
// A *shard* is a range of the calendar whose articles are numbered together, the newest 0. A *part* is a range of a shard, of some
// hundred articles. DIGEST is of what went into the files: one that has been fetched never changes.

/** The folder of the site that holds the index. */
export const indexFolder = 'search-index';

/** The manifest's name in that folder. */
export const manifestFile = 'manifest.pack';

/** It changes when files of an older index can no longer be read, or would be made differently. */
export const indexFormat = 10;

export interface ShardEntry {
  /** `2016-2023`, `2024-01--2024-06`, `undated`, or `all`. */
  name: string;
  /** The first 16 hexadecimal digits of the SHA-256 of what went into it. */
  digest: string;
  /** The newest and oldest date tag in it. */
  newest: string;
  oldest: string;
  /** The number of its articles. */
  count: number;
  /** How many articles each date tag has, newest first; see `printDayCounts`. */
  days: string;
  /** The sizes of the directory's blocks, see `printBlockSizes`. */
  blocks: string;
  /** Its parts in the order of their articles: the digest of each, and how many articles it has. */
  parts: [digest: string, count: number][];
}

export interface Manifest {
  format: number;
  /** All articles of the archive. */
  count: number;
  /** Newest period first; the undated last. */
  shards: ShardEntry[];
  /** The language of the stemmer, see `stemmers.ts`. */
  language: string;
  /** Forms whose stem is not what the browser's stemmer gives, each with the index's stem. */
  exceptions: [form: string, stem: string][];
  /** Words that nearly every text has; they are left out of longer queries. */
  commonWords: string[];
  /** The files of the words of all shards but the newest: the first word of each, and its digest; in alphabetical order. */
  vocabulary: [first: string, digest: string][];
  /** The file of the words that only the newest shard has; none where it is the only one, or has none. */
  newWords?: string;
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

/** A picture in the folder of an article's page: the file's name, and how large the whole picture is, in pixels. */
export interface Thumbnail {
  name: string;
  width: number;
  height: number;
}

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
  thumbnail?: Thumbnail;
}
