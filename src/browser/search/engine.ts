// The index of an archive, opened: its manifest, its shards, its stemmer, its words.

import { ByteReader } from '../../search/format/bytes.ts';
import type { Form } from '../../search/format/directory.ts';
import { indexFormat, type Manifest, type ShardEntry } from '../../search/format/manifest.ts';
import { loadStemmer } from '../../search/format/stemmers.ts';
import { openArchiveWords, type ArchiveWords } from './archive-words.ts';
import type { Bytes } from './host.ts';
import { once, openIndexFiles } from './index-files.ts';
import { openShard, type Shard } from './shard.ts';

export interface Engine {
  manifest: Manifest;
  shard(entry: ShardEntry): Shard;
  /** The stem of a word, as the index has it. */
  stem(word: string): string;
  /** In how many articles of the archive a stem, or one form of it, stands; in about so many where a shard does not answer. */
  frequency(stem: string, form?: string): Promise<number>;
  /** The archive's own words. */
  words: ArchiveWords;
  /** Whether the archive has been published anew since it was opened, as far as can be told. */
  isOutdated(): Promise<boolean>;
}

/** The index is of another time than this page; asking again does not help. */
export class IndexRenewed extends Error {}

export interface OpenOptions {
  /** The bytes of the manifest, where they have been fetched before. */
  early?: Bytes | undefined;
  /** Is told the manifest before everything else has been loaded. */
  told?: (manifest: Manifest) => void;
  /** Takes the place of `fetch`. */
  fetchFile?: typeof fetch;
}

/**
 * Opens the index below an address.
 *
 * @param base the address of the folder `search-index/`, with a slash at its end
 * @throws IndexFailure where the manifest does not load; IndexRenewed
 */
export async function openEngine(
  base: string,
  { early, told, fetchFile = globalThis.fetch.bind(globalThis) }: OpenOptions = {},
): Promise<Engine> {
  const files = openIndexFiles(base, fetchFile);
  const manifest = await files.readManifest(early);
  if (manifest.format !== indexFormat) throw new IndexRenewed();
  told?.(manifest);
  const stem = remembering(await loadStemmer(manifest.language, new Map(manifest.exceptions)));
  const shards = new Map(manifest.shards.map((entry) => [entry.digest, openShard(entry, files)]));
  const frequencies = new Map<string, Promise<number>>();
  return {
    manifest,
    stem,
    shard: ({ digest }) => shards.get(digest) as Shard,
    frequency: (key, form) =>
      once(frequencies, `${key} ${form ?? ''}`, async () => {
        const counts = await Promise.all(
          [...shards.values()].map(async (shard) => {
            const group = await shard.group(key).catch(() => {
              frequencies.delete(`${key} ${form ?? ''}`);
              return undefined;
            });
            const forms = group?.forms.filter(({ text }) => form === undefined || text === form);
            return (forms ?? []).reduce((sum, each) => sum + countOf(each), 0);
          }),
        );
        return counts.reduce((sum, count) => sum + count, 0);
      }),
    words: openArchiveWords(manifest, files),
    async isOutdated() {
      try {
        return JSON.stringify(await files.readManifest()) !== JSON.stringify(manifest);
      } catch {
        return false;
      }
    },
  };
}

const countOf = (form: Form): number =>
  'count' in form ? form.count : new ByteReader(form.list).varint();

/** So many stems are kept: those of the words of some texts. */
const mostStems = 50_000;

function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      if (known.size > mostStems) known.clear();
      known.set(word, (found = stem(word)));
    }
    return found;
  };
}
