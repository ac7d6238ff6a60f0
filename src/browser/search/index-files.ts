// Fetches the files of the index, ours and (on its behalf) Pagefind's. Pagefind passes over a part of its index
// that does not load, and answers with what it has; so everything it asks for goes through here, where a failure
// is remembered and can be told.

import type { Manifest, ShardEntry } from '../../search/format/manifest.ts';
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

/** A part of the index that did not load. */
class IndexFailure extends Error {
  readonly address: string;

  constructor(address: string, cause: unknown) {
    super(`${address} did not load`, { cause });
    this.address = address;
  }
}

type Fetch = typeof fetch;

export interface IndexFiles {
  /** The address of the folder, with a slash at its end. */
  base: string;
  /** Reads the manifest anew. */
  readManifest(): Promise<Manifest>;
  /** Reads a `.pack` file below the folder; kept after the first time. */
  readPack<T>(path: string): Promise<T>;
  /** Reads a part of such a file that is JSON by itself. */
  readPart<T>(path: string, place: Omit<Place, 'file'>): Promise<T>;
  /** Reads some bytes of a file; hosts that know no range requests send the whole of it, which is kept. */
  readBytes(path: string, place: Omit<Place, 'file'>): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads some bytes where the host can send them alone; nothing where it would send the whole file. */
  readFew(path: string, place: Omit<Place, 'file'>): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Makes sure that a shard's metadata is here before Pagefind asks for it. */
  prepareShard(shard: ShardEntry): Promise<void>;
  /** Gives Pagefind a file that no host has; takes it back where no bytes are given. */
  offer(path: string, bytes?: Uint8Array<ArrayBuffer>): void;
  /** Pagefind's requests that failed since the last call, for one shard. */
  takeFailures(shard: ShardEntry): IndexFailure[];
  /** What Pagefind uses in the place of `fetch`. */
  answerPagefind: Fetch;
}

/** A shard's metadata, as Pagefind wants it, and where its files of words lie. */
interface Prepared {
  shard: ShardEntry;
  meta: Uint8Array<ArrayBuffer>;
  places: readonly Place[];
}

/** The path of a shard's file. The digest keeps caches from giving one of an older index. */
export const shardPath = ({ name, digest }: ShardEntry, file: string): string =>
  `${name}/${file}?${digest}`;

/** Opens the folder of an index. */
export function openIndexFiles(base: string, outside: Fetch): IndexFiles {
  const packs = new Map<string, Promise<unknown>>();
  const wholes = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const preparing = new Map<string, Promise<Prepared>>();
  const prepared = new Map<string, Prepared>();
  const offered = new Map<string, Uint8Array<ArrayBuffer>>();
  const failures: IndexFailure[] = [];
  let entry = '';
  let engineVersion = '';
  /** Whether the host sends parts of files; not known before it was asked for one. */
  let knowsRanges: boolean | undefined;

  const load = async (address: string, init?: RequestInit): Promise<Response> => {
    try {
      // A connection that was kept open may be closed at the moment it is used again.
      const response = await outside(address, init).catch(() => outside(address, init));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return response;
    } catch (cause) {
      throw new IndexFailure(address, cause);
    }
  };
  const loadBytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
    bytesOf(await load(base + path));
  const loadRange = async (
    path: string,
    { start, length }: Omit<Place, 'file'>,
  ): Promise<Response> => {
    const range = `bytes=${start}-${start + length - 1}`;
    const response = await load(base + path, { headers: { range } });
    knowsRanges = response.status === 206;
    return response;
  };
  const readBytes: IndexFiles['readBytes'] = async (path, place) => {
    const { start, length } = place;
    const whole = wholes.get(path);
    if (whole) return (await whole).subarray(start, start + length);
    const response = await loadRange(path, place);
    if (response.status === 206) return bytesOf(response);
    const bytes = await once(wholes, path, () => bytesOf(response));
    return bytes.subarray(start, start + length);
  };
  const answer = async (path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const [, folder = '', file = ''] = /^(?:([^/]*)\/)?(.*)$/.exec(path) ?? [];
    // One WebAssembly serves all shards.
    if (/^wasm\..+\.pagefind$/.test(file)) return once(wholes, file, () => loadBytes(file));
    const known = prepared.get(folder);
    if (file === metaFile) return known?.meta;
    const number = /^index\/(\d+)\.pf_index$/.exec(file)?.[1];
    const place = known?.places[Number(number)];
    if (!known || !place) return undefined;
    const slot = await readBytes(shardPath(known.shard, `words-${place.file}.pack`), place);
    return takeFromSlot(slot);
  };

  return {
    base,
    async readManifest() {
      const response = await load(`${base}manifest.pack`, { cache: 'no-cache' });
      const manifest = await unpack<Manifest>(await bytesOf(response), response.url);
      entry = printEntry(manifest);
      engineVersion = manifest.engine.version;
      return manifest;
    },
    readPack: <T>(path: string) =>
      once(packs, path, async () => unpack(await loadBytes(path), path)) as Promise<T>,
    readPart: async <T>(path: string, place: Omit<Place, 'file'>) =>
      unpack<T>(await readBytes(path, place), path),
    readBytes,
    async readFew(path, place) {
      if (knowsRanges === false) return undefined;
      const response = await loadRange(path, place);
      if (response.status === 206) return bytesOf(response);
      await response.body?.cancel();
      return undefined;
    },
    async prepareShard(shard) {
      const made = await once(preparing, shard.name, async () => {
        const path = shardPath(shard, 'words.pack');
        const table = await unpack<WordTable>(await loadBytes(path), path);
        requireFields(table.fields);
        return {
          shard,
          meta: metaOf(table, engineVersion),
          places: placesOf(parseSlotSizes(table.slots)),
        };
      });
      prepared.set(shard.name, made);
    },
    offer(path, bytes) {
      if (bytes) offered.set(path, bytes);
      else offered.delete(path);
    },
    takeFailures(shard) {
      const folder = `${base}${shard.name}/`;
      const own = failures.filter(({ address }) => address.startsWith(folder));
      for (const failure of own) failures.splice(failures.indexOf(failure), 1);
      return own;
    },
    async answerPagefind(input, init) {
      const address = addressOf(input);
      if (!address.startsWith(base)) return outside(input, init);
      const path = address.slice(base.length).replace(/\?.*$/, '');
      if (path.endsWith('/pagefind-entry.json')) return new Response(entry);
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
const metaOf = ({ lengths, firstWords }: WordTable, version: string): Uint8Array<ArrayBuffer> =>
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

const bytesOf = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer());

/** What Pagefind reads from the entry file of a bundle. */
const printEntry = ({ engine }: Manifest): string =>
  JSON.stringify({
    version: engine.version,
    languages: { [engine.language]: { hash: metaHash, wasm: engine.language, page_count: 0 } },
    include_characters: engine.includeCharacters,
  });

function addressOf(input: RequestInfo | URL): string {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  return 'location' in globalThis ? new URL(address, globalThis.location.href).href : address;
}

/** Reads JSON that is compressed with gzip. */
async function unpack<T>(bytes: Uint8Array<ArrayBuffer>, address: string): Promise<T> {
  try {
    return JSON.parse(new TextDecoder().decode(await decompress(bytes))) as T;
  } catch (cause) {
    throw new IndexFailure(address, cause);
  }
}

/** Decompresses what is compressed with gzip; some hosts have done so on the way. */
async function decompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
