// Publishes an index: makes each shard of its parts, and what there is one of for all of them, and puts the files of all into one
// folder. What is made is kept by the digest of what went into it.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildShard, type ShardWord } from './build-shard.ts';
import {
  indexFormat,
  manifestFile,
  printDayCounts,
  type Manifest,
  type ShardEntry,
} from './format/manifest.ts';
import { loadStemmer, stemmerLanguage } from './format/stemmers.ts';
import { functionWords } from './function-words.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { linkFolder } from './link-folder.ts';
import { pack } from './pack.ts';
import type { Period } from './periods.ts';
import { shortDigest } from './short-digest.ts';
import {
  findCommonWords,
  findExceptions,
  joinWords,
  markExceptions,
  writeVocabulary,
} from './vocabulary.ts';
import { isWhole, keepFolder, makeAnew, type Remember } from './whole-folder.ts';

/** A part of the archive, and where what is made of it is kept. */
export interface Part extends Period<IndexedArticle> {
  digest: string;
  folder: string;
}

export interface ShardOfParts extends Period<IndexedArticle> {
  parts: readonly Part[];
}

interface PublishOptions {
  /** Where shards are kept. */
  cacheDir: string;
  /** The site's language. */
  language: string;
  remember?: Remember;
}

/** A shard, and where what is made of it is kept. */
interface KeptShard extends ShardOfParts {
  digest: string;
  folder: string;
}

/** What is kept of a shard beside its files. */
interface MadeShard {
  blocks: string;
  words: ShardWord[];
}

/**
 * Publishes an index.
 *
 * @param outDir an empty folder
 * @returns the folders in which what was made of shards is kept
 */
export async function publishIndex(
  shards: readonly ShardOfParts[],
  outDir: string,
  options: PublishOptions,
): Promise<string[]> {
  const { cacheDir, remember = makeAnew } = options;
  const language = stemmerLanguage(options.language);
  const stemOf = await openStems(language);
  const kept = shards.map((shard): KeptShard => {
    const digest = shortDigest([shard.name, ...shard.parts.map((part) => part.digest)]);
    return { ...shard, digest, folder: join(cacheDir, `shard-${digest}`) };
  });
  for (const shard of kept) {
    if (!isWhole(shard.folder, remember)) await makeShard(shard, stemOf);
    await linkFolder(join(shard.folder, 'published'), join(outDir, 's', shard.digest));
    for (const part of shard.parts) {
      await linkFolder(join(part.folder, 'texts'), join(outDir, 'x', part.digest));
    }
  }
  const whole = shortDigest([language, String(indexFormat), ...kept.map(({ digest }) => digest)]);
  const folder = join(cacheDir, `whole-${whole}`);
  if (!isWhole(folder, remember)) {
    await keepFolder(folder, async (work) => writeWhole(work, kept, language));
  }
  await linkFolder(join(folder, 'v'), join(outDir, 'v'));
  await linkFolder(join(folder, 'manifest'), outDir);
  return [folder, ...kept.map((shard) => shard.folder)];
}

/** The stems that browsers will find; shards share most of their words. */
async function openStems(language: string): Promise<(word: string) => string> {
  const stem = await loadStemmer(language);
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = stem(word)));
    return found;
  };
}

async function makeShard(
  { digest, folder, newestFirst, parts }: KeptShard,
  stemOf: (word: string) => string,
): Promise<void> {
  const analysed = await Promise.all(
    parts.map(async (part) => ({
      analysis: new Uint8Array(await readFile(join(part.folder, 'analysis'))),
      count: part.newestFirst.length,
    })),
  );
  await keepFolder(folder, async (work) => {
    const made: MadeShard = buildShard(join(work, 'published'), digest, analysed, newestFirst);
    markExceptions(made.words, stemOf);
    await writeFile(join(work, 'made.json'), JSON.stringify(made));
  });
}

/** Writes what there is one of for all shards: the manifest, and the words of the archive. */
async function writeWhole(
  folder: string,
  shards: readonly KeptShard[],
  language: string,
): Promise<void> {
  const made = await Promise.all(
    shards.map(async (shard) => {
      const text = await readFile(join(shard.folder, 'made.json'), 'utf8');
      return JSON.parse(text) as MadeShard;
    }),
  );
  const ofShards = made.map(({ words }) => words);
  const count = shards.reduce((sum, { newestFirst }) => sum + newestFirst.length, 0);
  const words = joinWords(ofShards);
  const common = [...functionWords(language), ...findCommonWords(words, count)];
  const manifest: Manifest = {
    format: indexFormat,
    count,
    shards: shards.map((shard, i) => entryOf(shard, made[i]?.blocks ?? '')),
    language,
    exceptions: findExceptions(words),
    commonWords: [...new Set(common)],
    ...(await writeVocabulary(join(folder, 'v'), ofShards)),
  };
  await mkdir(join(folder, 'manifest'));
  await writeFile(join(folder, 'manifest', manifestFile), pack(manifest));
}

const entryOf = ({ name, digest, newestFirst, parts }: KeptShard, blocks: string): ShardEntry => ({
  name,
  digest,
  newest: newestFirst[0]?.date ?? '',
  oldest: newestFirst.at(-1)?.date ?? '',
  count: newestFirst.length,
  days: printDayCounts(newestFirst.map(({ date }) => date)),
  blocks,
  parts: parts.map((part) => [part.digest, part.newestFirst.length]),
});
