// When the article of a page was published, by what stands in the page: marked elements, and lines for readers.

import { addDays, isDay } from '../../article/calendar-date.ts';
import { weekdayOfWord } from '../dates/calendar-words.ts';
import { dateLabels } from '../dates/date-line.ts';
import type { WrittenDate } from '../dates/draft-date.ts';
import { plainDigits, readDate, type DateReading } from '../dates/read-date.ts';
import type { PageParts } from './page-parts.ts';

const marked = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  '[property~="datePublished"]',
  '.dt-published, time.published, time.entry-date, abbr.published',
  'article time[datetime], header time[datetime], main time[datetime]',
  'time[datetime]',
];

/** The date of the first element that is marked as one. */
export function markedDate(document: Document, parts: PageParts): WrittenDate | undefined {
  for (const selector of marked) {
    for (const element of document.querySelectorAll(selector)) {
      if (parts.isForeign(element) || !isOfArticle(element)) continue;
      const written =
        element.getAttribute('datetime') ??
        element.getAttribute('content') ??
        element.getAttribute('title') ??
        element.textContent;
      if (written !== null && /\d/.test(written))
        return { written: written.trim(), from: 'time element' };
    }
  }
  return undefined;
}

/** Whether microdata say nothing else than that an element tells of an article or a page. */
function isOfArticle(element: Element): boolean {
  const type = element.closest('[itemscope]')?.getAttribute('itemtype') ?? '';
  return type === '' || /Article|Posting|Report|Review|Page|Blog|CreativeWork/.test(type);
}

export interface VisibleDate extends WrittenDate {
  /** What shows it; goes from the text where it shows nothing else. */
  element: Element | undefined;
  /** Whether the element is there for the date, and is no part of the text. */
  isLine: boolean;
}

const forDates =
  '[class*="date" i], [class*="datum" i], [class*="fecha" i], [class*="publish" i], [class*="byline" i], [class*="posted" i], [class*="meta" i], [class*="timestamp" i], [id*="date" i], time';

const lines =
  'p, div, span, small, time, li, h2, h3, h4, h5, h6, td, dd, dt, em, i, b, strong, font, center, address';

/** Elements that are there for dates hold no longer texts, in characters. */
const longestMarked = 300;

/** Elements looked at for a line with a date. */
const mostLines = 600;

/** A date a reader sees: in an element that is there for dates, alone on a line, or behind a word for it. */
export function visibleDate(
  document: Document,
  parts: PageParts,
  reading: DateReading,
): VisibleDate | undefined {
  const from = 'visible text';
  const own = marksOfDates(document).filter((element) => !parts.isForeign(element));
  for (const element of own) {
    const text = textOf(element);
    const announcedThere = text.length > 120 ? (announced.exec(text)?.[1] ?? '') : text;
    const written = text.length > longestMarked ? undefined : dateInText(announcedThere, reading);
    if (written !== undefined) return { written, from, element, isLine: true };
  }
  const around = linesAround(document);
  for (const element of around.filter((line) => !parts.isForeign(line))) {
    const text = textOf(element);
    const written = isDateLine(text) ? dateInText(text, reading) : undefined;
    if (written !== undefined) return { written, from, element, isLine: true };
  }
  const head = document.body?.textContent?.replace(/\s+/g, ' ').trim().slice(0, headOfText) ?? '';
  const written = dateInText(announced.exec(head)?.[1] ?? '', reading);
  return written === undefined ? undefined : { written, from, element: undefined, isLine: false };
}

/** Elements looked at that are there for dates. */
const mostMarks = 80;

/**
 * The elements that are there for dates. Those before the headline come last, where they do not stand with it: the
 * head of a site shows the day of the reader.
 */
function marksOfDates(document: Document): Element[] {
  const all = [...document.querySelectorAll(`h1, ${forDates}`)];
  const at = all.findIndex(({ localName }) => localName === 'h1');
  const headline = all[at];
  const isApart = (element: Element, i: number): boolean =>
    i < at && element.parentElement?.contains(headline ?? null) !== true;
  const own = [...all.filter((each, i) => !isApart(each, i)), ...all.filter(isApart)];
  return own.filter((element) => element !== headline).slice(0, mostMarks);
}

/** The elements with short lines of text: those behind the headline first, then those before it. */
function linesAround(document: Document): Element[] {
  const all = [...document.querySelectorAll(`h1, ${lines}`)].slice(0, mostLines);
  const headline = all.findLastIndex(({ localName }) => localName === 'h1');
  const ordered = [...all.slice(headline + 1), ...all.slice(0, Math.max(0, headline))];
  return ordered.filter((element) => {
    const text = textOf(element);
    return text.length > 0 && text.length <= longestLine && !element.querySelector('p, div, table');
  });
}

