// The files of the index, ours and (on its behalf) Pagefind's. Pagefind passes over a part of its index that does
// not load, and answers with what it has; so everything it asks for goes through here, where a failure is
// remembered and can be told.

import { shardFolder, type Manifest, type ShardEntry } from '../../search/format/manifest.ts';
import {
  parseFirstWords,
  parseSlotSizes,
  placesOf,
  printMeta,
  requireFields,
  takeFromSlot,
  wordsOfLetter,
  type Place,
  type WordTable,
} from '../../search/format/pagefind-files.ts';
import { IndexFailure, openHost, type Bytes, type Read, type Stretch } from './host.ts';
import { asJson, decompress } from './unpack.ts';

export interface IndexFiles {
  /** The address of the folder, with a slash at its end. */
  base: string;
  /** Reads the manifest anew. */
  readManifest(): Promise<Manifest>;
  /** Takes a manifest for the one that Pagefind is told of. */
  use(manifest: Manifest): void;
  /** Reads a `.pack` file below the folder; kept after the first time. */
  readPack<T>(path: string): Promise<T>;
  /** Reads some bytes of a file. */
  readPart<T>(path: string, stretch: Stretch, read: Read<T>): Promise<T>;
  /** Reads some bytes where the host can send them alone; nothing where it would send the whole file. */
  readFew<T>(path: string, stretch: Stretch, read: Read<T>): Promise<T | undefined>;
  /** Makes sure that Pagefind's WebAssembly is here before Pagefind asks for it: it never comes over its absence. */
  prepareWasm(): Promise<void>;
  /** Makes sure that a shard's metadata is here before Pagefind asks for it. */
  prepareShard(shard: ShardEntry): Promise<void>;
  /** Gives Pagefind a file that no host has; takes it back where no bytes are given. */
  offer(path: string, bytes?: Bytes): void;
  /** Pagefind's requests that failed since the last call, below one folder. */
  takeFailures(folder: string): IndexFailure[];
  /** What Pagefind uses in the place of `fetch`. */
  answerPagefind: typeof fetch;
}

/** A shard's metadata, as Pagefind wants it, and where its files of words lie. */
interface Prepared {
  shard: ShardEntry;
  meta: Bytes;
  places: readonly Place[];
}

/** The path of a shard's file. */
export const shardPath = (shard: ShardEntry, file: string): string =>
  `${shardFolder(shard)}/${file}`;

/** Opens the folder of an index. */
export function openIndexFiles(base: string, outside: typeof fetch): IndexFiles {
  const host = openHost(outside);
  const packs = new Map<string, Promise<unknown>>();
  const preparing = new Map<string, Promise<Prepared>>();
  const prepared = new Map<string, Prepared>();
  const offered = new Map<string, Bytes>();
  const failures: IndexFailure[] = [];
  let manifest: Manifest | undefined;
  let wasm: Bytes | undefined;

  const answer = async (path: string): Promise<Bytes | undefined> => {
    const [, folder = '', file = ''] = /^(?:([^/]*)\/)?(.*)$/.exec(path) ?? [];
    // One WebAssembly serves all shards.
    if (/^wasm\..+\.pagefind$/.test(file)) return wasm;
    const known = prepared.get(folder);
    if (file === metaFile) return known?.meta;
    const number = /^index\/(\d+)\.pf_index$/.exec(file)?.[1];
    const place = known?.places[Number(number)];
    if (!known || !place) return undefined;
    const words = base + shardPath(known.shard, `words-${place.file}.pack`);
    return host.part(words, place, (slot) => decompress(takeFromSlot(slot)));
  };

  return {
    base,
    readManifest: () =>
      host.whole(`${base}manifest.pack`, asJson<Manifest>(), { cache: 'no-cache' }),
    use(opened) {
      manifest = opened;
    },
    readPack: <T>(path: string) =>
      once(packs, path, () => host.whole(base + path, asJson())) as Promise<T>,
    readPart: (path, stretch, read) => host.part(base + path, stretch, read),
    readFew: (path, stretch, read) => host.lonePart(base + path, stretch, read),
    async prepareWasm() {
      const { folder = '', language = '' } = manifest?.engine ?? {};
      wasm ??= await host.whole(`${base}${folder}/wasm.${language}.pagefind`, decompress);
    },
    async prepareShard(shard) {
      const folder = shardFolder(shard);
      const made = await once(preparing, folder, async () => {
        const path = base + shardPath(shard, 'words.pack');
        const table = await host.whole(path, asJson<WordTable>());
        requireFields(table.fields);
        return {
          shard,
          meta: metaOf(table, manifest?.engine.version ?? ''),
          places: placesOf(parseSlotSizes(table.slots)),
        };
      });
      prepared.set(folder, made);
    },
    offer(path, bytes) {
      if (bytes) offered.set(path, bytes);
      else offered.delete(path);
    },
    takeFailures(folder) {
      const own = failures.filter(({ address }) => address.startsWith(`${base}${folder}/`));
      for (const failure of own) failures.splice(failures.indexOf(failure), 1);
      return own;
    },
    async answerPagefind(input, init) {
      const address = addressOf(input);
      if (!address.startsWith(base)) return outside(input, init);
      const path = address.slice(base.length).replace(/\?.*$/, '');
      if (path.endsWith('/pagefind-entry.json')) return new Response(printEntry(manifest));
      try {
        const bytes = offered.get(path) ?? (await answer(path));
        // Pagefind keeps what it is given.
        return bytes ? new Response(bytes.slice()) : await outside(input, init);
      } catch (failure) {
        if (failure instanceof IndexFailure) failures.push(failure);
        throw failure;
      }
    },
  };
}

/** The name that Pagefind is told its metadata have. */
const metaHash = 'meta';
export const metaFile = `pagefind.${metaHash}.pf_meta`;

/** Pages are called by their places, pieces of the index by their numbers. */
const metaOf = ({ lengths, firstWords }: WordTable, version: string): Bytes =>
  printMeta(
    version,
    lengths.split('').map((letter, position) => [String(position), wordsOfLetter(letter)]),
    parseFirstWords(firstWords).map((from, number) => [from, String(number)]),
  );

/** Does a piece of work once for each key; what failed is tried again when it is next wanted. */
function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** What Pagefind reads from the entry file of a bundle. */
function printEntry(manifest: Manifest | undefined): string {
  if (!manifest) return '{}';
  const { version, language, includeCharacters } = manifest.engine;
  return JSON.stringify({
    version,
    languages: { [language]: { hash: metaHash, wasm: language, page_count: 0 } },
    include_characters: includeCharacters,
  });
}

function addressOf(input: RequestInfo | URL): string {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  return 'location' in globalThis ? new URL(address, globalThis.location.href).href : address;
}
