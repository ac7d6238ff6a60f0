// The index of an archive, opened: its manifest, its shards as they are wanted, its words when they are.

import {
  indexFormat,
  shardFolder,
  type Manifest,
  type ShardEntry,
} from '../../search/format/manifest.ts';
import { IndexFailure } from './host.ts';
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
  /** Whether the archive has been published anew since it was opened, as far as can be told. */
  isOutdated(): Promise<boolean>;
}

/** Why an index cannot be opened, where asking again does not help. */
export class CannotSearch extends Error {
  /** The browser or the host forbids WebAssembly; or the index is of another time than this page. */
  readonly reason: 'no-webassembly' | 'renewed';

  constructor(reason: CannotSearch['reason'], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

export type ImportModule = (address: string) => Promise<PagefindModule>;

/**
 * Opens the index below an address.
 *
 * @param base the address of the folder `search-index/`, with a slash at its end
 * @throws IndexFailure where the manifest does not load; CannotSearch
 */
export async function openEngine(base: string, importModule: ImportModule): Promise<Engine> {
  requireWebAssembly();
  const files = openIndexFiles(base, outsideFetch);
  const manifest = await files.readManifest();
  if (manifest.format !== indexFormat) throw new CannotSearch('renewed');
  files.use(manifest);
  // Pagefind has no other door for what it asks for. Requests for anything else pass through.
  globalThis.fetch = files.answerPagefind;
  const openInstance = loadPagefind(files, manifest, importModule);
  const shards = new Map<string, Promise<Shard>>();
  const presences = new Map<string, WordIndex>();
  const stems = openStems(files, openInstance, manifest.engine.version);
  return {
    manifest,
    shard(entry) {
      const folder = shardFolder(entry);
      const known = shards.get(folder);
      if (known) return known;
      const opened = openShard(entry, files, openInstance);
      shards.set(folder, opened);
      opened.catch(() => shards.delete(folder));
      return opened;
    },
    presence(entry) {
      const folder = shardFolder(entry);
      const known = presences.get(folder) ?? openPresence(entry, files, stems);
      presences.set(folder, known);
      return known;
    },
    words: () => readWords(files, manifest),
    async isOutdated() {
      try {
        return JSON.stringify(await files.readManifest()) !== JSON.stringify(manifest);
      } catch {
        return false;
      }
    },
  };
}

/** Another engine opened before may have put Pagefind's door in the place of `fetch`. */
const outsideFetch = globalThis.fetch.bind(globalThis);

/** The smallest module there is: a host's policy may forbid what the browser could do. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function requireWebAssembly(): void {
  try {
    void new WebAssembly.Module(emptyModule);
  } catch (cause) {
    throw new CannotSearch('no-webassembly', cause);
  }
}

/** Opens instances of Pagefind. Where one does not open, its code is loaded anew for the next. */
function loadPagefind(
  files: IndexFiles,
  manifest: Manifest,
  importModule: ImportModule,
): OpenInstance {
  const address = `${files.base}${manifest.engine.folder}/pagefind.js`;
  let module: Promise<OpenInstance> | undefined;
  let failed = 0;
  const load = async (): Promise<OpenInstance> => {
    // Browsers remember that a module did not load, by its address.
    const [pagefind] = await Promise.all([
      importModule(failed === 0 ? address : `${address}?${failed}`),
      files.prepareWasm(),
    ]);
    if (typeof pagefind.createInstance !== 'function') throw new Error('This is not Pagefind.');
    return openInTurn(pagefind);
  };
  return async (options) => {
    const loading = (module ??= load());
    try {
      return await (
        await loading
      )(options);
    } catch (cause) {
      if (module === loading) {
        module = undefined;
        failed++;
      }
      throw cause instanceof IndexFailure ? cause : new IndexFailure(address, cause);
    }
  };
}

const readWords = async (files: IndexFiles, { wordsFile }: Manifest): Promise<ArchiveWords> =>
  unpackWords(await files.readPack<PackedWords>(wordsFile));
