// Makes the search index of a built site: shards by period, each built only when what goes into it has changed,
// and the manifest that lists them.

import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close } from 'pagefind';
import { readArticleText, type TextBlock } from './article-text.ts';
import { buildShard, sizeOf, textsPerFile } from './build-shard.ts';
import { writeEngine } from './engine-files.ts';
import {
  indexFolder,
  indexFormat,
  printDayCounts,
  shardFolder,
  type Manifest,
  type ShardEntry,
} from './format/manifest.ts';
import { blockBytes } from './format/presence.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { pack } from './pack.ts';
import { functionWords } from './function-words.ts';
import { cutIntoPeriods, type Period, type PeriodSizes } from './periods.ts';
import { isWhole, type Remember } from './whole-folder.ts';
import { collectWords, findCommonWords } from './words-file.ts';

export interface IndexOptions {
  /** Published articles, newest first, the undated last. */
  newestFirst: readonly IndexedArticle[];
  /** The built site, whose pages are indexed. */
  siteDir: string;
  /** Where the index is written, a folder that is emptied before; else the site's own. */
  outDir?: string;
  /** Builds and keeps shards, and writes no index of them. */
  shardsOnly?: boolean;
  /** Which periods are built; all where none is named. */
  only?: (newestFirst: readonly IndexedArticle[]) => boolean;
  /** What is made of a file's text, from memory where the file is the same. */
  remember?: Remember;
  /** Where shards are kept from one build to the next. */
  cacheDir: string;
  /** The digest of the code that makes shards: those of other code are made anew. */
  code?: string;
  /** The site's language: its stemmer serves all articles. */
  language: string;
  /** How large shards are; as measured, where nothing else is said. */
  sizes?: PeriodSizes;
  onProgress?: (done: number, total: number) => void;
}

export interface IndexResult {
  shards: number;
  /** How many of them were built; the others are as they were. */
  built: number;
  articles: number;
  /** The folders that the shards are kept in. */
  folders: string[];
}

/** More would need more memory and be no faster: Pagefind uses all cores for one. */
const shardsAtOnce = 2;

/** Builds the search index of a site. */
export async function buildSearchIndex(options: IndexOptions): Promise<IndexResult> {
  const { outDir = join(options.siteDir, indexFolder), remember = makeAnew } = options;
  await removeParts(options.cacheDir);
  const periods = cutIntoPeriods(options.newestFirst, options.sizes).filter(
    ({ newestFirst }) => options.only?.(newestFirst) ?? true,
  );
  const language = stemmerFor(options.language);
  if (!options.shardsOnly) {
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir, { recursive: true });
  }
  const total = options.newestFirst.length;
  let done = 0;
  let built = 0;
  const entries: ShardEntry[] = Array.from({ length: periods.length });
  const wordCounts = new Map<string, number>();
  const kept = new Set<string>();
  let next = 0;
  const failure = new AbortController();
  const work = async (): Promise<void> => {
    for (let i = next++; i < periods.length && !failure.signal.aborted; i = next++) {
      const period = periods[i] as Period<IndexedArticle>;
      const digest = digestOf(period, { ...options, remember, language });
      const folder = join(options.cacheDir, `${period.name}.${digest}`);
      kept.add(`${period.name}.${digest}`);
      if (isWhole(folder, remember)) done += period.newestFirst.length;
      else {
        built++;
        await buildShard(folder, {
          newestFirst: period.newestFirst,
          readText: (article) => {
            failure.signal.throwIfAborted();
            return readText(options.siteDir, article);
          },
          language,
          onArticle: () => options.onProgress?.(++done, total),
        });
      }
      options.onProgress?.(done, total);
      if (options.shardsOnly) continue;
      const published = join(outDir, shardFolder({ name: period.name, digest }));
      await linkFolder(join(folder, 'published'), published);
      for (const [word, count] of await readWordCounts(folder)) {
        wordCounts.set(word, (wordCounts.get(word) ?? 0) + count);
      }
      entries[i] = {
        name: period.name,
        newest: period.newestFirst[0]?.date ?? '',
        oldest: period.newestFirst.at(-1)?.date ?? '',
        count: period.newestFirst.length,
        bytes: await sizeOf(published),
        digest,
        presenceBlocks: (await stat(join(published, 'presence.bin'))).size / blockBytes,
        days: printDayCounts(period.newestFirst.map(({ date }) => date)),
        textsPerFile,
      };
    }
  };
  try {
    // Whichever fails, the others have ended before Pagefind does.
    const ends = await Promise.allSettled(
      Array.from({ length: shardsAtOnce }, () =>
        work().catch((error: unknown) => {
          failure.abort(error);
          throw error;
        }),
      ),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  } finally {
    await close();
  }
  const folders = [...kept].map((name) => join(options.cacheDir, name));
  const result = { shards: periods.length, built, articles: total, folders };
  if (options.shardsOnly) {
    await removeOthers(options.cacheDir, kept);
    return result;
  }
  const engineName = `engine-${pagefindVersion()}-${language}`;
  kept.add(engineName);
  const engine = await writeEngine(outDir, join(options.cacheDir, engineName), language, remember);
  await writeManifest(outDir, { entries, wordCounts, total, engine, language });
  await removeOthers(options.cacheDir, kept);
  return result;
}

