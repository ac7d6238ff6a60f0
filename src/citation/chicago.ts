import { monthFirst } from './dates.ts';
import { quotedHeadline } from './headline.ts';
import { familyFirst, givenFirst } from './names.ts';
import type { CslName, NewsItem } from './news-item.ts';
import { endsSentence, withStop, type Piece } from './pieces.ts';

/**
 * The bibliography entry (Chicago Manual of Style, 17th edition, 14.191–14.200). An article that names no author
 * stands under its newspaper (14.199). The day of access is given where the article has no date (14.12).
 */
export function printChicago(item: NewsItem): Piece[] {
  const headline = quotedHeadline(item);
  const newspaper: Piece = { italic: item['container-title'] };
  const title: Piece[] = ['“', { headline }, endsSentence(headline) ? '” ' : '.” '];
  const printed = monthFirst(item.issued);
  const when = printed || `Accessed ${monthFirst(item.accessed)}`;
  const opening: Piece[] = item.author?.length
    ? [
        `${withStop(joinNames([familyFirst, givenFirst], item.author))} `,
        ...title,
        newspaper,
        printed ? ', ' : '. ',
      ]
    : [newspaper, '. ', ...title];
  return [
    ...opening,
    item.issued || item.accessed ? `${when}. ` : '',
    item.archive ? `${withStop(item.archive)} ` : '',
    { address: item.URL },
    '.',
  ].filter((piece) => piece !== '');
}

/** The first footnote that names the article; of four authors and more the first (14.23). */
export function printChicagoNote(item: NewsItem): Piece[] {
  const names = item.author ?? [];
  const who =
    names.length > 3
      ? `${givenFirst(names[0] as CslName)} et al.`
      : joinNames([givenFirst, givenFirst], names);
  const when =
    monthFirst(item.issued) || (item.accessed ? `accessed ${monthFirst(item.accessed)}` : '');
  return [
    who && `${who}, `,
    '“',
    { headline: quotedHeadline(item) },
    ',” ',
    { italic: item['container-title'] },
    [when, item.archive]
      .filter(Boolean)
      .map((part) => `, ${part}`)
      .join(''),
    ', ',
    { address: item.URL },
    '.',
  ].filter((piece) => piece !== '');
}

type PrintName = (name: CslName) => string;

/** Ten names at most; of more, seven (14.76). */
function joinNames(
  [printFirst, printOther]: readonly [PrintName, PrintName],
  names: readonly CslName[],
): string {
  const printed = names.map((name, i) => (i === 0 ? printFirst(name) : printOther(name)));
  if (printed.length > 10) return `${printed.slice(0, 7).join(', ')}, et al.`;
  const last = printed.at(-1) ?? '';
  if (printed.length < 2) return last;
  // `Jane Doe and John Roe`, but `Doe, Jane, and John Roe`.
  const comma = printed.length > 2 || printFirst(names[0] as CslName).includes(', ') ? ',' : '';
  return `${printed.slice(0, -1).join(', ')}${comma} and ${last}`;
}
