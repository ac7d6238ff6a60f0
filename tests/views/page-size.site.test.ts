import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const heaviestPage = 250_000;
const perDate = 260;
let folder: string;
let site: string;

/** As many articles as a large paper has of one day, of another year's same day, and of no date; all by other authors. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-crowded-'));
  site = join(folder, 'dist/site');
  const summary = 'A sentence of a summary & another one, as agencies write them. '.repeat(6);
  for (const date of ['2022-05-05', '2023-05-05', '2023-05', 'undated']) {
    const path = join(folder, 'articles', date.replaceAll('-', '/'));
    mkdirSync(path, { recursive: true });
    const count = date === 'undated' ? 2 * perDate : perDate;
    for (let i = 0; i < count; i++) {
      const author = `Reporter ${i} of ${date} and of all its neighbours`;
      const headline = `Council of parish ${i} votes on the budget of the year`;
      writeFileSync(
        join(path, `council-${i}.md`),
        `---\ntitle: ${headline}\ndate: ${date}\nauthors: [${author}]\ntags: [Councils]\nsummary: ${summary}\n---\n\nText.\n`,
      );
    }
  }
  // Neither its pictures nor its search are looked at here.
  const configuration = readFileSync('content/archive.yaml', 'utf8');
  writeFileSync(
    join(folder, 'archive.yaml'),
    `${configuration.replace(/^navigation:[^]*/m, '')}sharePictures: none\n`,
  );
  execFileSync(
    process.execPath,
    ['src/commands/build.ts', '--archive', folder, '--out', site, '--without-search'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8');

test('no page exceeds 250 kB', () => {
  const heavy = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.html') && statSync(join(site, path)).size > heaviestPage,
  );
  expect(heavy).toEqual([]);
});

test('a page that leaves articles out says how many, and where to find them', () => {
  expect(page('undated')).toMatch(/href="\/search\/\?from=undated">\d+ more articles<\/a>/);
  expect(page('2023/05')).toMatch(/href="\/2023\/05\/05\/">\d+ more articles<\/a>/);
});

test('of thousands of authors, each stands on the page of the letters that its name begins with', () => {
  expect(page('authors')).toContain('href="/authors/~r/"');
  // All of them are called Reporter, so the pages go on to the letters behind it.
  const pages = readdirSync(join(site, 'authors')).filter((name) => name.startsWith('~r'));
  const listed = pages.flatMap((name) => [
    ...page(join('authors', name)).matchAll(/href="\/authors\/(reporter[^"]+)\/"/g),
  ]);
  expect(new Set(listed.map(([, slug]) => slug)).size).toBe(5 * perDate);
});
