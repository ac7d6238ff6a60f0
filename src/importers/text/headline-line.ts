/** A headline that stands on a line of its own is at most this long. */
const longest = 150;

/**
 * Whether the first line of a text is a headline: one line, short, not ended like a sentence, with text
 * below it. A sentence ends in a full stop; a headline does not, though it may ask or exclaim.
 */
export function isHeadlineLine(line: string, below: string): boolean {
  const text = line.trim();
  return (
    text.length > 0 &&
    text.length <= longest &&
    /\p{L}/u.test(text) &&
    !/[.,;:…。，；：،؛]["”»’')\]]*$/u.test(text) &&
    !/^(?:[-*•]|\d+[.)])\s/.test(text) &&
    below.trim().length > text.length
  );
}
