// Plain text as Markdown that shows the same text: what Markdown would read as a mark gets a backslash, and
// nothing else does, so that the file stays pleasant to read.

/** Marks that can begin emphasis, code, links or HTML anywhere in a line. */
const inline = /[\\`*<[\]~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=#?[a-z0-9]+;)|\|/giu;

/** Addresses of which GFM makes links by itself; it takes marks inside of them as they stand. */
const address = /(?<![\p{L}\p{N}_])(?:https?:\/\/|www\.)\S+/giu;

/** Marks that end such a link in its midst, or would show with a backslash in it. */
const breaking = /[`[\]\\|<>]|".|&[a-z0-9]+;/i;

const printAddress = (text: string): string => (breaking.test(text) ? escapeInline(text) : text);

/** Escapes one paragraph of plain text; its line ends stay line ends. */
export function escapeMarkdown(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '')
    .join('\n');
}

function escapeLine(line: string): string {
  let escaped = '';
  let end = 0;
  for (const match of line.matchAll(address)) {
    escaped += escapeInline(line.slice(end, match.index)) + printAddress(match[0]);
    end = match.index + match[0].length;
  }
  escaped += escapeInline(line.slice(end));
  return (
    escaped
      // At the beginning of a line: headings, quotations, lists, underlines of headings, rules,
      // rows under the head of a table.
      .replace(/^(?=[-:|][-:|\\\s]*$)(?=.*-)/, '\\')
      .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|_)/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      // Two blanks at the end of a line would break it.
      .trimEnd()
  );
}

/** An address glued to a word is no link; it must not begin one whose marks have backslashes. */
const glued = /(?<=https?)(?=:\/\/)|(?<=www)(?=\.)/gi;

const escapeInline = (text: string): string => text.replace(inline, '\\$&').replace(glued, '\\');
