// The picture that other sites show beside a link: a newspaper's front with the headline and, because such links
// are passed on for years, the year in large type.

import sharp from 'sharp';
import { breakLines } from './break-lines.ts';
import { printPng, type Colour } from './print-png.ts';
import { height, width, type SharePictureView } from './share-picture-view.ts';
import { drawableText, shapeLine, type ShapedLine, type TextStyle } from './shape-text.ts';

const margin = 60;
const column = width - 2 * margin;

const paper: Colour = [0xfb, 0xf9, 0xf4];
const ink: Colour = [0x1b, 0x1a, 0x17];
const accent: Colour = [0x9b, 0x1c, 0x1c];

/** Paper, and what edges of ink and of the accent make of it. */
const palette: readonly Colour[] = [
  paper,
  ...Array.from({ length: 10 }, (_, i) => mix(paper, ink, (i + 1) / 10)),
  ...Array.from({ length: 5 }, (_, i) => mix(paper, accent, (i + 1) / 5)),
];

function mix(from: Colour, to: Colour, part: number): Colour {
  const [red, green, blue] = from.map((value, i) =>
    Math.round(value + ((to[i] ?? 0) - value) * part),
  ) as [number, number, number];
  return [red, green, blue];
}

const css = (colour: Colour): string =>
  `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

/** Sizes of the headline in pixels, each with as many lines as have room; the largest that fits is taken. */
const headlineSizes = [
  { size: 76, most: 3 },
  { size: 66, most: 4 },
  { size: 56, most: 4 },
  { size: 48, most: 5 },
];
const lineHeight = 1.18;
const headlineTop = 136;
const headlineBottom = 424;

/** Draws a share picture as PNG, 1200 × 630. What no typeface has is left out. */
export async function drawSharePicture(view: SharePictureView): Promise<Uint8Array> {
  // The paper covers everything, so that transparency has nothing to say.
  const pixels = await sharp(new TextEncoder().encode(printSvg(view)))
    .raw()
    .toBuffer();
  return printPng(pixels, { width, height, palette });
}

function printSvg(view: SharePictureView): string {
  const rtl = view.dir === 'rtl';
  const own = { lang: view.lang, dir: view.dir };
  const start = rtl ? width - margin : margin;
  const end = rtl ? margin : width - margin;
  const headline = view.headline && setHeadline(view.headline);
  const parts = [
    `<rect width="${width}" height="${height}" fill="${css(paper)}"/>`,
    rule(40, 4),
    rule(49, 1),
    setLine(view.name, { ...own, weight: 'bold' }, 36, {
      x: start,
      y: 98,
      towards: rtl ? 'left' : 'right',
    }),
    rule(120, 1),
    ...(headline ?? []),
    headline === undefined ? '' : rule(452, 1),
    ...setYear(view, headline === undefined),
    view.date === undefined ? '' : setStamp(view.date, own, { edge: end, y: 560, rtl }),
    rule(height - 32, 1),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
}

const rule = (y: number, thick: number): string =>
  `<rect x="${margin}" y="${y}" width="${column}" height="${thick}" fill="${css(ink)}"/>`;

/** The year below the headline, or, where there is none, alone and as large as the sheet allows. */
function setYear({ year, date, lang, dir }: SharePictureView, alone: boolean): string[] {
  const line = shapeLine(year, { lang, dir, weight: 'bold' });
  if (!line) return [];
  const size = Math.min(alone ? 360 : 150, (column * (alone ? 1 : 0.55)) / line.width);
  const x = alone
    ? (width - line.width * size) / 2
    : dir === 'rtl'
      ? width - margin - line.width * size
      : margin;
  // Figures stand 0.71 of the size above the base line.
  const y = (!alone ? 525 : date === undefined ? 359 : 300) + size * 0.355;
  return [printLine(line, size, x - (alone ? 0 : size * 0.03), y, ink)];
}

/** The date tag as it looks on every page: thin lines around the date, in the accent. */
function setStamp(
  date: string,
  style: Omit<TextStyle, 'weight'>,
  { edge, y, rtl }: { edge: number; y: number; rtl: boolean },
): string {
  const size = 34;
  const line = shapeLine(date, { ...style, weight: 'regular' });
  if (!line) return '';
  const inner = line.width * size;
  const left = rtl ? edge : edge - inner - 36;
  return (
    `<rect x="${left + 1}" y="${y - 45}" width="${inner + 34}" height="62" fill="none" stroke="${css(accent)}" stroke-width="2"/>` +
    printLine(line, size, left + 18, y - 2, accent)
  );
}

function setLine(
  text: string,
  style: TextStyle,
  size: number,
  { x, y, towards }: { x: number; y: number; towards: 'left' | 'right' },
): string {
  const line = shapeLine(drawableText(text, style) ?? '', style);
  if (!line) return '';
  const fitting = Math.min(size, (column * 0.6) / line.width);
  return printLine(line, fitting, towards === 'left' ? x - line.width * fitting : x, y, ink);
}

/** The headline's lines as SVG; none where too little of it can be drawn. */
function setHeadline(headline: NonNullable<SharePictureView['headline']>): string[] | undefined {
  const style: TextStyle = {
    lang: headline.lang,
    dir: headline.dir,
    weight: headline.derived ? 'regular' : 'bold',
  };
  const text = drawableText(headline.text, style);
  if (text === undefined) return undefined;
  const widths = new Map<string, number>();
  const measure = (piece: string): number => {
    let found = widths.get(piece);
    if (found === undefined) widths.set(piece, (found = shapeLine(piece, style)?.width ?? 0));
    return found;
  };
  const { lines, size } = fitHeadline(text, style.lang, measure);
  const top = headlineTop + (headlineBottom - headlineTop - lines.length * size * lineHeight) / 2;
  return lines.map((text, i) => {
    const line = shapeLine(text, style);
    if (!line) return '';
    const x = style.dir === 'rtl' ? width - margin - line.width * size : margin;
    return printLine(line, size, x, top + (i + 0.82) * size * lineHeight, ink);
  });
}

/** The largest size in which the headline fits; in the smallest long words are broken, and then it is shortened. */
function fitHeadline(
  text: string,
  language: string,
  measure: (text: string) => number,
): { lines: string[]; size: number } {
  for (const { size, most } of headlineSizes) {
    const lines = breakLines(text, language, measure, { widest: column / size, most });
    if (lines) return { lines, size };
  }
  const { size, most } = headlineSizes.at(-1) ?? { size: 48, most: 5 };
  const widest = column / size;
  const broken = breakLines(text, language, measure, { widest, most, breakWords: true });
  if (broken) return { lines: broken, size };
  let kept = Array.from(text).slice(0, 400);
  for (;;) {
    const whole = kept.join('');
    const space = whole.lastIndexOf(' ');
    const shortened = `${(space > whole.length / 2 ? whole.slice(0, space) : whole).replace(/[\s\p{P}]+$/u, '')}…`;
    const lines = breakLines(shortened, language, measure, { widest, most, breakWords: true });
    if (lines) return { lines, size };
    kept = kept.slice(0, Math.floor(kept.length * 0.94));
  }
}

const round = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '');

function printLine(line: ShapedLine, size: number, x: number, y: number, colour: Colour): string {
  const paths = line.paths.map(
    ({ outline, x: dx, y: dy, scale }) =>
      `<path transform="translate(${round(x + dx * size)} ${round(y + dy * size)}) scale(${(scale * size).toFixed(5)} ${(-scale * size).toFixed(5)})" d="${outline}"/>`,
  );
  return `<g fill="${css(colour)}">${paths.join('')}</g>`;
}
