import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Elements nested deeper than this are a trap, not a text. */
const deepest = 100;

/** Elements that need no end tag, or have none. */
const withoutEnd =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|li|p|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/i;

/** A piece of the text, by its first character and the one behind its last. */
interface Piece {
  start: number;
  end: number;
}

/**
 * Takes the tags out of HTML that lie absurdly deep, and would overflow the stack of every tool behind the parser; the
 * text stays, and so do all other tags.
 */
export function capDepth(html: string): string {
  if (!hasManyTags(html)) return html;
  let result = '';
  let at = 0;
  for (const { start, end } of deepTags(html)) {
    result += `${html.slice(at, start)} `;
    at = end;
  }
  return result + html.slice(at);
}

function hasManyTags(html: string): boolean {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    if (++count > deepest) return true;
  }
  return false;
}

const ignore = (): void => undefined;

function deepTags(html: string): Piece[] {
  const tags: Piece[] = [];
  let depth = 0;
  let open: number | undefined;
  const endTag = (end: number): void => {
    if (open !== undefined) tags.push({ start: open, end });
    open = undefined;
  };
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      const needsEnd = !withoutEnd.test(html.slice(start, end));
      if (needsEnd) depth++;
      open = depth > deepest ? start - 1 : undefined;
    },
    onopentagend: (last) => endTag(last + 1),
    onselfclosingtag: (last) => endTag(last + 1),
    onclosetag(start, end) {
      const close = html.indexOf('>', end);
      if (depth > deepest && close >= 0) tags.push({ start: start - 2, end: close + 1 });
      if (!withoutEnd.test(html.slice(start, end))) depth = Math.max(0, depth - 1);
    },
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontext: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({}, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}