const textOf = (element: Element): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** A date with a word that announces it counts this far into the text of a page, in characters. */
const headOfText = 3000;

/** The forty characters behind "Posted on" and its kind. */
const announced =
  /\b(?:posted|published|first published|date|dated|veröffentlicht|erschienen|publié|publicado|pubblicato|geplaatst|gepubliceerd|publicerad|datum|fecha)\b(?: by [^\d]{2,60}?)?(?: on| at| am| le| el| il| op)?\s*:?\s+(.{6,40})/iu;

/** A line with a date is no longer, in characters. */
const longestLine = 140;

const shapes = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}`,
    String.raw`\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]`,
    String.raw`\d{4}/\d{1,2}/\d{1,2}`,
    String.raw`\d{1,2}(?:st|nd|rd|th|er|[.ºª°])?\s+(?:de\s+|of\s+)?\p{L}{3,12}\.?,?(?:\s+de|\s+del)?\s+\d{4}`,
    String.raw`\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`,
    String.raw`\d{4}\.?\s+\p{L}{3,12}\.?\s+\d{1,2}\b`,
    String.raw`\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}`,
  ].join('|'),
  'gu',
);

/** Words before a date of a change, which is not that of publication. */
const ofChange =
  /(?:updated?|modified|changed|revised|aktualisiert|geändert|mis(?:e)? à jour|actualizad[oa]|modificad[oa]|aggiornato|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|更新)\W*(?:\p{L}{1,4}\W+){0,2}$/iu;

/** The first date in a text that is no date of a change; none where that cannot be read. */
export function dateInText(written: string, reading: DateReading): string | undefined {
  const text = plainDigits(written);
  for (const match of text.matchAll(shapes)) {
    if (ofChange.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const read = readDate(match[0], reading);
    if (!('fault' in read) || read.fault === 'ambiguous') return match[0];
  }
  return undefined;
}

const announces = new RegExp(
  String.raw`^\W*(?:${dateLabels}|this (?:entry|post) was posted|written|by|von|par|por|door|av|af|scritto|écrit|escrito)(?![\p{L}])`,
  'iu',
);

const clock =
  /\b(?:klo\s)?\d{1,2}\s?(?:[:.h時시]\s?\d{2}(?:[:分분]\s?\d{0,2})?(?:\s?Uhr)?|Uhr|[ap]\.?m\b)\S{0,3}/giu;

/** Whether a line says when a text appeared, perhaps with who wrote it, and is no sentence of that text. */
export function isDateLine(written: string): boolean {
  const line = plainDigits(written);
  if (line.length > longestLine || line.search(shapes) < 0) return false;
  if (announces.test(line)) return !/\p{Ll}[.!?] \p{Lu}/u.test(line);
  const rest =
    line
      .replace(shapes, ' ')
      .replace(clock, ' ')
      .match(/\p{L}+/gu) ?? [];
  return rest.every(
    (word) => word.length <= 2 || /^\p{Lu}{3,5}$/u.test(word) || weekdayOfWord(word) !== undefined,
  );
}

/** A moment in UTC, `2018-12-31T23:11:59Z`. */
const inUtc = /T(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]00:?00)$/;

/**
 * The day a page itself shows instead of a moment in UTC, where a zone of the earth makes that day of that moment
 * (they lie between 12 hours behind and 14 before).
 *
 * @param dates most trusted first
 * @param own the day the page shows, by its line or its address
 */
export function ownDay(
  dates: readonly (WrittenDate | undefined)[],
  own: WrittenDate | undefined,
  reading: DateReading,
): WrittenDate | undefined {
  const first = dates.find((date) => date !== undefined);
  const hour = Number(inUtc.exec(first?.written.trim() ?? '')?.[1] ?? Number.NaN);
  if (first === undefined || own === undefined || Number.isNaN(hour)) return undefined;
  const [moment, shown] = [readDate(first.written, reading), readDate(own.written, reading)];
  if (!('date' in moment) || !('date' in shown) || !isDay(moment.date) || !isDay(shown.date))
    return undefined;
  const isAfter = hour >= 10 && shown.date === addDays(moment.date, 1);
  const isBefore = hour <= 12 && shown.date === addDays(moment.date, -1);
  return isAfter || isBefore ? own : undefined;
}

/** Whether a block of Markdown is a line with a date. */
const isDateBlock = (block: string): boolean =>
  isDateLine(
    block
      .replace(/\]\([^()\s]*\)/g, ']')
      .replace(/[*_#[\]\\]/g, '')
      .trim(),
  );

/** A text without the line of its date among the first blocks, or as its last. */
export function withoutDateLine(markdown: string): string {
  const blocks = markdown.split(/\n{2,}/);
  return blocks
    .filter((block, i) => (i > 2 && i < blocks.length - 1) || !isDateBlock(block))
    .join('\n\n')
    .trim();
}
