// Characters that have no place in an article, a page or a feed, whatever the source put there.

// oxlint-disable no-control-regex -- control characters are what this file looks for

export interface CleanText {
  text: string;
  /** How many characters were left out. */
  removed: number;
}

// A terminal's colour commands begin with ESC (ECMA-48 §5.4).
const terminalCommands =
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-_])/g;

// XML 1.0 §2.2 forbids the first and last of these; C1 controls, soft marks of byte order and noncharacters
// are seen nowhere and break comparisons.
const unprintable =
  /[\u0000-\u0008\u000E-\u001F\u007F\u0080-\u0084\u0086-\u009F\uFEFF\uFFFE\uFFFF]/g;

/** How separators other than `\n` are read: as ends of lines, or as characters of a value that is cleaned later. */
export interface Separators {
  separators?: 'end lines' | 'stay' | undefined;
}

/**
 * Makes line ends `\n`, form feeds and Unicode's own separators included, and leaves out control
 * characters, terminal commands, byte-order marks and halves of surrogate pairs.
 */
export function cleanText(text: string, { separators = 'end lines' }: Separators = {}): CleanText {
  const plain = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const lines = separators === 'stay' ? plain : breakLines(plain);
  if (!/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/.test(lines)) {
    return { text: lines, removed: 0 };
  }
  const clean = lines
    .replace(terminalCommands, '')
    .replace(unprintable, '')
    .replace(/\p{Surrogate}/gu, '');
  return { text: clean, removed: lines.length - clean.length };
}

const breakLines = (text: string): string =>
  text.replace(/[\u0085\u2028]/g, '\n').replace(/[\u000B\u000C\u2029]/g, '\n\n');
