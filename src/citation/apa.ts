import { monthFirst, yearFirst } from './dates.ts';
import type { CslName, NewsItem } from './news-item.ts';
import { endsSentence, withStop, type Piece } from './pieces.ts';

/**
 * The reference list entry of an online newspaper article (Publication Manual of the APA, 7th edition, 10.1,
 * example 16). The day of access is given where the article has no date.
 */
export function printApa(item: NewsItem): Piece[] {
  const { title, author, issued, accessed, archive, URL } = item;
  const date = `(${yearFirst(issued)}).`;
  const headline: Piece[] = [{ headline: title }, endsSentence(title) ? ' ' : '. '];
  const retrieved = !issued && accessed ? `Retrieved ${monthFirst(accessed)}, from ` : '';
  return [
    ...(author?.length
      ? [`${withStop(joinNames(author.map(withInitials)))} ${date} `, ...headline]
      : [...headline, `${date} `]),
    { italic: item['container-title'] },
    `. ${archive ? `${withStop(archive)} ` : ''}${retrieved}`,
    { address: URL },
  ];
}

function withInitials(name: CslName): string {
  if ('literal' in name) return name.literal;
  const initials = name.given
    .split(' ')
    .map((part) =>
      part
        .split('-')
        .map((half) => `${/^./u.exec(half)?.[0] ?? ''}.`)
        .join('-'),
    )
    .join(' ');
  return [name.family, initials, name.suffix].filter(Boolean).join(', ');
}

/** Twenty names at most; of more, nineteen and the last (9.8). */
function joinNames(names: readonly string[]): string {
  if (names.length === 1) return names[0] ?? '';
  const last = names.at(-1) ?? '';
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${last}`;
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}
