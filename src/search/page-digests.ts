// The digest of each page's indexed element, kept from build to build: a page whose file has not been written
// since need not be read again to know that it is the same.

import { hash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface PageDigests {
  /** The digest of a page's element; `read` is called only where the file may have changed. */
  digestOf(file: string, read: () => Promise<string>): Promise<string>;
  /** Keeps the digests that have been asked for. */
  save(): Promise<void>;
}

/** A file's state and the digest it had then. */
type Known = [size: number, modifiedMs: number, digest: string];

/** Opens the digests kept in a file; none at first, or where it cannot be read. */
export async function openPageDigests(
  keptIn: string,
  nameOf: (file: string) => string,
): Promise<PageDigests> {
  const before = new Map<string, Known>(
    Object.entries(
      await readFile(keptIn, 'utf8').then(
        (text) => JSON.parse(text) as Record<string, Known>,
        () => ({}),
      ),
    ),
  );
  const now = new Map<string, Known>();
  return {
    async digestOf(file, read) {
      const { size, mtimeMs } = await stat(file);
      const name = nameOf(file);
      const known = before.get(name);
      const same = known?.[0] === size && known[1] === mtimeMs;
      const digest = same ? known[2] : hash('sha256', await read());
      now.set(name, [size, mtimeMs, digest]);
      return digest;
    },
    async save() {
      await mkdir(dirname(keptIn), { recursive: true });
      await writeFile(keptIn, JSON.stringify(Object.fromEntries(now)));
    },
  };
}
