// Plain text as Markdown that shows the same text: what Markdown would read as a mark gets a backslash, and
// nothing else does, so that the file stays pleasant to read.

/** Marks that can begin emphasis, code, links or HTML anywhere in a line. */
const inline = /[\\`*<[\]~]|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|&(?=#?[a-z0-9]+;)|\|/giu;

/** Addresses stay as they are: backslashes would break the links that GFM makes of them. */
const address = /(?:https?:\/\/|www\.)[^\s<>"]+/gi;

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
    escaped +=
      escapeInline(line.slice(end, match.index)) + match[0].replace(/[*`[\]\\~|]|_$/g, '\\$&');
    end = match.index + match[0].length;
  }
  escaped += escapeInline(line.slice(end));
  return (
    escaped
      // At the beginning of a line: headings, quotations, lists, underlines of headings, rules.
      .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+\s*$|-[- ]*$|_)/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      // Two blanks at the end of a line would break it.
      .trimEnd()
  );
}

const escapeInline = (text: string): string => text.replace(inline, '\\$&');
