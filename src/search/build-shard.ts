// Makes the index of one period: what Pagefind writes, without the files that no reader fetches, and beside it
// our own: facts, headlines, texts.

import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { printArticleText, type TextBlock } from './article-text.ts';
import { collectFacts } from './facts.ts';
import { textsFileOf, type Cards } from './format/manifest.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { pack } from './pack.ts';
import { printIndexDocument, suggestibleWords } from './page-text.ts';
import { sealFolder } from './whole-folder.ts';
import { writeWordFiles } from './word-files.ts';

/** Reads an article's text from its page. */
type ReadText = (article: IndexedArticle) => Promise<TextBlock[]>;

export interface ShardInput {
  newestFirst: readonly IndexedArticle[];
  readText: ReadText;
  /** The language whose stemmer the index uses. */
  language: string;
  /** Is told of each article that has been read. */
  onArticle?: (() => void) | undefined;
}

/** How many texts one file holds: where a host knows no range requests, a whole file is fetched for one. */
export const textsPerFile = 200;

/** Pagefind's own files of texts are not used; a few are quicker to write than one for each article. */
const fragmentFiles = 16;

/**
 * A word's part of the index should be small, for each word of a query fetches one; but all parts are listed in the
 * metadata, which each query fetches as well. Pagefind knows this as a variable of the environment only, and calls
 * it unstable; without it the index is the same in larger parts.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '2000';

/**
 * Builds a shard into a folder, which appears when it is complete.
 *
 * The folder's `published/` holds what readers fetch; `words.json` how many of its articles have each word.
 */
export async function buildShard(folder: string, input: ShardInput): Promise<void> {
  const work = `${folder}.part`;
  await rm(work, { recursive: true, force: true });
  const published = join(work, 'published');
  await mkdir(published, { recursive: true });
  const texts: Buffer[] = [];
  const words = await writePagefind(join(work, 'pagefind'), input, texts);
  await writeWordFiles(join(work, 'pagefind'), published);
  await writeOwnFiles(published, input.newestFirst, texts);
  await writeFile(join(work, 'words.json'), JSON.stringify([...words]));
  await rm(join(work, 'pagefind'), { recursive: true });
  sealFolder(work);
  await rm(folder, { recursive: true, force: true });
  await rename(work, folder);
}

/** @param texts receives each article's text, packed */
async function writePagefind(
  outputPath: string,
  input: ShardInput,
  texts: Buffer[],
): Promise<Map<string, number>> {
  const words = new Map<string, number>();
  const created = await createIndex({
    forceLanguage: input.language,
    maxFragments: fragmentFiles,
    keepIndexUrl: true,
  });
  const { index } = created;
  if (!index) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`);
  for (const [position, article] of input.newestFirst.entries()) {
    const blocks = await input.readText(article);
    const { id, title } = article;
    const content = printIndexDocument({ title, blocks, position }, input.language);
    const { errors } = await index.addHTMLFile({ url: id, content });
    if (errors.length > 0) throw new Error(`Pagefind refused ${id}: ${errors.join('; ')}`);
    const text = printArticleText(article, blocks);
    texts.push(pack(text));
    for (const word of suggestibleWords(`${title} ${text.content}`)) {
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    input.onArticle?.();
  }
  const { errors } = await index.writeFiles({ outputPath });
  if (errors.length > 0) throw new Error(`Pagefind could not write: ${errors.join('; ')}`);
  await index.deleteIndex();
  return words;
}

async function writeOwnFiles(
  published: string,
  newestFirst: readonly IndexedArticle[],
  packed: readonly Buffer[],
): Promise<void> {
  const texts = packed.map((text, position) => ({
    file: textsFileOf({ count: newestFirst.length, textsPerFile }, position),
    text,
  }));
  const places: number[] = [];
  for (const [file, held] of Map.groupBy(texts, (text) => text.file)) {
    let start = 0;
    for (const { text } of held) places.push((start += text.length) - text.length, text.length);
    await writeFile(join(published, file), Buffer.concat(held.map(({ text }) => text)));
  }
  const cards: Cards = {
    ids: newestFirst.map(({ id }) => id),
    titles: newestFirst.map(({ title }) => title),
  };
  await writeFile(join(published, 'text-places.bin'), printPlaces(places));
  await writeFile(join(published, 'cards.pack'), pack(cards));
  await writeFile(join(published, 'facts.pack'), pack(collectFacts(newestFirst)));
}

/** Prints numbers of 32 bits, the lowest byte first. */
function printPlaces(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [i, number] of numbers.entries()) view.setUint32(i * 4, number, true);
  return new Uint8Array(view.buffer);
}

/** The size of all files below a folder, in bytes. */
export async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
