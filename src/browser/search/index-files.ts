// The files of the index, below its folder.

import type { Manifest } from '../../search/format/manifest.ts';
import { openHost, type Read, type Stretch } from './host.ts';
import { asJson } from './unpack.ts';

export interface IndexFiles {
  /** Reads the manifest anew. */
  readManifest(): Promise<Manifest>;
  /** Reads a file that is JSON, compressed with gzip; kept after the first time. */
  readPack<T>(path: string): Promise<T>;
  /** Reads some bytes of a file. */
  readPart<T>(path: string, stretch: Stretch, read: Read<T>): Promise<T>;
}

/** Opens the folder of an index, given by its address with a slash at its end. */
export function openIndexFiles(base: string, outside: typeof fetch): IndexFiles {
  const host = openHost(outside);
  const packs = new Map<string, Promise<unknown>>();
  return {
    readManifest: () =>
      host.whole(`${base}manifest.pack`, asJson<Manifest>(), { cache: 'no-cache' }),
    readPack: <T>(path: string) =>
      once(packs, path, () => host.whole(base + path, asJson())) as Promise<T>,
    readPart: (path, stretch, read) => host.part(base + path, stretch, read),
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
