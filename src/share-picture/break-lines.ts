// Breaks a headline into lines of about equal length.

/** A piece that is not divided, with the blank that follows it if any. */
interface Piece {
  text: string;
  width: number;
  blank: boolean;
}

/** Scripts in which a line may end between any two words though no blank stands there. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const opening = /^[\p{Ps}\p{Pi}]/u;

/**
 * Breaks a text into at most `most` lines, balanced, as browsers do for `text-wrap: balance`.
 *
 * @param measure the width of a text; `widest` is in the same unit
 * @param breakWords whether a word wider than a line is broken, with a hyphen, between whole characters
 * @returns none where the text does not fit
 */
export function breakLines(
  text: string,
  language: string,
  measure: (text: string) => number,
  { widest, most, breakWords = false }: { widest: number; most: number; breakWords?: boolean },
): string[] | undefined {
  const blank = measure(' ');
  const pieces = cutIntoPieces(text, language)
    .map((piece) => ({
      text: piece.trimEnd(),
      width: measure(piece.trimEnd()),
      blank: /\s$/.test(piece),
    }))
    .flatMap((piece) =>
      breakWords && piece.width > widest ? breakWord(piece, language, measure, widest) : [piece],
    );
  const lines = fill(pieces, blank, widest);
  if (!lines || lines.length > most) return undefined;
  let narrowest = Math.max(...pieces.map(({ width }) => width));
  let balanced = lines;
  for (let wide = widest; wide - narrowest > widest / 100;) {
    const middle = (narrowest + wide) / 2;
    const tried = fill(pieces, blank, middle);
    if (tried && tried.length <= lines.length) {
      balanced = tried;
      wide = middle;
    } else narrowest = middle;
  }
  return balanced;
}

/** Puts as much on each line as fits; none where a piece is wider than the line. */
function fill(pieces: readonly Piece[], blank: number, widest: number): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  let gap = 0;
  for (const piece of pieces) {
    if (piece.width > widest) return undefined;
    if (line !== '' && width + gap + piece.width > widest) {
      lines.push(line);
      line = '';
      width = gap = 0;
    }
    line += (gap > 0 ? ' ' : '') + piece.text;
    width += gap + piece.width;
    gap = piece.blank ? blank : 0;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** A part of a word in a script that breaks words with a hyphen. */
const hyphenated =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{M}]+$/u;

/** Cuts a word into pieces that each fill a line. */
function breakWord(
  { text, blank }: Piece,
  language: string,
  measure: (text: string) => number,
  widest: number,
): Piece[] {
  const characters = new Intl.Segmenter(language, { granularity: 'grapheme' });
  const cut: string[] = [''];
  for (const { segment } of characters.segment(text)) {
    const longer = (cut.at(-1) ?? '') + segment;
    if (measure(`${longer}-`) <= widest) cut[cut.length - 1] = longer;
    else cut.push(segment);
  }
  return cut.map((part, i) => {
    const next = cut[i + 1];
    const hyphen = next !== undefined && hyphenated.test(part) && hyphenated.test(next);
    const shown = hyphen ? `${part}-` : part;
    return { text: shown, width: measure(shown), blank: next === undefined && blank };
  });
}

const segmenters = new Map<string, Intl.Segmenter>();

function cutIntoPieces(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    if (last === undefined || mayBreak(last, segment)) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (/^\s/.test(after)) return false;
  if (/\s$/.test(before)) return true;
  // Closing marks never begin a line and opening ones never end it.
  if (opening.test(before.at(-1) ?? '')) return false;
  if (opening.test(after)) return unspaced.test(before.at(-1) ?? '');
  if (!/^[\p{L}\p{N}]/u.test(after) || /^[ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u.test(after)) {
    return false;
  }
  return unspaced.test(after) || unspaced.test(before.at(-1) ?? '') || /[\p{Pd}/]$/u.test(before);
}
