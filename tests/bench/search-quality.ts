// How well known articles are found, beside two other searches over the same pages:
//   npm run bench -- search-quality [QUERIES-OF-EACH-KIND] [SEED] [SITE]
// The corpus is read from ../shared/corpus and built as any archive is; SITE is one that was built so before.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { SearchRequest } from '../../src/browser/search/progress.ts';
import { serveSite } from '../../src/commands/serve-site.ts';
import { findIds, openBuiltIndex } from '../search/built-index.ts';
import { buildArchive, builtId } from './built-archive.ts';
import { corpusDir, readCorpus } from './corpus.ts';
import {
  makeKnownItems,
  readShown,
  scoreSearch,
  type KnownItem,
  type Score,
} from './known-items.ts';

interface StockResult {
  url: string;
}
interface StockPagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): {
    init(): Promise<void>;
    search(text: string): Promise<{ results: { data(): Promise<StockResult> }[] }>;
  };
}

const [ofEachKind = '40', seed = '1', builtSite] = process.argv.slice(2);
const corpus = readCorpus();
if (corpus.length === 0) {
  process.stdout.write(`There is no corpus at ${corpusDir}; nothing was measured.\n`);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'dateline-quality-'));
const siteDir = builtSite ?? buildArchive(folder, corpus).siteDir;
const pages = corpus.map((article) => {
  const id = builtId(article);
  return { id, html: readFileSync(join(siteDir, id, 'index.html'), 'utf8') };
});
const shown = corpus.map(({ date }, i) =>
  readShown({ id: pages[i]?.id ?? '', date }, pages[i]?.html ?? ''),
);
const items = makeKnownItems(shown, Number(ofEachKind), Number(seed));
process.stdout.write(`${corpus.length} articles, ${items.length} queries, seed ${seed}\n\n`);

const ours = await openBuiltIndex(siteDir, folder);
process.stdout.write(`${ours.engine.manifest.shards.length} shards\n`);
await report('Dateline', (item) => findIds(ours.engine, requestFor(item)));
const outside = globalThis.fetch;
await ours.close();
await report('Pagefind, as it comes', await stockPagefind());
await report('MiniSearch', miniSearch());
globalThis.fetch = outside;
await close();
process.exit(0);

function requestFor({ kind, text, month }: KnownItem): Partial<SearchRequest> {
  return {
    text: kind === 'phrase' ? `"${text}"` : text,
    ...(month === undefined ? {} : { from: month, to: month }),
  };
}

async function report(name: string, search: (item: KnownItem) => Promise<string[]>): Promise<void> {
  const { scores, missed } = await scoreSearch(items, search);
  process.stdout.write(`\n${name}\n${'kind'.padEnd(24)} recall@10   MRR\n`);
  for (const { kind, recallAt10, meanReciprocalRank } of scores) {
    process.stdout.write(
      `${kind.padEnd(24)} ${recallAt10.toFixed(3)}       ${meanReciprocalRank.toFixed(3)}\n`,
    );
  }
  const mean = (of: (score: Score) => number): string =>
    (scores.reduce((sum, score) => sum + of(score), 0) / scores.length).toFixed(3);
  process.stdout.write(
    `${'all'.padEnd(24)} ${mean(({ recallAt10 }) => recallAt10)}       ${mean(({ meanReciprocalRank }) => meanReciprocalRank)}\n`,
  );
  for (const { kind, text, wanted: id } of missed) {
    process.stdout.write(`  missed: ${kind}: ${text}: ${id}\n`);
  }
}

/** One bundle with default settings; dates are filtered afterwards, for it has no ranges. */
async function stockPagefind(): Promise<(item: KnownItem) => Promise<string[]>> {
  const stock = mkdtempSync(join(tmpdir(), 'dateline-stock-'));
  const { index } = await createIndex();
  for (const { id, html } of pages) await index?.addHTMLFile({ url: `/${id}/`, content: html });
  await index?.writeFiles({ outputPath: join(stock, 'pagefind') });
  const { server, address } = await serveSite(stock, { base: '/', port: 0, host: 'localhost' });
  const module = join(stock, 'pagefind.mjs');
  writeFileSync(module, await (await fetch(`${address}pagefind/pagefind.js`)).text());
  const pagefind = (await import(pathToFileURL(module).href)) as StockPagefind;
  const instance = pagefind.createInstance({ basePath: `${address}pagefind/`, noWorker: true });
  await instance.init();
  server.unref();
  process.on('exit', () => rmSync(stock, { recursive: true, force: true }));
  return async ({ kind, text, month }) => {
    const { results } = await instance.search(kind === 'phrase' ? `"${text}"` : text);
    const ids: string[] = [];
    for (const result of results) {
      const { pathname } = new URL((await result.data()).url, address);
      const id = pathname.replaceAll(/^\/|\/$/g, '');
      if (isOfMonth(id, month)) ids.push(id);
      if (ids.length === 10) break;
    }
    return ids;
  };
}

/** With the options its makers recommend for such a search: all words, prefixes, and a fifth of errors. */
function miniSearch(): (item: KnownItem) => Promise<string[]> {
  const index = new MiniSearch<{ id: string; title: string; body: string }>({
    fields: ['title', 'body'],
  });
  index.addAll(shown.map(({ id, title, text }) => ({ id, title, body: text })));
  return ({ text, month }) =>
    Promise.resolve(
      index
        .search(text, { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { title: 2 } })
        .map(({ id }) => String(id))
        .filter((id) => isOfMonth(id, month))
        .slice(0, 10),
    );
}

function isOfMonth(id: string, month: string | undefined): boolean {
  return month === undefined || id.startsWith(`${month.replace('-', '/')}/`);
}
