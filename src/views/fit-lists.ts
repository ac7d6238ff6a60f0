// How much of its lists a page can hold. A page stays within 250 kB however many articles an archive has of one
// day, one topic or no date: summaries go first, then the last articles of the longest lists, which the page
// counts and says where to find.

import type { Article } from '../article/article.ts';
import { listed, type Listed } from './listed.ts';

/** Of the 250 kB of a page, what its lists may take, in bytes; the rest is its frame and its calendars. */
const heaviest = 200_000;

/** The markup of an article in a list, in bytes. */
const cardMarkup = 650;

/** A list as a page shows it. */
export interface ShownList {
  articles: Listed[];
  /** How many more there are. */
  left: number;
}

export interface FittedLists {
  lists: ShownList[];
  withSummary: boolean;
}

/** Text as HTML has it, in bytes: `&` is `&amp;`. */
export const weightOf = (text: string): number =>
  Buffer.byteLength(text) + 4 * (text.match(/[&<>"]/g)?.length ?? 0);

/**
 * Fits the lists of one page into it. Where they are too long, all are cut to the same number of articles.
 *
 * @param withSummary whether the page shows summaries where they fit
 */
export function fitLists(
  lists: readonly (readonly Article[])[],
  { withSummary }: { withSummary: boolean },
): FittedLists {
  if (withSummary && fits(lists, Infinity, true))
    return { lists: cut(lists, Infinity), withSummary };
  let longest = Math.max(0, ...lists.map(({ length }) => length));
  if (!fits(lists, longest, false)) {
    let short = 0;
    while (longest - short > 1) {
      const middle = Math.floor((short + longest) / 2);
      if (fits(lists, middle, false)) short = middle;
      else longest = middle;
    }
    longest = short;
  }
  return { lists: cut(lists, longest), withSummary: false };
}

/** Fits a page's only list into it. */
export function fitList(
  articles: readonly Article[],
  options: { withSummary: boolean },
): ShownList & { withSummary: boolean } {
  const { lists, withSummary } = fitLists([articles], options);
  return { ...(lists[0] ?? { articles: [], left: 0 }), withSummary };
}

function fits(
  lists: readonly (readonly Article[])[],
  longest: number,
  withSummary: boolean,
): boolean {
  let room = heaviest;
  for (const list of lists) {
    for (let i = 0; i < list.length && i < longest; i++) {
      const { id, title, summary, section = '' } = list[i] as Article;
      room -= cardMarkup + weightOf(id) + weightOf(title) + weightOf(section);
      if (withSummary) room -= weightOf(summary);
      if (room < 0) return false;
    }
  }
  return true;
}

const cut = (lists: readonly (readonly Article[])[], longest: number): ShownList[] =>
  lists.map((list) => ({
    articles: list.slice(0, longest).map(listed),
    left: Math.max(0, list.length - longest),
  }));
