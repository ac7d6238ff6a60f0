// The index of an archive, opened: its manifest, its shards as they are wanted, its words when they are.

import type { Manifest, ShardEntry } from '../../search/format/manifest.ts';
import { openIndexFiles, type IndexFiles } from './index-files.ts';
import { openInTurn, type OpenInstance, type PagefindModule } from './pagefind-api.ts';
import { openPresence } from './presence.ts';
import { openShard, type Shard, type WordIndex } from './shard.ts';
import { openStems } from './stems.ts';
import { unpackWords, type ArchiveWords, type PackedWords } from './spelling.ts';

export interface Engine {
  manifest: Manifest;
  /** Opens a shard, once; one that failed is tried again when it is next wanted. */
  shard(entry: ShardEntry): Promise<Shard>;
  /** What is known of a shard's words without opening it. */
  presence(entry: ShardEntry): WordIndex;
  /** The archive's own words; loaded when first asked for. */
  words(): Promise<ArchiveWords>;
}

/** The browser cannot run the search: it has no WebAssembly. */
export class NoWebAssembly extends Error {}

export type ImportModule = (address: string) => Promise<PagefindModule>;

/**
 * Opens the index below an address.
 *
 * @param base the address of the folder `search-index/`, with a slash at its end
 * @throws IndexFailure where the manifest does not load; NoWebAssembly
 */
export async function openEngine(base: string, importModule: ImportModule): Promise<Engine> {
  if (typeof WebAssembly === 'undefined') throw new NoWebAssembly();
  const files = openIndexFiles(base, globalThis.fetch.bind(globalThis));
  const manifest = await files.readManifest();
  // Pagefind has no other door for what it asks for. Requests for anything else pass through.
  globalThis.fetch = files.answerPagefind;
  let module: Promise<OpenInstance> | undefined;
  const loadModule = (): Promise<OpenInstance> => {
    module ??= importModule(`${base}pagefind.js?${manifest.engine.version}`).then(openInTurn);
    module.catch(() => (module = undefined));
    return module;
  };
  const shards = new Map<string, Promise<Shard>>();
  const presences = new Map<string, WordIndex>();
  const stems = openStems(
    files,
    async (options) => (await loadModule())(options),
    manifest.engine.version,
  );
  return {
    manifest,
    shard(entry) {
      const known = shards.get(entry.name);
      if (known) return known;
      const opened = loadModule().then((open) => openShard(entry, files, open));
      shards.set(entry.name, opened);
      opened.catch(() => shards.delete(entry.name));
      return opened;
    },
    presence(entry) {
      const known = presences.get(entry.name) ?? openPresence(entry, files, stems);
      presences.set(entry.name, known);
      return known;
    },
    words: () => readWords(files, manifest),
  };
}

const readWords = async (files: IndexFiles, { wordsFile }: Manifest): Promise<ArchiveWords> =>
  unpackWords(await files.readPack<PackedWords>(wordsFile));
