// Measures the building of made-up archives, with and without search, beside Hugo, Eleventy and Astro with the same articles and
// equal pages, whose search Pagefind's command makes:
//   npm run bench -- build [--sizes 1000,10000] [--years 30] [--peers hugo,eleventy,astro] [--rounds 1] [--json FILE]
//     [--tasks all|full] [--search yes|no]
// Hugo has to be installed (`apt-get install hugo`); Eleventy is fetched with npm. Linux only. The makers take
// turns, so that what else the machine does strikes them alike; ratios count, not seconds.

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '../../src/disk/list-files.ts';
import { generateArticles, printGenerated, type GeneratedArticle } from './generate.ts';
import { runMeasured, type Measured } from './measured-run.ts';
import { peers, writeArticle, type Peer } from './peers.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    years: { type: 'string', default: '30' },
    peers: { type: 'string', default: 'hugo,eleventy,astro' },
    rounds: { type: 'string', default: '1' },
    json: { type: 'string' },
    // `full` leaves out the builds after the first.
    tasks: { type: 'string', default: 'all' },
    // The search index of 100,000 articles takes minutes; `no` leaves it out everywhere.
    search: { type: 'string', default: 'yes' },
  },
});

interface Row {
  size: number;
  maker: string;
  task: string;
  /** User and system seconds. */
  cpu: number;
  user: number;
  system: number;
  wall: number;
  peakOfOne: number;
  peakOfAll: number;
  /** Files that were not there before, or have other bytes, and their bytes. */
  files: number;
  bytes: number;
  removed: number;
  /** Of those files the pages; none for a full build. */
  pages: string[];
}

const rows: Row[] = [];
const work = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const project = makeProject(join(work, 'dateline'));

