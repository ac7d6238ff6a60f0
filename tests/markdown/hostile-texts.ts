// Texts made to be slow: each repeats what some part of reading Markdown may look over again and again.

const repeat =
  (piece: string) =>
  (size: number): string =>
    piece.repeat(Math.ceil(size / piece.length));

/** One in another, as deep as the size allows. */
const nest =
  (open: string, close: string) =>
  (size: number): string => {
    const count = Math.floor(size / (open.length + close.length));
    return `${open.repeat(count)}x${close.repeat(count)}`;
  };

/** Pieces that differ by their number. */
const number =
  (piece: (i: number) => string) =>
  (size: number): string => {
    let text = '';
    for (let i = 0; text.length < size; i++) text += piece(i);
    return text;
  };

/** By what they repeat; each makes a text of about so many characters. */
export const hostileTexts: Readonly<Record<string, (size: number) => string>> = {
  'headings underlined with =': repeat('a\n=\n'),
  'headings underlined with -': repeat('a\n-\n'),
  'headings of one text': repeat('## Same\n\n'),
  'paragraphs of one text': repeat('Same words.\n\n'),
  'entries of one text': repeat('- a\n'),
  'numbered entries': repeat('1. a\n'),
  tasks: repeat('- [ ] a\n'),
  'lines of one paragraph': repeat('a\n'),
  'hard breaks': repeat('a  \n'),
  'empty lines': repeat('\n'),
  'lines of blanks': repeat(' \n'),
  rules: repeat('---\n'),
  fences: repeat('```\n'),
  quotations: repeat('> a\n'),
  'opening brackets': repeat('['),
  'closing brackets': repeat(']'),
  'openings of pictures': repeat('!['),
  'openings of links': repeat('[a]('),
  'openings of notes': repeat('[^'),
  'links in links': nest('[', '](x)'),
  definitions: number((i) => `[${i}]: /x\n`),
  references: (size) => `[a]: /x\n\n${'[a] '.repeat(size / 4)}`,
  notes: number((i) => `x[^${i}]\n\n[^${i}]: y\n\n`),
  'marks of one note': (size) => `[^a]: y\n\n${'x[^a] '.repeat(size / 6)}`,
  'openings of emphasis': repeat('*a '),
  'openings of strong emphasis': repeat('**a'),
  'emphasis that opens and closes': repeat('a**b'),
  'emphasis in emphasis': nest('*', '*'),
  'strong emphasis in its like': nest('**a ', ' a**'),
  'emphasis in Chinese': repeat('**漢**'),
  'low lines in words': repeat('a_b_'),
  'struck words': repeat('a~~b'),
  backticks: number((i) => `${'`'.repeat(1 + (i % 200))} `),
  addresses: repeat('http://a.example '),
  'an address of brackets': (size) =>
    `http://a.example/${'('.repeat(size / 2)}${')'.repeat(size / 2)}`,
  'beginnings of addresses': repeat('www.'),
  'mail addresses': repeat('a@b.example '),
  'a word that never becomes a mail address': repeat('a_-'),
  'rows of a table': (size) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(size / 10)}`,
  'columns of a table': (size) => `|${'a|'.repeat(size / 4)}\n|${'-|'.repeat(size / 4)}\n`,
  tables: repeat('|a|\n|-|\n\n'),
  bars: repeat('a|b\n'),
  'opening angles': repeat('<a '),
  'comments that do not end': repeat('<!-- '),
  'elements that do not end': repeat('<b>'),
  'fonts that do not end': number((i) => `<font color=${i}>`),
  'paragraphs in fonts': repeat('<font><p>'),
  'blocks that do not end': repeat('<div>\n\n'),
  'tables in tables': nest('<table><tr><td>', '</td></tr></table>'),
  'elements with one id': repeat('<p id=a>x</p>'),
  attributes: (size) => `<a ${number((i) => `a${i}=1 `)(size)}>x</a>`,
  pictures: repeat('![a](x.png)\n\n'),
  'pictures of HTML': repeat('<img src=x.png>'),
  'one word': repeat('a'),
  'accents on one letter': (size) => `a${'\u0301'.repeat(size)}`,
  entities: repeat('&#0;'),
  backslashes: repeat('\\'),
  'marks of lists on one line': repeat('- '),
  'quotations of lists on one line': repeat('- > '),
  'blanks in a heading': (size) => `# a${' '.repeat(size)}b`,
  'blanks in a line': (size) => `a${' '.repeat(size)}b`,
  'blanks in a cell': (size) => `| a${' '.repeat(size)}b |\n|---|\n`,
  'blanks in a link': (size) => `[a${' '.repeat(size)}b](x)`,
  'unbroken blanks': (size) => `a${'\u00A0'.repeat(size)}b`,
  'blanks in Chinese': (size) => `漢${' '.repeat(size)}字`,
  'Chinese lines in emphasis': repeat('漢\n*字*\n'),
  'anchors of headings': repeat('{#'),
  'a heading of anchors': (size) => `# ${'{#a}'.repeat(size / 4)} a`,
  'an anchor that does not end': (size) => `# {#${'a'.repeat(size)}`,
  abbreviations: repeat('z. B. '),
  ordinals: repeat('3. am '),
  'full stops': repeat('. '),
  'dots in a word': repeat('a.'),
  'capital letters and dots': repeat('A.'),
  'quotation marks': repeat('“ '),
  'ends of quotations': repeat('a.” '),
  commas: repeat('a, '),
  'dashes and words': repeat('a – '),
  hyphens: repeat('a-'),
  figures: repeat('1'),
  'thousands of figures': repeat('1,'),
  'signs beyond the first plane': repeat('😀'),
  'joined signs': repeat('👩‍'),
  'marks of direction': repeat('\u202E'),
  'Thai without blanks': repeat('กา'),
  'Chinese without blanks': repeat('漢'),
  'the line that divides a table': (size) => `a\n${'|-'.repeat(size / 2)}`,
  'lines that may divide tables': repeat('a\n-|-\n'),
  'addresses in brackets': repeat('[a](<x'),
  'titles of links': repeat('[a](x "'),
  'references without definitions': repeat('[a][b] '),
  'pictures of references': (size) => `[a]: x.png\n\n${'![b][a] '.repeat(size / 8)}`,
  'links to parts': number((i) => `[a](#a${i}) `),
  'links to parts, and the parts': number((i) => `## a${i}\n\n[a](#a${i})\n\n`),
  'loose entries': repeat('- a\n\n'),
  'entries of paragraphs': repeat('- a\n\n  b\n\n'),
  'lists and paragraphs': repeat('- a\n\nb\n\n'),
  'lists and headings': repeat('- a\n# b\n'),
  'lazy lines': repeat('> a\nb\n\n'),
  'lazy lines that may be tables': repeat('> |a|\n|-|\n\n'),
  'beginnings of addresses in brackets': repeat(']('),
  'quotations of brackets': repeat('[" '),
  'entries of brackets': repeat('- [\n'),
  'attributes without ends': repeat('<a b="'),
  'declarations that do not end': repeat('<!A '),
  'instructions that do not end': repeat('<?'),
  'ends of elements': repeat('</p>'),
  'rows without tables': repeat('<tr><td>x'),
  'scripts that do not end': repeat('<script>'),
  'styles of attributes': (size) => `<p style="${'a:b;'.repeat(size / 4)}">x</p>`,
  'lists of pictures in one attribute': (size) => `<img srcset="${'x.png 1x,'.repeat(size / 9)}">`,
  'lists in lists': number((i) => `${' '.repeat(2 * i)}- a\n`),
};
