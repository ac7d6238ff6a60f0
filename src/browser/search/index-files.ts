// Fetches the files of the index, ours and (on its behalf) Pagefind's. Pagefind passes over a part of its index
// that does not load, and answers with what it has; so everything it asks for goes through here, where a failure
// is remembered and can be told.

import type { Manifest, ShardEntry } from '../../search/format/manifest.ts';

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
  /** Reads a part of a file, or the whole of it from hosts that know no range requests. */
  readPart<T>(path: string, start: number, length: number): Promise<T>;
  /** Makes sure that a shard's metadata is here before Pagefind asks for it. */
  prepareShard(shard: ShardEntry): Promise<void>;
  /** Pagefind's requests that failed since the last call, for one shard. */
  takeFailures(shard: ShardEntry): IndexFailure[];
  /** What Pagefind uses in the place of `fetch`. */
  answerPagefind: Fetch;
}

/** Opens the folder of an index. */
export function openIndexFiles(base: string, outside: Fetch): IndexFiles {
  const packs = new Map<string, Promise<unknown>>();
  const wholes = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const shared = new Map<string, Promise<ArrayBuffer>>();
  const failures: IndexFailure[] = [];
  const metaNames = new Map<string, string>();
  let entry = '';

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

  return {
    base,
    async readManifest() {
      const response = await load(`${base}manifest.pack`, { cache: 'no-cache' });
      const manifest = await unpackFrom<Manifest>(response);
      entry = printEntry(manifest);
      return manifest;
    },
    readPack: <T>(path: string) =>
      once(packs, path, async () => unpackFrom(await load(base + path))) as Promise<T>,
    async readPart<T>(path: string, start: number, length: number) {
      const address = base + path;
      const whole = wholes.get(address);
      if (whole) return unpack<T>((await whole).subarray(start, start + length), address);
      const range = `bytes=${start}-${start + length - 1}`;
      const response = await load(address, { headers: { range } });
      if (response.status === 206) return unpackFrom<T>(response);
      const bytes = once(wholes, address, async () => new Uint8Array(await response.arrayBuffer()));
      return unpack<T>((await bytes).subarray(start, start + length), address);
    },
    async prepareShard(shard) {
      metaNames.set(shard.name, shard.meta);
      const address = metaAddress(base, shard);
      await once(shared, address, async () => (await load(address)).arrayBuffer());
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
      const asked = /^([^/]+)\/pagefind-entry\.json$/.exec(path)?.[1];
      if (asked !== undefined)
        return new Response(entry.replace('HASH', metaNames.get(asked) ?? ''));
      // One WebAssembly serves all shards; metadata was fetched before the shard was opened.
      const wasm = /(?:^|\/)(wasm\.[a-z]+\.pagefind)$/.exec(path)?.[1];
      const one = wasm ? base + wasm : path.endsWith('.pf_meta') ? base + path : undefined;
      try {
        if (one === undefined) return await load(base + path, init);
        const bytes = await once(shared, one, async () => (await load(one)).arrayBuffer());
        return new Response(bytes.slice(0));
      } catch (failure) {
        if (failure instanceof IndexFailure) failures.push(failure);
        throw failure;
      }
    },
  };
}

/** Does a piece of work once for each key; what failed is tried again when it is next wanted. */
function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

const unpackFrom = async <T>(response: Response): Promise<T> =>
  unpack<T>(new Uint8Array(await response.arrayBuffer()), response.url);

/** What Pagefind reads from the entry file of a bundle; the name of its metadata is put in for each shard. */
const printEntry = ({ engine }: Manifest): string =>
  JSON.stringify({
    version: engine.version,
    languages: { [engine.language]: { hash: 'HASH', wasm: engine.language, page_count: 0 } },
    include_characters: engine.includeCharacters,
  });

const metaAddress = (base: string, { name, meta }: ShardEntry): string =>
  `${base}${name}/pagefind.${meta}.pf_meta`;

function addressOf(input: RequestInfo | URL): string {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  return 'location' in globalThis ? new URL(address, globalThis.location.href).href : address;
}

/** Reads JSON that is compressed with gzip; some hosts have decompressed it on the way. */
async function unpack<T>(bytes: Uint8Array<ArrayBuffer>, address: string): Promise<T> {
  try {
    const compressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const stream = new Blob([bytes]).stream();
    const text = await new Response(
      compressed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream,
    ).text();
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new IndexFailure(address, cause);
  }
}
