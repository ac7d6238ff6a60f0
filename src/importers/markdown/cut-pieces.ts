// A long Markdown text in pieces, each of which means alone what it means in the whole.

/** Texts up to this many characters stay whole. */
const longestWhole = 50_000;

/** Pieces of longer ones have about this many: few enough that one with an element leaves the others alone. */
const pieceLength = 4_000;

/** HTML that goes on behind blank lines until its end mark (CommonMark 0.31 §4.6, kinds 1 to 5). */
const spanning = /<!--|<(?:script|style|pre|textarea)\b|<\?|<!\[CDATA\[/i;
const spanEnds: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[/, ']]>'],
  [/^<[a-z]/i, '</'],
];

/**
 * Cuts before an unindented line that follows a blank one, outside of fenced code, comments and elements that
 * span blank lines.
 */
export function cutIntoPieces(body: string): string[] {
  if (body.length <= longestWhole) return [body];
  const pieces: string[] = [];
  const open = new OpenBlocks();
  let start = 0;
  let at = 0;
  let afterBlank = false;
  for (const line of body.split('\n')) {
    const begins = afterBlank && /^\S/.test(line) && open.none;
    if (begins && at - start >= pieceLength) {
      pieces.push(body.slice(start, at));
      start = at;
    }
    open.read(line);
    afterBlank = line.trim() === '';
    at += line.length + 1;
  }
  return [...pieces, body.slice(start)];
}

/** What a text has begun and not ended, line by line. */
class OpenBlocks {
  private fence: string | undefined;
  private end: string | undefined;

  get none(): boolean {
    return this.fence === undefined && this.end === undefined;
  }

  read(line: string): void {
    if (this.fence === undefined) this.readHtml(line);
    if (this.end !== undefined) return;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) return;
    if (this.fence === undefined) this.fence = mark;
    else if (mark.startsWith(this.fence)) this.fence = undefined;
  }

  private readHtml(line: string): void {
    let rest = line;
    while (rest !== '') {
      if (this.end === undefined) {
        const from = rest.search(spanning);
        if (from < 0) return;
        rest = rest.slice(from);
        this.end = spanEnds.find(([begins]) => begins.test(rest))?.[1] ?? '>';
        rest = rest.slice(2);
      }
      const to = rest.indexOf(this.end);
      if (to < 0) return;
      rest = rest.slice(to + this.end.length);
      this.end = undefined;
    }
  }
}
