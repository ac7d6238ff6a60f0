// The piece of an article that shows why it was found.

import type { ArticleText } from '../../search/format/manifest.ts';
import { divideWords, isWrittenTogether, joinWords } from '../../search/format/word-forms.ts';
import { bare, findWanted, type Wanted } from './marking.ts';

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

const length = 34;

/** Cuts the excerpt with the most of what was looked for; the opening where nothing is found. */
export function cutExcerpt(article: ArticleText, wanted: Wanted): Excerpt {
  const spoken = article.content.split(/[^\S\uFEFF]+/u);
  const opening = titleLength(article);
  const marks = findWanted(spoken.map(bare), wanted);
  const start = bestWindow(marks, opening, spoken.length);
  const end = Math.min(start + length, spoken.length);
  const first = marks.findIndex((mark, i) => mark >= 0 && i >= start && i < end);
  const excerpt: Excerpt = { segments: segmentsOf({ spoken, marks, start, end, opening }) };
  if (first >= 0) {
    let last = first;
    while (last + 1 < end && marks[last + 1] === marks[first]) last++;
    excerpt.firstMark = joinText(spoken, first, last + 1).replace(/[.,;:!?]+$/, '');
    const heading = article.headings.filter(({ at }) => at <= first).at(-1);
    if (heading) excerpt.heading = { id: heading.id, text: heading.text };
  }
  return excerpt;
}

/** Marks the words found in a headline. */
export function markHeadline(title: string, wanted: Wanted): Segment[] {
  const pieces = divideWords(title).trim().split(/(\s+)/u);
  const spoken = pieces.filter((_, i) => i % 2 === 0);
  const gaps = pieces
    .filter((_, i) => i % 2 === 1)
    .map((gap) => (joinWords(gap) === '' ? '' : ' '));
  const marks = findWanted(spoken.map(bare), wanted);
  return segmentsOf({ spoken, marks, start: 0, end: spoken.length, opening: 0, gaps });
}

/** The headline stands at the head of the indexed text; an excerpt does not repeat it. */
function titleLength({ title, content }: ArticleText): number {
  const words = divideWords(title).split(/\s+/u).filter(Boolean);
  return content.startsWith(words.join(' ')) ? words.length : 0;
}

/** The window with the most different items, then the most marks; the earliest of equals. */
function bestWindow(marks: Int16Array, opening: number, words: number): number {
  let best = opening;
  let most = 0;
  for (let at = opening; at < words; at++) {
    if ((marks[at] ?? -1) < 0) continue;
    const start = Math.max(opening, Math.min(at - 6, words - length));
    const inside = marks.subarray(start, start + length).filter((mark) => mark >= 0);
    const value = new Set(inside).size * 100 + inside.length;
    if (value > most) {
      most = value;
      best = start;
    }
  }
  return best;
}

function joinText(spoken: string[], start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    text += spoken[i] ?? '';
    if (i < end - 1) text += gapBetween(spoken, i);
  }
  return text;
}

/** The index has a space between all words, those too that are written together. */
const gapBetween = (spoken: string[], i: number): string =>
  isWrittenTogether(spoken[i] ?? '', spoken[i + 1] ?? '') ? '' : ' ';

interface Window {
  spoken: string[];
  marks: Int16Array;
  start: number;
  end: number;
  opening: number;
  /** What stands between the words, where that is known: of a text that is shown whole. */
  gaps?: readonly string[];
}

function segmentsOf({ spoken, marks, start, end, opening, gaps }: Window): Segment[] {
  const segments: Segment[] = [];
  const put = (text: string, marked: boolean): void => {
    const last = segments.at(-1);
    if (last?.marked === marked) last.text += text;
    else if (text !== '') segments.push({ text, marked });
  };
  if (!gaps && start > opening) put('… ', false);
  for (let i = start; i < end; i++) {
    const marked = (marks[i] ?? -1) >= 0;
    const [, before = '', word = '', after = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(spoken[i] ?? '') ?? [];
    put(before, false);
    put(word, marked);
    put(after, false);
    if (i < end - 1) {
      const together = marked && marks[i + 1] === marks[i] && after === '';
      put(gaps?.[i] ?? gapBetween(spoken, i), together);
    }
  }
  if (!gaps && end < spoken.length) put(' …', false);
  return segments;
}
