import { isoDate, monthName } from './dates.ts';
import { familyFirst } from './names.ts';
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

const printName = (name: CslName): string =>
  'literal' in name
    ? `{${escapeLatex(name.literal)}}`
    : escapeLatex(
        // BibTeX puts the suffix between the names: `King, Jr., Martin Luther`.
        name.suffix ? `${name.family}, ${name.suffix}, ${name.given}` : familyFirst(name),
      );

const commands: Record<string, string> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

const escapeLatex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}%&$#_^~]/g, (mark) => commands[mark] ?? `\\${mark}`);