/** How many articles of a shard have each word. */
const readWordCounts = async (folder: string): Promise<[string, number][]> =>
  JSON.parse(await readFile(join(folder, 'words.json'), 'utf8')) as [string, number][];

/** Pagefind's stemmers, by language; other languages are indexed as they are written. */
const stemmers =
  'ar ca da de el en eo es et eu fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr yi'.split(
    ' ',
  );

const stemmerFor = (language: string): string => {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  return stemmers.includes(primary) ? primary : 'en';
};

async function readText(siteDir: string, article: IndexedArticle): Promise<TextBlock[]> {
  return textOf(await readFile(pageOf(siteDir, article), 'utf8'), article);
}

const pageOf = (siteDir: string, { id }: IndexedArticle): string => join(siteDir, id, 'index.html');

function textOf(page: string, article: IndexedArticle): TextBlock[] {
  const blocks = readArticleText(page);
  if (blocks === undefined) {
    throw new Error(`The page of ${article.id} has no element marked data-pagefind-body.`);
  }
  return blocks;
}

const makeAnew: Remember = (path, make) => make(readFileSync(path));

/** Everything that decides what a shard looks like, as one digest. */
function digestOf(
  period: Period<IndexedArticle>,
  {
    siteDir,
    remember,
    language,
    code = '',
  }: Pick<IndexOptions, 'siteDir' | 'code' | 'language'> & { remember: Remember },
): string {
  const parts = [String(indexFormat), pagefindVersion(), code, language, period.name];
  for (const article of period.newestFirst) {
    const { id, title, headline, date, section, tags, authors, lang, dir } = article;
    const text = remember(pageOf(siteDir, article), (bytes) =>
      hash('sha256', JSON.stringify(textOf(new TextDecoder().decode(bytes), article))),
    );
    parts.push(
      JSON.stringify([id, title, headline, date, section, tags, authors, lang, dir]),
      text,
    );
  }
  return hash('sha256', parts.join('\n')).slice(0, 16);
}

/** The version of Pagefind, which decides what its files look like. */
function pagefindVersion(): string {
  const main = fileURLToPath(import.meta.resolve('pagefind'));
  const text = readFileSync(join(dirname(main), '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Puts a folder's files at another place as well; the same bytes, where the disk can link. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await linkFolder(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

async function writeManifest(
  outDir: string,
  from: {
    entries: ShardEntry[];
    wordCounts: ReadonlyMap<string, number>;
    total: number;
    engine: Manifest['engine'];
    language: string;
  },
): Promise<void> {
  const words = collectWords(from.wordCounts);
  const packed = pack(words);
  const wordsFile = `words-${hash('sha256', packed).slice(0, 10)}.pack`;
  await writeFile(join(outDir, wordsFile), packed);
  const manifest: Manifest = {
    format: indexFormat,
    count: from.total,
    shards: from.entries,
    engine: from.engine,
    commonWords: [
      ...new Set([
        ...functionWords(from.language),
        ...findCommonWords(from.wordCounts, from.total),
      ]),
    ],
    wordsFile,
  };
  await writeFile(join(outDir, 'manifest.pack'), pack(manifest));
}

/** Removes what a build left that was killed, or found the disk full. */
async function removeParts(cacheDir: string): Promise<void> {
  if (!existsSync(cacheDir)) return;
  for (const name of await readdir(cacheDir)) {
    if (name.endsWith('.part')) await rm(join(cacheDir, name), { recursive: true, force: true });
  }
}

/** Shards that no build has used of late: an archive that is built two ways, or goes back, finds its own again. */
const keptUnused = 4;

async function removeOthers(cacheDir: string, used: ReadonlySet<string>): Promise<void> {
  if (!existsSync(cacheDir)) return;
  const unused = (await readdir(cacheDir)).filter((name) => !used.has(name));
  const dated = await Promise.all(
    unused.map(async (name) => ({ name, at: (await stat(join(cacheDir, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.at - a.at);
  for (const { name } of dated.slice(keptUnused)) {
    await rm(join(cacheDir, name), { recursive: true, force: true });
  }
}
