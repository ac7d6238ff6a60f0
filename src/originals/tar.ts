// Tar archives, packed or not, read from end to end: they have no table of contents.

import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { cleanName, collect, isLitter } from './archive-entries.ts';
import { looksLikePicture } from '../article/picture-facts.ts';
import { largestPicture, pictureCandidates } from './find-pictures.ts';
import type { Found, Original } from './originals.ts';
import type { TemporaryFolder } from '../disk/temporary-folder.ts';

/** Entries are held up to this size, in bytes; larger ones go to a temporary file meanwhile. */
const heldBytes = 16 * 1024 * 1024;

type TarEntry = Readable & { header: Header };

async function* entriesOf(source: Readable): AsyncGenerator<{ name: string; entry: TarEntry }> {
  const entries = extract();
  pipeline(source, entries).catch((error: Error) => entries.destroy(error));
  for await (const entry of entries as unknown as AsyncIterable<TarEntry>) {
    const name = cleanName(entry.header.name);
    if (name === '' || entry.header.type === 'directory' || isLitter(name)) entry.resume();
    else yield { name, entry };
  }
}

/**
 * Finds the originals in a tar archive. It is read twice: pictures may stand behind the article that shows them, and
 * texts of an export behind the table that names them.
 *
 * @param open gives the archive from its beginning, unpacked
 */
export async function* openTar(
  open: () => Readable,
  path: string,
  temporary: TemporaryFolder,
): AsyncGenerator<Found> {
  const aside = await setFilesAside(open(), temporary);
  for await (const { name, entry } of entriesOf(open())) {
    const recorded = `${path}/${name}`;
    if (entry.header.type !== 'file') {
      entry.resume();
      yield { path: recorded, reason: 'link', detail: `It is a ${entry.header.type}.` };
      continue;
    }
    const findPicture: Original['findPicture'] = (written) => {
      for (const candidate of pictureCandidates(name, written)) {
        const file = aside.get(candidate);
        if (file !== undefined)
          return Promise.resolve({ path: candidate, read: () => readFile(file) });
      }
      return Promise.resolve(undefined);
    };
    const { size } = entry.header;
    if (size === undefined || size <= heldBytes) {
      const bytes = await collect(entry);
      yield {
        path: recorded,
        size: bytes.length,
        read: () => Promise.resolve(bytes),
        open: () => Readable.from([bytes]),
        findPicture,
      };
    } else {
      const spooled = await temporary.keep(entry);
      yield {
        path: recorded,
        size,
        read: () => readFile(spooled),
        open: () => createReadStream(spooled),
        findPicture,
      };
    }
  }
}

/** The table of an export of Substack, and the texts that it names: each is looked for from the other. */
const tableOrText = /(?:^|\/)posts(?:\.csv|\/\d+\.[^/]*\.html)$/;

async function setFilesAside(
  source: Readable,
  temporary: TemporaryFolder,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { name, entry } of entriesOf(source)) {
    const { type, size } = entry.header;
    const isWanted = looksLikePicture(name) || tableOrText.test(name);
    if (type !== 'file' || size > largestPicture || !isWanted) {
      entry.resume();
      continue;
    }
    files.set(name, await temporary.keep(entry));
  }
  return files;
}
