// What a reader typed or pasted, freed of what a keyboard or a copy put into it: signs that are not seen, and the
// wide forms of East Asian keyboards.

/**
 * Signs that are not seen and mean nothing in a query: the soft hyphen, the marks of direction, the word joiner,
 * the byte-order mark. Joiners of letters stay, for Persian and Indian scripts write words with them.
 */
const unseen = /\u034F|[\u00AD\u061C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** The wide forms of ASCII (Unicode, Halfwidth and Fullwidth Forms) stand at this distance from it. */
const wideBy = 0xfee0;

/** Reads what was typed or pasted as the query that it looks like. */
export function plainText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - wideBy))
    .replace(/[\u200B\u3000\p{Cc}]/gu, ' ');
}

/** Writes the digits of any script as those of ASCII. */
export const plainDigits = (text: string): string =>
  text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit)));

/** Digits stand in rows of ten (Unicode Standard, 4.6): a digit is worth its distance from the first of its row. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  // Five rows of mathematical digits follow one another without a gap.
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}