/** A copy of the project, whose templates may be changed. What no peer makes is left out: share pictures, the data. */
function makeProject(root: string): string {
  for (const part of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json']) {
    cpSync(part, join(root, part), { recursive: true });
  }
  cpSync('tsconfig.json', join(root, 'tsconfig.json'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
  mkdirSync(join(root, 'content'));
  const configuration = readFileSync('content/archive.yaml', 'utf8');
  writeFileSync(
    join(root, 'content/archive.yaml'),
    `${configuration}\nsharePictures: none\ndata: none\n`,
  );
  return root;
}

async function measureSize(size: number): Promise<void> {
  const folder = join(work, String(size));
  const content = join(folder, 'content');
  const lastYear = 2025;
  const shape = { count: size, firstYear: lastYear + 1 - Number(values.years), lastYear };
  writeContent(content, generateArticles(shape));
  const articles = listFiles(join(content, 'articles')).map((file) =>
    join(content, 'articles', file),
  );
  const middle = articles[Math.floor(articles.length / 2)] as string;
  const out = join(folder, 'site');
  const dateline = (task: string, ...more: string[]): Promise<void> =>
    measure(size, 'Dateline', task, out, () =>
      runMeasured(
        process.execPath,
        [join(project, 'src/commands/build.ts'), '--content', content, '--out', out, ...more],
        {
          cwd: project,
        },
      ),
    );

  if (values.search === 'yes') {
    await dateline('full, with search', '--clean');
    rmSync(out, { recursive: true, force: true });
  }
  await dateline('full, without search', '--clean', '--without-search');
  for (const peer of peers) {
    if (values.peers.split(',').includes(peer.name.toLowerCase()) && size <= peer.largest)
      await measurePeer(size, peer, { folder, shape });
  }
  if (values.tasks === 'full') {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const search = values.search === 'yes' ? [] : ['--without-search'];
  await dateline('search index added', ...search);
  await dateline('nothing changed, second folder filled', ...search);
  await dateline('nothing changed', ...search);
  appendFileSync(middle, '\nOne more sentence stands at its end.\n');
  await dateline('one article edited', ...search);
  // The next one that the generator makes: another report of a story that is running, as news is.
  const next = lastOf(generateArticles({ ...shape, count: size + 1 }));
  const added = join(content, `articles/${lastYear}/12/31/one-more.md`);
  mkdirSync(dirname(added), { recursive: true });
  writeFileSync(added, printGenerated({ ...next, date: `${lastYear}-12-31` }));
  await dateline('one article added', ...search);
  rmSync(added);
  // A ledger would stop the build that loses an address.
  rmSync(join(content, 'articles/addresses.txt'), { force: true });
  await dateline('one article deleted', ...search);
  appendFileSync(join(project, 'src/pages/[...own].astro'), '\n<!-- changed -->\n');
  await dateline("one page's template changed", ...search);
  appendFileSync(join(project, 'src/components/ArticleFoot.astro'), '\n<!-- changed -->\n');
  await dateline("the articles' template changed", ...search);
  rmSync(folder, { recursive: true, force: true });
}

function lastOf<T>(items: Iterable<T>): T {
  let last: T | undefined;
  for (const item of items) last = item;
  if (last === undefined) throw new Error('There is none.');
  return last;
}

function writeContent(folder: string, generated: Iterable<GeneratedArticle>): void {
  for (const article of generated) {
    const path = join(folder, article.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, printGenerated(article));
  }
}

type Shape = Parameters<typeof generateArticles>[0];

/** Measures a peer by itself, and complete: with the search that Pagefind's command makes of its pages. */
async function measurePeer(
  size: number,
  peer: Peer,
  { folder, shape }: { folder: string; shape: Shape },
): Promise<void> {
  const { name, command, out } = peer;
  const root = join(folder, name.toLowerCase());
  const site = join(root, out);
  peer.prepare(root, work);
  for (const article of generateArticles(shape)) writeArticle(root, peer, article);
  const run = (line: string): Promise<Measured> =>
    runMeasured('sh', ['-c', line], { cwd: root, env: { ASTRO_TELEMETRY_DISABLED: '1' } });
  await measure(size, name, 'full, without search', site, () => run(command));
  if (values.search === 'yes') {
    rmSync(site, { recursive: true, force: true });
    const pagefind = `${resolve('node_modules/.bin/pagefind')} --quiet --site ${site}`;
    await measure(size, name, 'full, with search', site, () => run(`${command} && ${pagefind}`));
  }
  rmSync(root, { recursive: true, force: true });
}

async function measure(
  size: number,
  maker: string,
  task: string,
  out: string,
  run: () => Promise<Measured>,
): Promise<void> {
  const before = fingerprints(out);
  const { user, system, wall, peakOfOne, peakOfAll, status, output } = await run();
  if (status !== 0) throw new Error(`${maker}, ${task} (${status}):\n${output.slice(-4000)}`);
  const after = fingerprints(out);
  const changed = [...after]
    .filter(([file, { print }]) => before.get(file)?.print !== print)
    .map(([file]) => file);
  const row: Row = {
    size,
    maker,
    task,
    cpu: user + system,
    user,
    system,
    wall,
    peakOfOne,
    peakOfAll,
    files: changed.length,
    bytes: changed.reduce((sum, file) => sum + statSync(join(out, file)).size, 0),
    removed: [...before.keys()].filter((file) => !after.has(file)).length,
    pages: before.size === 0 ? [] : changed.filter((file) => file.endsWith('.html')),
  };
  rows.push(row);
  if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
  process.stderr.write(`${printRow(row)}\n`);
}

interface Fingerprint {
  /** Inode, time and size: a file that has the same is not read again. */
  place: string;
  print: string;
}

/** By folder. */
const known = new Map<string, Map<string, Fingerprint>>();

/** Every file with a digest of its bytes. */
function fingerprints(out: string): Map<string, Fingerprint> {
  if (!existsSync(out)) return new Map();
  const found = new Map<string, Fingerprint>();
  for (const file of listFiles(out)) {
    const path = join(out, file);
    const { ino, mtimeMs, size } = statSync(path);
    const place = `${ino} ${mtimeMs} ${size}`;
    const seen = known.get(out)?.get(file);
    const print =
      seen?.place === place
        ? seen.print
        : createHash('sha1').update(readFileSync(path)).digest('base64');
    found.set(file, { place, print });
  }
  known.set(out, found);
  return found;
}

const cell = (value: number, digits = 0): string => value.toFixed(digits).padStart(8);

function printRow(row: Row): string {
  const ofHugo = rows.filter(({ size, maker }) => size === row.size && maker === 'Hugo');
  const rival = ofHugo.find(({ task }) => task === row.task) ?? ofHugo[0];
  const ratio = rival && row.maker !== 'Hugo' ? (row.cpu / rival.cpu).toFixed(2) : '';
  const memory = rival && row.maker !== 'Hugo' ? (row.peakOfOne / rival.peakOfOne).toFixed(2) : '';
  return `${String(row.size).padStart(7)} ${row.maker.padEnd(9)}${row.task.padEnd(40)}${cell(row.user, 1)}${cell(row.system, 1)}${cell(row.wall, 1)}${cell(row.peakOfOne)}${cell(row.peakOfAll)}${cell(row.files)}${cell(row.pages.length)}${cell(row.bytes / 1e6, 1)}${cell(row.removed)} ${ratio.padStart(7)} ${memory.padStart(7)}`;
}

function report(): void {
  const head = `articles maker    task                                        user  system    wall MiB one MiB all   files   pages      MB removed CPU/Hugo memory/Hugo`;
  process.stdout.write(`\n${head}\n${rows.map(printRow).join('\n')}\n`);
}

for (const size of values.sizes.split(',').map(Number)) {
  for (let round = 0; round < Number(values.rounds); round++) await measureSize(size);
}
report();
rmSync(work, { recursive: true, force: true });
