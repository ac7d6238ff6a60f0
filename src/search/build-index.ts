// Makes the search index of a built site. Its articles are cut into shards, and shards into parts; what is made of a part or a shard is
// kept by the digest of what went into it, and only what has changed is made again. What is published does not depend on what
// was kept.

import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close } from 'pagefind';
import { readArticleText, type TextBlock } from './article-text.ts';
import { buildPart } from './build-part.ts';
import { buildShard, type ShardWord } from './build-shard.ts';
import { functionWords } from './function-words.ts';
import { stemmerLanguage } from './format/stemmers.ts';
import {
  indexFolder,
  indexFormat,
  manifestFile,
  printDayCounts,
  type Manifest,
  type ShardEntry,
} from './format/manifest.ts';
import { usualSizes, type IndexSizes } from './index-sizes.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { linkFolder } from './link-folder.ts';
import { pack } from './pack.ts';
import { cutIntoPeriods, type Period } from './periods.ts';
import { findCommonWords, findExceptions, joinWords, writeVocabulary } from './vocabulary.ts';
import { isWhole, keepFolder, type Remember } from './whole-folder.ts';
import { pagefindVersion } from './pagefind/index-words.ts';

export interface IndexOptions {
  /** Published articles, newest first, the undated last. */
  newestFirst: readonly IndexedArticle[];
  /** The built site, whose pages are indexed. */
  siteDir: string;
  /** Where the index is written, a folder that is emptied before; else the site's own. */
  outDir?: string;
  /** Makes and keeps parts, and writes no index of them. */
  partsOnly?: boolean;
  /** Which parts are made; all where none is named. */
  only?: (newestFirst: readonly IndexedArticle[]) => boolean;
  /** What is made of a file's text, from memory where the file is the same. */
  remember?: Remember;
  /** Where parts and shards are kept from one build to the next. */
  cacheDir: string;
  /** The digest of the code that makes the index: what other code made is made anew. */
  code?: string;
  /** The site's language: its stemmer serves all articles. */
  language: string;
  sizes?: IndexSizes;
  onProgress?: (done: number, total: number) => void;
}

export interface IndexResult {
  parts: number;
  /** How many parts were made; the others are as they were. */
  built: number;
  articles: number;
  /** The folders that the parts are kept in. */
  folders: string[];
}

/** A part of the archive, and where what is made of it is kept. */
interface Part extends Period<IndexedArticle> {
  digest: string;
  folder: string;
}

/** More would need more memory and be no faster: Pagefind uses all cores for one. */
const partsAtOnce = 2;

/** Builds the search index of a site. */
export async function buildSearchIndex(options: IndexOptions): Promise<IndexResult> {
  const { cacheDir, newestFirst, outDir = join(options.siteDir, indexFolder) } = options;
  const sizes = options.sizes ?? usualSizes(newestFirst.length);
  await removeUnfinished(cacheDir);
  const shards = cutIntoPeriods(newestFirst, sizes.shards).map((shard) => ({
    ...shard,
    parts: cutIntoPeriods(shard.newestFirst, sizes.parts)
      .filter((part) => options.only?.(part.newestFirst) ?? true)
      .map((part) => withDigest(part, options)),
  }));
  const parts = shards.flatMap((shard) => shard.parts);
  const built = await buildParts(parts, options);
  const kept = new Set(parts.map(({ folder }) => folder));
  if (options.partsOnly !== true) {
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir, { recursive: true });
    const published: PublishedShard[] = [];
    for (const shard of shards) {
      const made = await publishShard(shard, outDir, options);
      kept.add(made.folder);
      published.push(made);
    }
    await publishManifest(outDir, published, options);
  }
  await removeOthers(cacheDir, kept);
  const folders = parts.map(({ folder }) => folder);
  return { parts: parts.length, built, articles: newestFirst.length, folders };
}

function withDigest(part: Period<IndexedArticle>, options: IndexOptions): Part {
  const digest = digestOf(part, options);
  return { ...part, digest, folder: join(options.cacheDir, `part-${digest}`) };
}

