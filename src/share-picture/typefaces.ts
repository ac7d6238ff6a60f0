// The typefaces of share pictures: files that lie beside this one, so that pictures are the same on every machine,
// whatever fonts it has.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';

/** Asked in this order for each character; the first that has it is taken. */
const boldFiles = [
  'noto-serif-bold.ttf',
  'noto-naskh-arabic-bold.ttf',
  'noto-serif-hebrew-bold.ttf',
  'noto-serif-devanagari-bold.ttf',
  'noto-serif-bengali-bold.ttf',
  'noto-serif-tamil-bold.ttf',
  'noto-serif-thai-bold.ttf',
  'noto-serif-georgian-bold.ttf',
  'noto-serif-armenian-bold.ttf',
];

/** Han characters differ from country to country: the language's own face is asked before the others. */
const eastAsianFiles = {
  zh: 'noto-serif-sc-bold.otf',
  ja: 'noto-serif-jp-bold.otf',
  ko: 'noto-serif-kr-bold.otf',
};

const regularFiles = ['noto-serif-regular.ttf'];

// Commands and builds run in the project's folder; bundled code knows no place of its own.
const folder = resolve('src/share-picture/fonts');

export interface Typeface {
  font: Font;
  unitsPerEm: number;
  has: (codePoint: number) => boolean;
  /** Outlines already asked for, by glyph. */
  outlines: Map<number, string>;
}

const loaded = new Map<string, Typeface>();

function load(file: string): Typeface {
  let typeface = loaded.get(file);
  if (!typeface) {
    const face = new Face(new Blob(readFileSync(join(folder, file))));
    const codePoints = new Set(face.collectUnicodes());
    typeface = {
      font: new Font(face),
      unitsPerEm: face.upem,
      has: (codePoint) => codePoints.has(codePoint),
      outlines: new Map(),
    };
    loaded.set(file, typeface);
  }
  return typeface;
}

export type Weight = 'bold' | 'regular';

/**
 * Finds the typeface of a character: in the weight asked for if it has that, else in bold.
 *
 * @param language decides between the East Asian faces (BCP 47)
 * @returns none where no face has the character: it cannot be drawn
 */
export function findTypeface(
  codePoint: number,
  weight: Weight,
  language: string,
): Typeface | undefined {
  const files = weight === 'regular' ? [...regularFiles, ...boldFiles] : boldFiles;
  const found = files.find((file) => load(file).has(codePoint));
  if (found) return load(found);
  // The large files are opened only for characters that may be in them.
  if (codePoint < 0x1100) return undefined;
  const own = Object.entries(eastAsianFiles).find(([code]) => language.startsWith(code))?.[1];
  const eastAsian = Object.values(eastAsianFiles).toSorted((a) => (a === own ? -1 : 0));
  const file = eastAsian.find((candidate) => load(candidate).has(codePoint));
  return file === undefined ? undefined : load(file);
}
