// The line that dates a plain text: a word such as `date` and a day at its very head, alone on a line or
// before the first sentence. Dates further down belong to the story.

import { weekdayOfWord } from './calendar-words.ts';
import { readDate } from './read-date.ts';

/** Words that announce a date, in the languages newspapers are printed in. */
const labels = [
  'date(?:line)?', 'dated', 'published(?: on)?', 'posted(?: on)?', 'publication date', 'publish(?:ed)? date', 'pubdate', 'issued', 'created',
  'datum', 'erschienen(?: am)?', 'veröffentlicht(?: am)?', 'gepubliceerd(?: op)?', 'date de publication', 'publié(?: le)?', 'fecha(?: de publicación)?',
  'publicado(?: el| em)?', 'data', 'pubblicato(?: il)?', 'opublikowano', 'dato', 'publicerad', 'päivämäärä', 'pvm', 'dátum', 'dată', 'tarih', 'ngày', 'tanggal',
  'ημερομηνία', 'дата', 'опубликовано', 'תאריך', '日期', '日付', '날짜', 'تاريخ', 'التاريخ',
]; // prettier-ignore

/** The labels as one pattern. */
export const dateLabels = labels.join('|');

const label = new RegExp(
  String.raw`^[<[({#*_"'@:]{0,3}(?:${dateLabels})(?=[\s:：=*_"'\d[(-]|$)[*_"']{0,3}\s*[:：=-]?[*_"']{0,3}\s*`,
  'iu',
);

/** A word for a date that nobody knew, behind a label. */
const unknownDate =
  /^(undated|unknown|n\.? ?d\.?|s\.? ?d\.?|unbekannt|onbekend|inconnue)(?=[\s\])>]|$)/i;

/** A day by its shape, as it may stand before a sentence; whether it is in the calendar is asked later. */
const clockShape = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?`;
const shapes = [
  String.raw`\d{4}-\d{1,2}-\d{1,2}(?!\d)${clockShape}`,
  String.raw`\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)`,
  String.raw`\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)`,
  String.raw`\d{4}-\d{2}[~?%]?(?![\d-])`,
  String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?`,
  String.raw`(?:\p{L}{3,12},? )?\d{1,2}(?:st|nd|rd|th|er|\.)? (?:of |de )?\p{L}{3,12}\.?,?(?: de)? \d{4}(?!\d)`,
  String.raw`(?:\p{L}{3,12},? )?\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)`,
];
/** Shapes that are dates behind a label only. */
const labelledShapes = [
  ...shapes,
  String.raw`\d{8}(?!\d)`,
  String.raw`\d{4}-?W\d{2}-?\d(?!\d)`,
  String.raw`\d{4}-\d{3}(?!\d)`,
  String.raw`\p{L}{3,12}\.? \d{4}(?!\d)`,
  String.raw`(?:ca?\.?|circa|about) ?\d{4}(?=[\s\])>]|$)`,
  String.raw`\d{4}[~?%]?(?=[\s\])>]|$)`,
];
const shapeOf = (parts: readonly string[]): RegExp =>
  new RegExp(
    String.raw`^[[(]?(${parts
      .map((part) => `(?:${part})`)
      .join('|')
      .replaceAll('\\1', '\\2')})[\])>}*_"']{0,3}(?:\s*[-–—:|.,;](?=\s))?(?=\s|$)`,
    'iu',
  );

const dayAfterLabel = shapeOf(labelledShapes);
const isoDay = /^[[(]?(\d{4}-\d{2}-\d{2})(?!\d)[\])]?(?:\s*[-–—:|.](?=\s))?(?=\s|$)/;

/** `MIDDELBURG, Feb. 1, 1953 (ANP) —`: the place line of an agency's report, with its day. */
const placeLine = new RegExp(
  String.raw`^(\p{Lu}{2}[\p{Lu} .'’-]{0,40}(?:, [\p{L} .]{2,30})?), (${shapes.join('|').replaceAll('\\1', '\\3')})\s*(?:\([^)\n]{1,30}\)\s*)?(?:--|[—–:-])\s`,
  'u',
);

/** `Amsterdam, 12 november 2023`, alone on its line. */
const placeAlone = /^(\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}),? ((?:\p{L}+,? )?\d.*)$/u;

export interface DateLine {
  /** The date as written. */
  written: string;
  /** The text below or behind it. */
  rest: string;
  /** Where it was found: `date line` or `place line`. */
  from: string;
  /** The place of a place line. */
  dateline?: string | undefined;
  /** The word before the date, in lower case. */
  label?: string | undefined;
}

