// Text to outlines. HarfBuzz joins Arabic letters and builds Indian syllables; the bidirectional algorithm
// (UAX 9) orders runs of both directions in one line. Outlines need no font where the picture is drawn.

import bidiFactory from 'bidi-js';
import { Buffer, Direction, shape } from 'harfbuzzjs';
import { findTypeface, type Typeface, type Weight } from './typefaces.ts';

export interface TextStyle {
  weight: Weight;
  /** The direction of the line. */
  dir: 'ltr' | 'rtl';
  /** BCP 47. */
  lang: string;
}

/** A line as SVG paths, its start at 0 and its base line at 0, in units of the size of type. */
export interface ShapedLine {
  paths: { outline: string; x: number; y: number; scale: number }[];
  width: number;
}

interface Run {
  text: string;
  level: number;
  typeface: Typeface;
}

const bidi = bidiFactory();
const buffer = new Buffer();

/**
 * Leaves out what no typeface can draw: signs, emoji, marks. Blanks keep words apart where a sign stood between.
 *
 * @returns none where a text loses so many of its letters that it no longer says what it said
 */
export function drawableText(
  text: string,
  { weight, lang }: Pick<TextStyle, 'weight' | 'lang'>,
): string | undefined {
  const canDraw = (character: string): boolean =>
    findTypeface(character.codePointAt(0) ?? 0, weight, lang) !== undefined;
  const characters = Array.from(text.normalize('NFC').replace(emoji, ' ').replace(unseen, ''));
  const drawn = characters.filter(canDraw);
  if (lettersOf(drawn) * 2 < lettersOf(characters)) return undefined;
  const kept = characters
    .map((character) => (canDraw(character) ? character : /\p{M}/u.test(character) ? '' : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return kept === '' ? undefined : kept;
}

const lettersOf = (characters: readonly string[]): number =>
  characters.filter((character) => /\p{L}/u.test(character)).length;

/** Signs that typefaces for text draw as boxes or not at all; `©` and the like are text. */
const emoji = /(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu;

/** What has no shape of its own; the joiners within words stay. */
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Variation_Selector}]/gu;

/** Shapes one line; none where a character of it cannot be drawn. */
export function shapeLine(text: string, style: TextStyle): ShapedLine | undefined {
  const runs = cutIntoRuns(text, style);
  if (!runs) return undefined;
  const line: ShapedLine = { paths: [], width: 0 };
  for (const run of inVisualOrder(runs)) appendRun(line, run, style.lang);
  return line;
}

/** Cuts where the direction or the typeface changes. Marks and blanks stay with what stands before them. */
function cutIntoRuns(text: string, { weight, dir, lang }: TextStyle): Run[] | undefined {
  const { levels } = bidi.getEmbeddingLevels(text, dir);
  const runs: Run[] = [];
  let at = 0;
  for (const character of text) {
    const level = levels[at] ?? 0;
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const stays =
      last && last.typeface.has(codePoint) && /[\p{M}\p{Z}\p{P}\u200c\u200d]/u.test(character);
    const typeface = stays ? last.typeface : findTypeface(codePoint, weight, lang);
    if (!typeface) return undefined;
    if (last?.level === level && last.typeface === typeface) last.text += character;
    else runs.push({ text: character, level, typeface });
    at += character.length;
  }
  return runs;
}

/** From the highest level down to the lowest odd one, reverses what stands at that level or above (UAX 9, L2). */
function inVisualOrder(runs: Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end++;
      if (end > start + 1)
        ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed());
      start = Math.max(end, start + 1);
    }
  }
  return ordered;
}

function appendRun(line: ShapedLine, { text, level, typeface }: Run, lang: string): void {
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setLanguage(lang);
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shape(typeface.font, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const scale = 1 / typeface.unitsPerEm;
  infos.forEach(({ codepoint: glyph }, i) => {
    const position = positions[i];
    if (!position) return;
    const outline = outlineOf(typeface, glyph);
    if (outline !== '') {
      const x = line.width + position.xOffset * scale;
      line.paths.push({ outline, x, y: -position.yOffset * scale, scale });
    }
    line.width += position.xAdvance * scale;
  });
}

function outlineOf({ font, outlines }: Typeface, glyph: number): string {
  let outline = outlines.get(glyph);
  if (outline === undefined) outlines.set(glyph, (outline = font.glyphToPath(glyph)));
  return outline;
}
