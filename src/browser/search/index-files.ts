// The files of the index, below its folder.

import { manifestFile, type Manifest } from '../../search/format/manifest.ts';
import { openHost, type Bytes, type Read, type ByteRange } from './host.ts';
import { asJson } from './unpack.ts';

export interface IndexFiles {
  /** Reads the manifest anew; from bytes, where they are one. */
  readManifest(early?: Bytes): Promise<Manifest>;
  /** Reads a file that is JSON, compressed with gzip; kept after the first time. */
  readPack<T>(path: string): Promise<T>;
  /** Reads some bytes of a file. */
  readPart<T>(path: string, range: ByteRange, read: Read<T>): Promise<T>;
}

/** Opens the folder of an index, given by its address with a slash at its end. */
export function openIndexFiles(base: string, outside: typeof fetch): IndexFiles {
  const host = openHost(outside);
  const packs = new Map<string, Promise<unknown>>();
  return {
    async readManifest(early) {
      const read = asJson<Manifest>();
      const given =
        early &&
        (await Promise.resolve(early)
          .then(read)
          .catch(() => undefined));
      return given ?? host.whole(base + manifestFile, read, { cache: 'no-cache' });
    },
    readPack: <T>(path: string) =>
      once(packs, path, () => host.whole(base + path, asJson())) as Promise<T>,
    readPart: (path, range, read) => host.part(base + path, range, read),
  };
}

/** Does a piece of work once for each key; what failed is tried again when it is next wanted. */
export function once<K, T>(kept: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