/** A line that is a date and nothing else is at most this long. */
const longestAlone = 60;

/**
 * Finds the date line at the head of a text. After a label any written date counts, and so does one that
 * cannot be read when the label has a colon or a figure follows: the source meant to give a date. Without a
 * label a day counts when it is written as year-month-day or alone on the first line.
 *
 * @param text with `\n` as line end
 */
export function findDateLine(text: string): DateLine | undefined {
  const written = withoutMarks(text).replace(/^\s+/, '');
  const plain = plainCharacters(written);
  const end = plain.indexOf('\n');
  const line = plain.slice(0, end < 0 ? undefined : end).slice(0, 400);
  const labelled = label.exec(line);
  if (labelled) {
    const found = afterLabel(written, plain, line, labelled[0]);
    const word = /[\p{L}\p{M} ]+/u.exec(labelled[0])?.[0].trim().toLowerCase();
    return found && { ...found, label: word };
  }
  const iso = isoDay.exec(line);
  if (iso) return { written: iso[1] ?? '', rest: written.slice(iso[0].length), from: 'date line' };
  const below = written.slice(line.length);
  const alone = line.trim().replace(/^[[(](.*)[\])]$/, '$1');
  if (isDayAlone(alone)) return { written: alone, rest: below, from: 'date line' };
  const [, town = '', day = ''] = placeAlone.exec(alone) ?? [];
  if (day !== '' && weekdayOfWord(town) === undefined && isDayAlone(day))
    return { written: day, rest: below, from: 'date line', dateline: town };
  const place = placeLine.exec(line);
  if (place) {
    return {
      written: place[2] ?? '',
      rest: text.trimStart(),
      from: 'place line',
      dateline: place[1],
    };
  }
  return undefined;
}

function afterLabel(
  written: string,
  plain: string,
  line: string,
  found: string,
): DateLine | undefined {
  const after = line.slice(found.length);
  const rest = (length: number): string => written.slice(found.length + length);
  const whole = after.replace(/[\])>}*_"'.,;\s]+$/, '');
  if (whole.length <= longestAlone && 'date' in readDate(whole, anyTime))
    return { written: whole, rest: rest(after.length), from: 'date line' };
  // The date may stand on the line below its label.
  const day = dayAfterLabel.exec(plain.slice(found.length, found.length + 120));
  if (day) return { written: day[1] ?? '', rest: rest(day[0].length), from: 'date line' };
  const unknown = unknownDate.exec(after);
  if (unknown) return { written: 'undated', rest: rest(unknown[0].length), from: 'date line' };
  if (/[:：=]/.test(found) && whole.length > 0 && whole.length <= longestAlone)
    return { written: whole, rest: rest(after.length), from: 'date line' };
  // `date 2023-11-12/13 The council …`: it begins like a date and is none.
  const figure = /^(?:\d{4}|\d{2,3}x{1,2}\b|\d+[-/.])\S*/iu.exec(after)?.[0];
  if (figure !== undefined)
    return { written: figure, rest: rest(figure.length), from: 'date line' };
  return after.trim() === '' && plain.trim() === line.trim()
    ? { written: '', rest: '', from: 'date line' }
    : undefined;
}

const anyTime = { latestDay: '9999-12-31' };

/** Whether a line is a written day, if perhaps one that is not in the calendar. */
export function isDayAlone(line: string): boolean {
  if (line.length > longestAlone || !/[\d０-９٠-٩۰-۹०-९০-৯]/.test(line)) return false;
  const read = readDate(line, anyTime);
  return 'date' in read ? read.date.length === 10 : read.fault !== 'not-a-date';
}

/** How much of a text is looked at for a date line. */
const headLength = 200;

/** The head of a text without marks of direction, joiners and soft hyphens, which nobody sees. */
const withoutMarks = (text: string): string =>
  text.slice(0, headLength).replace(/\p{Cf}/gu, '') + text.slice(headLength);

/** The head with letters, figures, blanks and hyphens of other widths and scripts made plain, each by one. */
const plainCharacters = (text: string): string =>
  text
    .slice(0, headLength)
    .replace(/[！-～]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[^\S\n\t]/g, ' ')
    .replace(/[‐‑‒–−](?=\p{Nd})/gu, '-')
    .replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0)) +
  text.slice(headLength);
