// The one colour of an archive, for links, marks and dates, on light paper and on dark.

/** A colour for each paper, as `#rrggbb`. */
export interface Accent {
  light: string;
  dark: string;
}

/** Colours that can be had by their names. */
export const accents = {
  red: { light: '#9b1c1c', dark: '#ff9d8c' },
  blue: { light: '#1d4f91', dark: '#9cc3ff' },
  green: { light: '#1f6138', dark: '#8fd6a8' },
  teal: { light: '#0f5c66', dark: '#7fd3dd' },
  violet: { light: '#6a2c91', dark: '#d3a9f5' },
  brown: { light: '#7a4310', dark: '#e8b98a' },
} as const satisfies Record<string, Accent>;

/** What stands behind text in `styles/tokens.css`: the paper, and the paper of what is raised. */
export const papers = {
  light: ['#fbf9f4', '#f3efe5'],
  dark: ['#151517', '#1f1f23'],
} as const;

/** The least contrast of text with what is behind it (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/**
 * What is wrong with a colour as that of text on a paper, as the rest of a sentence.
 *
 * @param colour as `#rrggbb`
 */
export function explainColour(colour: string, paper: keyof typeof papers): string | undefined {
  const worst = Math.min(...papers[paper].map((behind) => contrastOf(colour, behind)));
  return worst >= leastContrast
    ? undefined
    : `has a contrast of ${Math.floor(worst * 10) / 10}:1 on ${paper} paper, where text needs ${leastContrast}:1 (WCAG 2.2, 1.4.3)`;
}

/** The ratio of two colours' luminances, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted(
    (a, b) => a - b,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, “relative luminance”. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
