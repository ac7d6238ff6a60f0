import { isoDate } from './dates.ts';
import { familyFirstByCommas } from './names.ts';
import type { NewsItem } from './news-item.ts';

/** A RIS record of the type `NEWS` (RIS format specifications, Research Information Systems, 2011). */
export function printRis(item: NewsItem, keywords: readonly string[] = []): string {
  const tags: [string, string | undefined][] = [
    ['TY', 'NEWS'],
    ...(item.author ?? []).map((name): [string, string] => ['AU', familyFirstByCommas(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['SE', item.section],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['PY', isoDate(item.issued).slice(0, 4)],
    ['DA', slashes(isoDate(item.issued, '/'))],
    ['Y2', slashes(isoDate(item.accessed, '/'))],
    ['LA', item.language],
    ['DP', item.archive],
    ['UR', item.URL],
  ];
  const lines = tags
    .filter((tag): tag is [string, string] => Boolean(tag[1]))
    .map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}`);
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** A date is `YYYY/MM/DD/other`, its slashes kept where parts are not known. */
const slashes = (date: string): string => date && date + '/'.repeat(4 - date.split('/').length);
