// Measures the making of the search index:
//   npm run bench -- search-index COUNT [FOLDER]
// Generates a site of so many articles, builds its index, adds one article and builds it again. The folder, if
// given, keeps the site for tests/bench/search-network.ts.

import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { generateArticles } from './generate.ts';
import { newestFirst, renderTemplate, writeGeneratedSite, writePage } from './generated-site.ts';
import { measureUsage } from './processes.ts';

const [count = '10000', kept] = process.argv.slice(2);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const siteDir = join(folder, 'site');
const cacheDir = join(folder, 'cache');

let articles = writeGeneratedSite(siteDir, { count: Number(count) });
const build = () =>
  measureUsage(() =>
    buildSearchIndex({ newestFirst: articles, siteDir, cacheDir, language: 'en' }),
  );

const first = await build();
const before = readFiles(join(siteDir, 'search-index'));
report('build all', first);
report('build again, nothing changed', await build());

const [one] = [...generateArticles({ count: 1, seed: 99 })];
if (one)
  articles.push(
    writePage(
      siteDir,
      { ...one, date: '2025-12-31', file: 'articles/2025/12/31/one-more.md' },
      renderTemplate(),
    ),
  );
articles = newestFirst(articles);
const second = await build();
const after = readFiles(join(siteDir, 'search-index'));
report('add one article', second);
let changed = 0;
let changedFiles = 0;
for (const [path, { bytes, digest }] of after) {
  if (before.get(path)?.digest === digest) continue;
  changed += bytes;
  changedFiles++;
}
const total = [...after.values()].reduce((sum, { bytes }) => sum + bytes, 0);
process.stdout.write(
  `index: ${after.size} files, ${mib(total)} MiB; changed by one article: ${changedFiles} files, ${mib(changed)} MiB\n`,
);
if (!kept) rmSync(folder, { recursive: true });

function report(name: string, { result, usage }: Awaited<ReturnType<typeof build>>): void {
  process.stdout.write(
    `${name}: ${usage.cpuSeconds.toFixed(0)} s CPU, peak ${usage.peakMiB.toFixed(0)} MiB in one process, ` +
      `${result.built} of ${result.parts} parts made\n`,
  );
}

function readFiles(root: string): Map<string, { bytes: number; digest: string }> {
  const files = new Map<string, { bytes: number; digest: string }>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path, { bytes: statSync(path).size, digest: hash('sha256', readFileSync(path)) });
  }
  return files;
}

function mib(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
