// A citation in words is a row of pieces: plain text, and the few parts that are set apart.

/** Text as it stands, a title in italics, the article's headline in its own language, or its address. */
export type Piece = string | { italic: string } | { headline: string } | { address: string };

/** The text of a citation without any marks. */
export function printPlain(pieces: readonly Piece[]): string {
  return pieces.map(textOf).join('');
}

/** A citation as HTML for a word processor, which keeps the italics. */
export function printHtml(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      const text = escapeHtml(textOf(piece));
      return typeof piece !== 'string' && 'italic' in piece ? `<i>${text}</i>` : text;
    })
    .join('');
}

function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : (Object.values(piece)[0] as string);
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Whether a text needs no full stop after it. */
export const endsSentence = (text: string): boolean => /[.?!…][”’"'»]*$/u.test(text);

/** A text with a full stop, unless it has an end of its own. */
export const withStop = (text: string): string => (endsSentence(text) ? text : `${text}.`);
