import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Elements nested deeper than this are a trap, not a text. */
const deepest = 100;

/** Elements that need no end tag, or have none. */
const withoutEnd =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|li|p|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/i;

/** What tells of the article stays this many levels deeper, whatever of its surroundings goes. */
const deepestFact = 120;

const facts = /^(?:h[1-6]|p|br|hr|img|time|a|li|blockquote|pre|code|meta|link|title)$/i;

/** Elements that say nothing more inside of their like. */
const formatting = /^(?:b|big|em|font|i|nobr|s|small|strike|strong|tt|u)$/i;

/** A piece of the text, by its first character and the one behind its last; `by` takes its place. */
interface Piece {
  start: number;
  end: number;
  by: '' | ' ';
}

/**
 * Takes the tags out of HTML that lie absurdly deep, and would overflow the stack of every tool behind the parser, and
 * those that repeat what holds already; the text stays, and so do all other tags, headings and dates among them.
 */
export function capDepth(html: string): string {
  if (!hasManyTags(html)) return html;
  let result = '';
  let at = 0;
  for (const { start, end, by } of deepTags(html)) {
    result += html.slice(at, start) + by;
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

/** What is known of the elements of one name. */
interface Kind {
  name: string;
  needsEnd: boolean;
  isFormatting: boolean;
  /** How deep it may lie. */
  limit: number;
  /** How many are open, and how many of these with their tag kept. */
  open: number;
  kept: number;
}

/** The elements that are open where a text is read. */
class OpenElements {
  private readonly stack: { kind: Kind; isKept: boolean }[] = [];
  private readonly kinds = new Map<string, Kind>();
  private depth = 0;

  kindOf(written: string): Kind {
    const name = written.toLowerCase();
    let kind = this.kinds.get(name);
    if (!kind) {
      const needsEnd = !withoutEnd.test(name);
      const limit = facts.test(name) ? deepestFact : deepest;
      kind = { name, needsEnd, isFormatting: formatting.test(name), limit, open: 0, kept: 0 };
      this.kinds.set(name, kind);
    }
    return kind;
  }

  /** Opens an element, and tells whether its tag is kept. */
  open(kind: Kind): boolean {
    const isKept = this.depth < kind.limit && !(kind.isFormatting && kind.kept > 0);
    if (!kind.needsEnd) return isKept;
    this.stack.push({ kind, isKept });
    kind.open++;
    if (isKept) {
      kind.kept++;
      this.depth++;
    }
    return isKept;
  }

  /** Closes an element with what is open inside of it, and tells whether its tag is kept. */
  close(kind: Kind): boolean {
    if (kind.open === 0) return this.depth < deepest;
    for (let top = this.stack.pop(); top; top = this.stack.pop()) {
      top.kind.open--;
      if (top.isKept) {
        top.kind.kept--;
        this.depth--;
      }
      if (top.kind === kind) return top.isKept;
    }
    return true;
  }
}

/** Words on both sides of a box are apart; those around a change of type may be one. */
const gapOf = ({ isFormatting }: Kind): Piece['by'] => (isFormatting ? '' : ' ');

const ignore = (): void => undefined;

function deepTags(html: string): Piece[] {
  const tags: Piece[] = [];
  const elements = new OpenElements();
  let open: Piece | undefined;
  const endTag = (end: number): void => {
    if (open !== undefined) tags.push({ ...open, end });
    open = undefined;
  };
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      const kind = elements.kindOf(html.slice(start, end));
      open = elements.open(kind) ? undefined : { start: start - 1, end, by: gapOf(kind) };
    },
    onopentagend: (last) => endTag(last + 1),
    onselfclosingtag: (last) => endTag(last + 1),
    onclosetag(start, end) {
      const kind = elements.kindOf(html.slice(start, end));
      const close = html.indexOf('>', end);
      if (!elements.close(kind) && close >= 0)
        tags.push({ start: start - 2, end: close + 1, by: gapOf(kind) });
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
