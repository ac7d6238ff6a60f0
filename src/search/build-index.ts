// Makes the search index of a built site. Its articles are cut into shards, and shards into parts; what is made of a part or a shard is
// kept by the digest of what went into it, and only what has changed is made again. What is published does not depend on what
// was kept.

import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { close } from 'pagefind';
import { readArticleText, type TextBlock } from './article-text.ts';
import { buildPart } from './build-part.ts';
import { stemmerLanguage } from './format/stemmers.ts';
import { indexFolder, indexFormat } from './format/manifest.ts';
import { usualSizes, type IndexSizes } from './index-sizes.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { cutIntoPeriods, type Period } from './periods.ts';
import { publishIndex, type Part } from './publish-index.ts';
import { shortDigest } from './short-digest.ts';
import { isWhole, makeAnew, type Remember } from './whole-folder.ts';
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
  /** What is made of a kept file, from memory where the file is the same. */
  remember?: Remember;
  /** What is made of a page, by its path in the site, from memory where the page is the same. */
  rememberPage?: (page: string, make: () => string) => string;
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

/** A part of the archive whose texts are looked at when its turn comes. */
interface OpenPart extends Period<IndexedArticle> {
  made?: Part;
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
      .map((part): OpenPart => part),
  }));
  const open = shards.flatMap((shard) => shard.parts);
  const built = await buildParts(open, options);
  const folders = open.map(({ made }) => (made as Part).folder);
  const kept = new Set(folders);
  if (options.partsOnly !== true) {
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir, { recursive: true });
    const made = shards.map((shard) => ({
      ...shard,
      parts: shard.parts.map((part) => part.made as Part),
    }));
    for (const folder of await publishIndex(made, outDir, options)) kept.add(folder);
  }
  await removeOthers(cacheDir, kept);
  return { parts: open.length, built, articles: newestFirst.length, folders };
}

async function buildParts(parts: readonly OpenPart[], options: IndexOptions): Promise<number> {
  const { remember = makeAnew, newestFirst, cacheDir } = options;
  const language = stemmerLanguage(options.language);
  let done = 0;
  let built = 0;
  let next = 0;
  const failure = new AbortController();
  const work = async (): Promise<void> => {
    for (let part = parts[next++]; part && !failure.signal.aborted; part = parts[next++]) {
      const read = pageReader(options.siteDir);
      const digest = digestOf(part, read, options);
      const folder = join(cacheDir, `part-${digest}`);
      part.made = { ...part, digest, folder };
      if (!isWhole(folder, remember)) {
        built++;
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

const pageOf = ({ id }: IndexedArticle): string => `${id}/index.html`;

type ReadText = (article: IndexedArticle) => TextBlock[];

/** Reads the text of each page once: what makes the digest of a part serves for its analysis. */
function pageReader(siteDir: string): ReadText {
  const texts = new Map<string, TextBlock[]>();
  return (article) => {
    const page = pageOf(article);
    const blocks = texts.get(page) ?? readArticleText(readFileSync(join(siteDir, page), 'utf8'));
    if (blocks === undefined) {
      throw new Error(`The page of ${article.id} has no element marked data-pagefind-body.`);
    }
    texts.set(page, blocks);
    return blocks;
  };
}

/** Everything that decides what is made of a part, as one digest. */
function digestOf(
  { newestFirst }: Period<IndexedArticle>,
  read: ReadText,
  { rememberPage = (_, make) => make(), language, code = '' }: IndexOptions,
): string {
  const from = [String(indexFormat), pagefindVersion(), code, stemmerLanguage(language)];
  for (const article of newestFirst) {
    const { id, title, titleOrigin, date, section, tags, authors, lang, dir, thumbnail } = article;
    const text = rememberPage(pageOf(article), () => hash('sha256', JSON.stringify(read(article))));
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
