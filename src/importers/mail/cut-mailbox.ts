// A box of messages as mail programs keep it (RFC 4155): each begins with a line `From sender date`.

/** A separator: the word, a sender, and a date in the form of `asctime`. */
const separator = /^From \S.*\b\d{1,2}:\d{2}(?::\d{2})?\b.*\d{4}\b/;

export interface CutMessage {
  /** The message without its separator. */
  bytes: Uint8Array;
  /** The line of the original it begins on, from 1. */
  line: number;
  /** Whether it stands in a box. */
  isBoxed: boolean;
}

/** Cuts a box into its messages; a file that does not begin with a separator is one message. */
export async function* cutMailbox(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<CutMessage> {
  let isBoxed: boolean | undefined;
  let lines: string[] = [];
  let line = 1;
  let number = 0;
  let afterBlank = true;
  const message = (): CutMessage => ({
    bytes: Buffer.from(lines.join('\n'), 'latin1'),
    line,
    isBoxed: isBoxed === true,
  });
  for await (const written of linesOf(pieces)) {
    number++;
    const begins = separator.test(written);
    isBoxed ??= begins;
    if (isBoxed && begins && afterBlank) {
      if (lines.some((text) => text !== '')) yield message();
      lines = [];
      line = number + 1;
    } else {
      // A line of a text that looks like a separator is quoted with `>`.
      lines.push(isBoxed ? written.replace(/^>(?=>*From )/, '') : written);
    }
    afterBlank = written === '';
  }
  if (lines.some((text) => text !== '')) yield message();
}

/** Lines of bytes as characters below 256, so that each message keeps the encodings it declares. */
async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + Buffer.from(piece).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield text.replace(/\r$/, '');
  }
  yield rest.replace(/\r$/, '');
}
