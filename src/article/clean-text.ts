// Control characters and noncharacters have no place in text, HTML or XML (XML 1.0 §2.2); tab and line end stay.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

export interface CleanText {
  text: string;
  /** How many characters were left out as controls, and the line of the first; none where the text had none. */
  controls: { count: number; line: number } | undefined;
}

/** Gives a file's text `\n` as its only line end, and neither byte-order mark nor control characters. */
export function cleanFileText(source: string): CleanText {
  const lines = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const text = lines.replace(controls, '');
  const count = lines.length - text.length;
  if (count === 0) return { text, controls: undefined };
  const line = lines.slice(0, lines.search(controls)).split('\n').length;
  return { text, controls: { count, line } };
}

/**
 * Makes one line of text from a value in YAML, whose escapes can write what a file's text cannot hold:
 * `"\u0000"`, half a surrogate pair, a line end.
 */
export function cleanLine(value: string): string {
  const text = value.replace(controls, '').toWellFormed();
  if (!/[\r\n]/.test(text)) return text;
  return text
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
