import { cleanText, type Separators } from '../text/clean-text.ts';

/** Decodes an original piece by piece; what comes out is cleaned as a whole text is. */
export async function* decodeStream(
  pieces: AsyncIterable<Uint8Array>,
  label: string,
  options: Separators = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  let held = '';
  for await (const piece of pieces) {
    const text = held + decoder.decode(piece, { stream: true });
    // A line end of two characters, or a character of two halves, may be cut here.
    const cut = /[\r\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    held = text.slice(cut);
    yield cleanText(text.slice(0, cut), options).text;
  }
  const rest = held + decoder.decode();
  if (rest !== '') yield cleanText(rest, options).text;
}
