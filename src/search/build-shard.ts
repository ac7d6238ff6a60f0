// Makes the index of one period: what Pagefind writes, without the files that no reader fetches, and beside it
// our own: facts, headlines, texts.

import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import { collectFacts } from './facts.ts';
import { textsFileOf, type Cards } from './format/manifest.ts';
import { articleText, readFragments } from './fragments.ts';
import type { IndexedArticle } from './indexed-article.ts';
import { pack } from './pack.ts';
import { printIndexDocument, suggestibleWords } from './page-text.ts';
import { sealFolder } from './whole-folder.ts';
import { writeWordFiles } from './word-files.ts';

/** Gives the element of an article's page that holds its text. */
type ReadElement = (article: IndexedArticle) => Promise<string>;

export interface ShardInput {
  newestFirst: readonly IndexedArticle[];
  readElement: ReadElement;
  /** The language whose stemmer the index uses. */
  language: string;
  /** Is told of each article that has been read. */
  onArticle?: (() => void) | undefined;
}

/** How many texts one file holds: where a host knows no range requests, a whole file is fetched for one. */
export const textsPerFile = 200;

/** Texts are read back from Pagefind's fragments; in a few files, they are quicker to write and read. */
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
  const words = await writePagefind(join(work, 'pagefind'), input);
  await writeWordFiles(join(work, 'pagefind'), published);
  await writeOwnFiles(join(work, 'pagefind'), published, input);
  await writeFile(join(work, 'words.json'), JSON.stringify([...words]));
  await rm(join(work, 'pagefind'), { recursive: true });
  sealFolder(work);
  await rm(folder, { recursive: true, force: true });
  await rename(work, folder);
}

async function writePagefind(outputPath: string, input: ShardInput): Promise<Map<string, number>> {
  const words = new Map<string, number>();
  const created = await createIndex({
    forceLanguage: input.language,
    maxFragments: fragmentFiles,
    keepIndexUrl: true,
  });
  const { index } = created;
  if (!index) throw new Error(`Pagefind did not start: ${created.errors.join('; ')}`);
  for (const [position, article] of input.newestFirst.entries()) {
    const element = await input.readElement(article);
    const { id, title } = article;
    const content = printIndexDocument({ id, title, element, position }, input.language);
    const { errors } = await index.addHTMLFile({ url: id, content });
    if (errors.length > 0) throw new Error(`Pagefind refused ${id}: ${errors.join('; ')}`);
    for (const word of suggestibleWords(element.replace(/<[^>]*>|&[^;\s]+;/g, ' '))) {
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    input.onArticle?.();
  }
  const { errors } = await index.writeFiles({ outputPath });
  if (errors.length > 0) throw new Error(`Pagefind could not write: ${errors.join('; ')}`);
  await index.deleteIndex();
  return words;
}

async function writeOwnFiles(bundle: string, published: string, input: ShardInput): Promise<void> {
  const { newestFirst } = input;
  const fragments = await readFragments(bundle);
  const texts = newestFirst.map((article, position) => {
    const fragment = fragments.get(article.id);
    if (!fragment) throw new Error(`Pagefind lost ${article.id}.`);
    const file = textsFileOf({ count: newestFirst.length, textsPerFile }, position);
    return { file, packed: pack(articleText(article, fragment)) };
  });
  const places: number[] = [];
  for (const [file, held] of Map.groupBy(texts, (text) => text.file)) {
    let start = 0;
    for (const { packed } of held)
      places.push((start += packed.length) - packed.length, packed.length);
    await writeFile(join(published, file), Buffer.concat(held.map(({ packed }) => packed)));
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
