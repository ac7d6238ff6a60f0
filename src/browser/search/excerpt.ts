// The piece of an article that shows why it was found.

import type { ArticleText } from '../../search/format/manifest.ts';
import { isUnspaced, wordsOf, type Word } from '../../search/format/text-words.ts';
import { findWanted, rangesOf, type TextRange, type Wanted } from './marking.ts';

/** A piece of text, marked or not. */
export interface Segment {
  text: string;
  marked: boolean;
}

export interface Excerpt {
  segments: Segment[];
  /** The heading under which it stands. */
  heading?: { id: string; text: string };
  /** The first marked words, as they stand in the text. */
  firstMark?: string;
}

/** How many words an excerpt has, and how many of them before the first that is marked; of pairs of characters. */
const [length, before] = [34, 6];
const [pairsLength, pairsBefore] = [90, 12];

/** Cuts the excerpt with the most of what was looked for; the opening where nothing is found. */
export function cutExcerpt(article: ArticleText, wanted: Wanted): Excerpt {
  const { content } = article;
  const words = wordsOf(content);
  const marks = findWanted(words, wanted);
  const { first, last } = bestWindow(words, marks);
  const ranges = rangesOf(words.slice(first, last + 1), marks.slice(first, last + 1), wanted);
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const end = last + 1 >= words.length ? content.length : (words[last]?.end ?? content.length);
  const segments = [
    ...(start > 0 ? [{ text: '… ', marked: false }] : []),
    ...segmentsOf(content, { start, end }, ranges),
    ...(end < content.length ? [{ text: ' …', marked: false }] : []),
  ];
  const [mark] = ranges;
  if (!mark) return { segments };
  const heading = article.headings.filter(({ at }) => at <= mark.start).at(-1);
  return {
    segments,
    firstMark: oneLine(content.slice(mark.start, mark.end)),
    ...(heading ? { heading: { id: heading.id, text: heading.text } } : {}),
  };
}

/** Marks the words found in a headline. */
export function markHeadline(title: string, wanted: Wanted): Segment[] {
  const words = wordsOf(title);
  const ranges = rangesOf(words, findWanted(words, wanted), wanted);
  return segmentsOf(title, { start: 0, end: title.length }, ranges);
}

/** The window with the most different items, then the most marks; the earliest of equals. */
function bestWindow(words: readonly Word[], marks: Int16Array): { first: number; last: number } {
  const pairs = words.slice(0, length).filter(({ text }) => isUnspaced(text)).length > length / 2;
  const [size, lead] = pairs ? [pairsLength, pairsBefore] : [length, before];
  let best = 0;
  let most = 0;
  for (let at = 0; at < words.length; at++) {
    if ((marks[at] ?? -1) < 0) continue;
    const first = Math.max(0, Math.min(at - lead, words.length - size));
    const inside = marks.subarray(first, first + size).filter((mark) => mark >= 0);
    const value = new Set(inside).size * 100 + inside.length;
    if (value > most) [most, best] = [value, first];
  }
  return { first: best, last: Math.min(best + size, words.length) - 1 };
}

function segmentsOf(text: string, { start, end }: TextRange, ranges: TextRange[]): Segment[] {
  const segments: Segment[] = [];
  let at = start;
  const put = (until: number, marked: boolean): void => {
    if (until > at) segments.push({ text: oneLine(text.slice(at, until)), marked });
    at = Math.max(at, until);
  };
  for (const range of ranges) {
    put(range.start, false);
    put(range.end, true);
  }
  put(end, false);
  return segments;
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ');
