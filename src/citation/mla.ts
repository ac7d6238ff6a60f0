import { dayFirst } from './dates.ts';
import { quotedHeadline } from './headline.ts';
import { familyFirst, givenFirst } from './names.ts';
import type { CslName, NewsItem } from './news-item.ts';
import { endsSentence, withStop, type Piece } from './pieces.ts';

/**
 * The works-cited entry (MLA Handbook, 9th edition, 5.1–5.111). Where the archive is not the newspaper itself it
 * is the second container. The day of access closes the entry, as is advised for what may be corrected.
 */
export function printMla(item: NewsItem): Piece[] {
  const headline = quotedHeadline(item);
  const date = dayFirst(item.issued, 'short');
  const seen = dayFirst(item.accessed, 'short');
  const newspaper: Piece[] = [{ italic: item['container-title'] }, date && `, ${date}`];
  return [
    item.author?.length ? `${withStop(joinNames(item.author))} ` : '',
    '“',
    { headline },
    endsSentence(headline) ? '” ' : '.” ',
    ...newspaper,
    ...(item.archive
      ? [newspaper[1] === '' ? '. ' : date.endsWith('.') ? ' ' : '. ', { italic: item.archive }]
      : []),
    ', ',
    { address: item.URL },
    seen ? `. Accessed ${seen}.` : '.',
  ].filter((piece) => piece !== '');
}

function joinNames(names: readonly CslName[]): string {
  const [first, second] = names;
  if (!first) return '';
  if (!second) return familyFirst(first);
  return names.length > 2
    ? `${familyFirst(first)}, et al.`
    : `${familyFirst(first)}, and ${givenFirst(second)}`;
}
