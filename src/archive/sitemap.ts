// Sitemaps 0.9 (https://www.sitemaps.org/protocol.html): an index, and one file for each year, so that an
// edited article changes one file only; what is too long for a file goes on in another. `lastmod` tells when the
// content changed, never when it was built.

import { UNDATED, type Day } from '../article/calendar-date.ts';
import type { Archive } from './archive.ts';
import { modifiedDay } from './structured-data.ts';
import { absolute, paths } from './urls.ts';
import { escapeXml } from './xml.ts';

/** What a file may list at most (Sitemaps 0.9). */
const longestFile = 50_000;

export interface SitemapEntry {
  path: string;
  changed?: Day | undefined;
}

/**
 * The files of the sitemap by their parts: `pages`, `2024`, `2024-2`, `undated`.
 *
 * @param ownPages the paths of the keeper's own pages
 */
export function sitemapFiles(
  archive: Archive,
  ownPages: readonly string[] = [],
): Map<string, SitemapEntry[]> {
  const files = new Map<string, SitemapEntry[]>();
  for (const part of partsOf(archive)) {
    const entries = entriesOf(part, archive, ownPages);
    for (let start = 0, number = 1; start < entries.length; start += longestFile, number++) {
      const name = number === 1 ? part : `${part}-${number}`;
      files.set(name, entries.slice(start, start + longestFile));
    }
  }
  return files;
}

/** Each year, `undated`, and `pages` for what is not an article. */
function partsOf(archive: Archive): string[] {
  return [
    'pages',
    ...archive.byYear.keys(),
    ...(archive.newestFirst.some(({ date }) => date === UNDATED) ? [UNDATED] : []),
  ];
}

/** What one part of the sitemap lists. */
function entriesOf(part: string, archive: Archive, ownPages: readonly string[]): SitemapEntry[] {
  if (part !== 'pages') {
    const year = part === UNDATED ? undefined : part;
    const articles =
      year === undefined
        ? archive.newestFirst.filter(({ date }) => date === UNDATED)
        : (archive.byYear.get(year) ?? []);
    const months = [...archive.byMonth.keys()].filter((month) => month.startsWith(`${year}-`));
    const days = [...archive.byDay.keys()].filter((day) => day.startsWith(`${year}-`));
    return [
      ...(year === undefined ? [] : [{ path: paths.date(year) }]),
      ...months.map((month) => ({ path: paths.date(month) })),
      ...days.map((day) => ({ path: paths.date(day) })),
      ...articles.map((article) => ({
        path: paths.article(article),
        changed: modifiedDay(article),
      })),
    ];
  }
  return [
    paths.front,
    paths.dates,
    paths.coverage,
    paths.undated,
    paths.onThisDays,
    paths.topics,
    ...[...archive.topics.keys()].map((slug) => `/topics/${slug}/`),
    paths.sections,
    ...[...archive.sections.keys()].map((slug) => `/sections/${slug}/`),
    paths.authors,
    ...[...archive.authors.keys()].map((slug) => `/authors/${slug}/`),
    paths.feeds,
    paths.corrections,
    ...new Set([paths.about, ...ownPages]),
  ].map((path) => ({ path }));
}

/** Prints one part as XML. */
export function printSitemap(entries: readonly SitemapEntry[], address: string): string {
  const urls = entries.map(
    ({ path, changed }) =>
      `<url><loc>${escapeXml(absolute(address, path))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** Prints the index of all parts as XML. */
export function printSitemapIndex(parts: readonly string[], address: string): string {
  const maps = parts.map(
    (part) =>
      `<sitemap><loc>${escapeXml(absolute(address, `/sitemap-${part}.xml`))}</loc></sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('\n')}\n</sitemapindex>\n`;
}
