import { isoDate, monthName } from './dates.ts';
import { partsOf, type CslName, type NewsItem } from './news-item.ts';

/**
 * A BibTeX entry (BibTeXing, Oren Patashnik, 1988), with the fields that biblatex adds for newspapers and
 * addresses. Text is UTF-8.
 */
export function printBibtex(item: NewsItem): string {
  const { year, month, day } = partsOf(item.issued);
  const fields: [string, string | undefined][] = [
    ['author', item.author?.length ? `{${item.author.map(printName).join(' and ')}}` : undefined],
    // The inner braces keep the capitals that styles would lower.
    ['title', `{{${escapeLatex(item.title)}}}`],
    ['journal', `{${escapeLatex(item['container-title'])}}`],
    ['entrysubtype', '{newspaper}'],
    ['year', year ? `{${year}}` : undefined],
    ['month', month ? monthName(month).slice(0, 3).toLowerCase() : undefined],
    ['day', day ? `{${day}}` : undefined],
    ['language', `{${item.language}}`],
    ['url', `{${item.URL}}`],
    ['urldate', item.accessed ? `{${isoDate(item.accessed)}}` : undefined],
    ['note', item.archive ? `{${escapeLatex(item.archive)}}` : undefined],
  ];
  const lines = fields
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => `  ${name} = ${value}`);
  return `@article{${item.id},\n${lines.join(',\n')}\n}\n`;
}

function printName(name: CslName): string {
  if ('literal' in name) return `{${escapeLatex(name.literal)}}`;
  // BibTeX puts the suffix between the names: `King, Jr., Martin Luther`.
  const parts = [name.family, name.suffix, name.given].filter((part) => part !== undefined);
  return parts.map(printPart).join(', ');
}

/** Braces keep together what BibTeX takes for the end of a part or a name, and biblatex for a part's label. */
const printPart = (part: string): string =>
  /[,=]|(?:^|\s)and(?:\s|$)/i.test(part) ? `{${escapeLatex(part)}}` : escapeLatex(part);

// BibTeX counts braces whether or not a backslash stands before them, so a lone one would never end the entry.
const commands: Record<string, string> = {
  '{': String.raw`\textbraceleft{}`,
  '}': String.raw`\textbraceright{}`,
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

const escapeLatex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}%&$#_^~]/g, (mark) => commands[mark] ?? `\\${mark}`)
    .replace(ligatures, '$&{}');

/** Signs that TeX would draw as one with the next: `--` as a dash, two quotes as one of double width. */
const ligatures = /([-`'<>,])(?=\1)|[?!](?=`)/g;
