// The line that dates a plain text: a word such as `date` and a day at its very head, alone on a line or
// before the first sentence. Dates further down belong to the story.

/** Words that announce a date, in the languages newspapers are printed in. */
const label =
  /^(?:date(?:line)?|dated|published(?: on)?|posted(?: on)?|publication date|pubdate|issued|datum|erschienen(?: am)?|veröffentlicht(?: am)?|publié(?: le)?|publicado(?: el| em)?|fecha|data|pubblicato(?: il)?|дата|опубликовано|日期|日付|날짜|تاريخ|التاريخ)(?=[\s:：\d[(])\s*[:：]?\s*/iu;

/** A day by its shape, as it may stand before a sentence; whether it is in the calendar is asked later. */
const clockShape = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?`;
const shapes = [
  String.raw`\d{4}-\d{1,2}-\d{1,2}(?!\d)${clockShape}`,
  String.raw`\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)`,
  String.raw`\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)`,
  String.raw`\d{4}-\d{2}(?![\d-])`,
  String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?`,
  String.raw`(?:\p{L}{3,12},? )?\d{1,2}(?:st|nd|rd|th|er|\.)? (?:of |de )?\p{L}{3,12}\.?,?(?: de)? \d{4}(?!\d)`,
  String.raw`(?:\p{L}{3,12},? )?\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)`,
];
const yearShape = String.raw`\d{4}(?=\s|$)`;
const fence = String.raw`^[[(]?(DATE)[\])]?(?:\s*[-–—:|.](?=\s))?(?=\s|$)`;
const shapeOf = (...parts: string[]): RegExp =>
  new RegExp(
    fence.replace(
      'DATE',
      parts
        .map((part) => `(?:${part})`)
        .join('|')
        .replaceAll('\\1', '\\2'),
    ),
    'iu',
  );

const dayAfterLabel = shapeOf(...shapes, yearShape);
const dayAlone = shapeOf(...shapes);
const isoDay = /^[[(]?(\d{4}-\d{2}-\d{2})(?!\d)[\])]?(?:\s*[-–—:|.](?=\s))?(?=\s|$)/;

/** `MIDDELBURG, Feb. 1, 1953 (ANP) —`: the place line of an agency's report, with its day. */
const placeLine = new RegExp(
  String.raw`^(\p{Lu}{2}[\p{Lu} .'’-]{0,40}(?:, [\p{L} .]{2,30})?), (${shapes.join('|').replaceAll('\\1', '\\3')})\s*(?:\([^)\n]{1,30}\)\s*)?(?:--|[—–:-])\s`,
  'u',
);

export interface DateLine {
  /** The date as written. */
  written: string;
  /** The text below or behind it. */
  rest: string;
  /** Where it was found: `date line` or `place line`. */
  from: string;
  /** The place of an agency's place line. */
  dateline?: string | undefined;
}

/**
 * Finds the date line at the head of a text. After a label any written date counts, and so does one that
 * cannot be read when the label has a colon: the source meant to give a date. Without a label a day counts
 * when it is written as year-month-day or alone on the first line.
 *
 * @param text with `\n` as line end
 */
export function findDateLine(text: string): DateLine | undefined {
  const head = text.replace(/^\s+/, '');
  const line = head.slice(0, head.indexOf('\n') < 0 ? undefined : head.indexOf('\n')).slice(0, 400);
  const labelled = label.exec(line);
  if (labelled) {
    const after = head.slice(labelled[0].length);
    const day = dayAfterLabel.exec(after.slice(0, 120));
    if (day) return { written: day[1] ?? '', rest: after.slice(day[0].length), from: 'date line' };
    const written = line.slice(labelled[0].length).trim();
    if (/[:：]/.test(labelled[0]) && written.length > 0 && written.length <= 60) {
      return { written, rest: head.slice(line.length), from: 'date line' };
    }
    return undefined;
  }
  const iso = isoDay.exec(line);
  if (iso) return { written: iso[1] ?? '', rest: head.slice(iso[0].length), from: 'date line' };
  const alone = dayAlone.exec(line);
  if (alone && alone[0].length >= line.trimEnd().length) {
    return { written: alone[1] ?? '', rest: head.slice(line.length), from: 'date line' };
  }
  const place = placeLine.exec(line);
  if (place) {
    return { written: place[2] ?? '', rest: head, from: 'place line', dateline: place[1] };
  }
  return undefined;
}