async function buildParts(parts: readonly Part[], options: IndexOptions): Promise<number> {
  const { remember = makeAnew, newestFirst, siteDir } = options;
  const language = stemmerLanguage(options.language);
  let done = 0;
  let built = 0;
  let next = 0;
  const failure = new AbortController();
  const work = async (): Promise<void> => {
    for (let part = parts[next++]; part && !failure.signal.aborted; part = parts[next++]) {
      const { folder } = part;
      if (!isWhole(folder, remember)) {
        built++;
        const read = (article: IndexedArticle): TextBlock[] =>
          textOf(readFileSync(pageOf(siteDir, article), 'utf8'), article);
        await buildPart(folder, { newestFirst: part.newestFirst, read, language });
      }
      done += part.newestFirst.length;
      options.onProgress?.(done, newestFirst.length);
    }
  };
  try {
    // Whichever fails, the others have ended before Pagefind does.
    const ends = await Promise.allSettled(
      Array.from({ length: partsAtOnce }, () =>
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
  return built;
}

interface PublishedShard {
  entry: ShardEntry;
  words: ShardWord[];
  folder: string;
}

/** Makes a shard of its parts, where it is not as it was, and puts its files and those of its parts into the index. */
async function publishShard(
  { name, newestFirst, parts }: Period<IndexedArticle> & { parts: readonly Part[] },
  outDir: string,
  { cacheDir, remember = makeAnew }: IndexOptions,
): Promise<PublishedShard> {
  const digest = shortDigest([name, ...parts.map((part) => part.digest)]);
  const folder = join(cacheDir, `shard-${digest}`);
  if (!isWhole(folder, remember)) {
    const analysed = await Promise.all(
      parts.map(async (part) => ({
        analysis: new Uint8Array(await readFile(join(part.folder, 'analysis'))),
        count: part.newestFirst.length,
      })),
    );
    await keepFolder(folder, async (work) => {
      const made = buildShard(join(work, 'published'), digest, analysed, newestFirst);
      await writeFile(join(work, 'made.json'), JSON.stringify(made));
    });
  }
  const text = await readFile(join(folder, 'made.json'), 'utf8');
  const { blocks, words } = JSON.parse(text) as ReturnType<typeof buildShard>;
  await linkFolder(join(folder, 'published'), join(outDir, 's', digest));
  for (const part of parts) {
    await linkFolder(join(part.folder, 'texts'), join(outDir, 'x', part.digest));
  }
  const entry: ShardEntry = {
    name,
    digest,
    newest: newestFirst[0]?.date ?? '',
    oldest: newestFirst.at(-1)?.date ?? '',
    count: newestFirst.length,
    days: printDayCounts(newestFirst.map(({ date }) => date)),
    blocks,
    parts: parts.map((part) => [part.digest, part.newestFirst.length]),
  };
  return { entry, words, folder };
}

async function publishManifest(
  outDir: string,
  shards: readonly PublishedShard[],
  options: IndexOptions,
): Promise<void> {
  const language = stemmerLanguage(options.language);
  const count = options.newestFirst.length;
  const words = joinWords(shards.map((shard) => shard.words));
  const common = [...functionWords(language), ...findCommonWords(words, count)];
  const manifest: Manifest = {
    format: indexFormat,
    count,
    shards: shards.map(({ entry }) => entry),
    language,
    exceptions: await findExceptions(words, language),
    commonWords: [...new Set(common)],
    ...(await writeVocabulary(
      join(outDir, 'v'),
      shards.map((shard) => shard.words),
    )),
  };
  await writeFile(join(outDir, manifestFile), pack(manifest));
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

const shortDigest = (parts: readonly string[]): string =>
  hash('sha256', parts.join('\n')).slice(0, 16);

/** Everything that decides what is made of a part, as one digest. */
function digestOf(
  { newestFirst }: Period<IndexedArticle>,
  { siteDir, remember = makeAnew, language, code = '' }: IndexOptions,
): string {
  const from = [String(indexFormat), pagefindVersion(), code, stemmerLanguage(language)];
  for (const article of newestFirst) {
    const { id, title, titleOrigin, date, section, tags, authors, lang, dir, thumbnail } = article;
    const text = remember(pageOf(siteDir, article), (bytes) =>
      hash('sha256', JSON.stringify(textOf(new TextDecoder().decode(bytes), article))),
    );
    from.push(
      JSON.stringify([id, title, titleOrigin, date, section, tags, authors, lang, dir, thumbnail]),
      text,
    );
  }
  return shortDigest(from);
}

/** Removes what a build left that was killed, or found the disk full. */
async function removeUnfinished(cacheDir: string): Promise<void> {
  if (!existsSync(cacheDir)) return;
  for (const name of await readdir(cacheDir)) {
    if (name.endsWith('.part')) await rm(join(cacheDir, name), { recursive: true, force: true });
  }
}

/** What no build has used of late: an archive that is built two ways, or goes back, finds its own again. */
const keptUnused = 8;

async function removeOthers(cacheDir: string, used: ReadonlySet<string>): Promise<void> {
  if (!existsSync(cacheDir)) return;
  const unused = (await readdir(cacheDir))
    .map((name) => join(cacheDir, name))
    .filter((folder) => !used.has(folder));
  const dated = await Promise.all(
    unused.map(async (folder) => ({ folder, at: (await stat(folder)).mtimeMs })),
  );
  dated.sort((a, b) => b.at - a.at);
  for (const { folder } of dated.slice(keptUnused)) {
    await rm(folder, { recursive: true, force: true });
  }
}
