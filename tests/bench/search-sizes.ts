// Compares what a reader has to download before a first answer, compressed, with searches that are made of one
// index file, over the same generated articles:
//   npm run bench -- search-sizes [COUNT]

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { create, insertMultiple, save } from '@orama/orama';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { generateArticles } from './generate.ts';
import { printGeneratedPage, renderTemplate, writeGeneratedSite } from './generated-site.ts';

const count = Number(process.argv[2] ?? 10_000);
const template = renderTemplate();
const articles = [...generateArticles({ count })].map((article, id) => ({
  id,
  title: article.title,
  body: article.body,
  page: printGeneratedPage(article, template),
}));

const folder = mkdtempSync(join(tmpdir(), 'dateline-sizes-'));
const say = (name: string, first: string, total: number, seconds: number): void => {
  process.stdout.write(
    `${name.padEnd(24)} ${first.padEnd(44)} ${mb(total).padStart(8)} in all  ${seconds.toFixed(0).padStart(4)} s\n`,
  );
};
process.stdout.write(
  `${count} articles; compressed sizes in MB; seconds of this machine's clock\n`,
);

await timed(async (since) => {
  const siteDir = join(folder, 'site');
  const newestFirst = writeGeneratedSite(siteDir, { count });
  await buildSearchIndex({ newestFirst, siteDir, cacheDir: join(folder, 'cache'), language: 'en' });
  const index = join(siteDir, 'search-index');
  say('Dateline', 'parts, see tests/bench/search-network.ts', sizeOf(index), since());
});
await timed(async (since) => {
  const { index } = await createIndex();
  for (const { id, page } of articles) {
    await index?.addHTMLFile({ url: `/${id}/`, content: page });
  }
  const outputPath = join(folder, 'stock');
  await index?.writeFiles({ outputPath });
  const meta = readdirSync(outputPath).find((file) => file.endsWith('.pf_meta')) ?? '';
  const first = statSync(join(outputPath, meta)).size;
  say('Pagefind, one bundle', `metadata ${mb(first)}, then parts`, sizeOf(outputPath), since());
  await close();
});
await whole('MiniSearch', () => {
  const index = new MiniSearch({ fields: ['title', 'body'], storeFields: ['title'] });
  index.addAll(articles);
  return JSON.stringify(index);
});
await whole('FlexSearch', () => {
  const index = new FlexSearch.Index({ tokenize: 'strict' });
  for (const { id, title, body } of articles) index.add(id, `${title} ${body}`);
  const parts: string[] = [];
  index.export((_, data) => {
    parts.push(JSON.stringify(data));
  });
  return parts.join('\n');
});
await whole('Orama', async () => {
  const index = create({ schema: { title: 'string', body: 'string' } });
  await insertMultiple(
    index,
    articles.map(({ title, body }) => ({ title, body })),
    1000,
  );
  return JSON.stringify(save(index));
});
await whole('Lunr', () => {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('title');
    builder.field('body');
    for (const article of articles) builder.add(article);
  });
  return JSON.stringify(index);
});
rmSync(folder, { recursive: true });

/** A search whose whole index is downloaded before the first answer. */
async function whole(name: string, make: () => string | Promise<string>): Promise<void> {
  await timed(async (since) => {
    try {
      const { length } = gzipSync(await make());
      say(name, `all of it, ${mb(length)}`, length, since());
    } catch (error) {
      process.stdout.write(`${name.padEnd(24)} failed: ${String(error).slice(0, 80)}\n`);
    }
  });
}

async function timed(work: (since: () => number) => Promise<void>): Promise<void> {
  const began = performance.now();
  await work(() => (performance.now() - began) / 1000);
}

function sizeOf(root: string): number {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .reduce((sum, path) => {
      // Pagefind's and our own files are compressed already; its scripts are compressed by the host.
      const bytes =
        path.endsWith('.js') || path.endsWith('.css')
          ? gzipSync(readFileSync(path)).length
          : statSync(path).size;
      return sum + bytes;
    }, 0);
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}
