import { localeOf } from '../article/calendar-date.ts';
import { site } from '../site.ts';

const format = new Intl.ListFormat(localeOf(site.language), { type: 'conjunction' });

/** Parts of a page as an enumeration in the site's language: `A, B and C`, `A、B和C`. */
export const enumerate = <Part>(parts: readonly Part[]): (Part | string)[] =>
  format
    .formatToParts(parts.map((_, i) => String(i)))
    .map(({ type, value }) => (type === 'element' ? (parts[Number(value)] ?? '') : value));
