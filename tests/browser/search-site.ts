// A site whose search page is the newspaper's, over made-up articles: what is found in it is known.

import { cpSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { takePage } from '../search/article-page.ts';
import { writePages, type ToIndex } from '../search/built-index.ts';

const articles: ToIndex[] = [
  { date: '2024-05-02', title: 'Barge carries a lantern', body: '<p>It shone all night.</p>' },
  { date: '2024-05-01', title: 'Barge runs aground', body: '<p>Nobody was hurt.</p>' },
  {
    date: '2023-11-11',
    title: 'Pilots strike again - owners “surprised”, say ships/crews',
    body: '<p>Talks go on.</p>',
  },
  { date: '2023-10-10', title: 'Pilots go back to work', body: '<p>The owners gave in.</p>' },
  ...Array.from({ length: 45 }, (_, i): ToIndex => ({
    date: i === 9 ? '1969-07-20' : `${1960 + i}-03-0${(i % 9) + 1}`,
    title: `Harbour report number ${i}`,
    section: i % 2 === 0 ? 'Sea' : 'Land',
    tags: ['Reports'],
    body: `<p>${'The harbour was busy this year, the master wrote. '.repeat(6)}</p>`,
  })),
];

/**
 * Builds the site below a folder.
 *
 * @returns its own folder
 */
export async function buildSearchSite(folder: string): Promise<string> {
  const siteDir = join(folder, 'site');
  // The newspaper's folder is a link.
  cpSync(realpathSync(inject('siteDir')), siteDir, { recursive: true });
  const newestFirst = await writePages(siteDir, articles, takePage(siteDir));
  await buildSearchIndex({
    newestFirst,
    siteDir,
    cacheDir: join(folder, 'cache'),
    language: 'en',
    sizes: { shards: { largest: 20, smallest: 8 }, parts: { largest: 6, smallest: 2 } },
  });
  return siteDir;
}
