// Zip archives, read entry by entry.

import { getFileNameLowLevel, openPromise, type Entry } from 'yauzl';
import { cleanName, collect, isLitter, refuseBombs } from './archive-entries.ts';
import { largestPicture, pictureCandidates } from './find-pictures.ts';
import type { FileAtHand, Found } from './originals.ts';

interface Named {
  name: string;
  entry: Entry;
}

/** Finds the originals in a zip archive, in the order of their names. */
export async function* openZip(disk: string, path: string): AsyncGenerator<Found> {
  const zip = await openPromise(disk, zipOptions);
  try {
    const entries: Named[] = [];
    let unpacked = 0;
    let packed = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/') || isLitter(cleanName(name))) continue;
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      refuseBombs(unpacked, packed);
      entries.push({ name: cleanName(name), entry });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const byName = new Map(entries.map((named) => [named.name, named.entry]));
    for (const { name, entry } of entries) {
      const recorded = `${path}/${name}`;
      if (isLink(entry)) {
        yield { path: recorded, reason: 'link', detail: 'It is a link.' };
        continue;
      }
      if (entry.isEncrypted()) {
        yield { path: recorded, reason: 'encrypted', detail: 'It is locked with a password.' };
        continue;
      }
      const openEntry = async function* (): AsyncGenerator<Uint8Array> {
        // yauzl ends with an error when an entry is longer than it says.
        yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
      };
      yield {
        path: recorded,
        size: entry.uncompressedSize,
        read: () => collect(openEntry()),
        open: openEntry,
        findPicture: (written) => Promise.resolve(findPicture(disk, byName, name, written)),
      };
    }
  } finally {
    zip.close();
  }
}

// Names are decoded here: one bad name would else end the reading of the whole archive.
const zipOptions = { lazyEntries: true, autoClose: false, decodeStrings: false };

function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, bytes, entry.extraFields ?? [], false);
}

/** Unix keeps the kind of a file in the upper half of the attributes (APPNOTE 4.4.15; `S_IFLNK` is 0120000). */
const isLink = (entry: Entry): boolean =>
  ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function findPicture(
  disk: string,
  byName: ReadonlyMap<string, Entry>,
  original: string,
  written: string,
): FileAtHand | undefined {
  for (const path of pictureCandidates(original, written)) {
    const entry = byName.get(path);
    if (entry && !isLink(entry) && !entry.isEncrypted() && entry.uncompressedSize <= largestPicture)
      return { path, read: () => readEntry(disk, entry) };
  }
  return undefined;
}

/** Pictures are read when their article is written: the archive may be closed by then. */
async function readEntry(disk: string, entry: Entry): Promise<Uint8Array> {
  const zip = await openPromise(disk, zipOptions);
  try {
    return await collect(await zip.openReadStreamPromise(entry));
  } finally {
    zip.close();
  }
}
