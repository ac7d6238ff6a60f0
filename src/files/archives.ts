// Zip and tar archives, gzip among them, read entry by entry without unpacking them to the disk. Nothing
// they hold is ever written under the name they give it.

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { getFileNameLowLevel, openPromise, type Entry as ZipEntry } from 'yauzl';
import type { Found } from './originals.ts';

/**
 * A bomb is told by what it unpacks to: more than this many bytes, at more than this many times its size.
 * Text seldom shrinks to a twentieth; DEFLATE ends at 1,032.
 */
const bombBytes = 64 * 1024 * 1024;
const bombRatio = 200;

/** Entries of a tar archive are held up to this size; larger ones go to a temporary file meanwhile. */
const heldBytes = 16 * 1024 * 1024;

/** Files inside that are no originals. */
const litter = /(?:^|\/)(?:\.|__MACOSX(?:\/|$)|Thumbs\.db$)/i;

type ArchiveKind = 'zip' | 'gzip' | 'tar';

async function kindOf(disk: string): Promise<ArchiveKind | undefined> {
  const file = await open(disk);
  try {
    const { buffer } = await file.read(Buffer.alloc(512), 0, 512, 0);
    if (buffer.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return 'zip';
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return 'gzip';
    return buffer.subarray(257, 262).toString('latin1') === 'ustar' ? 'tar' : undefined;
  } finally {
    await file.close();
  }
}

/** Office documents are zip archives, too, but one document each. */
const isDocument = (disk: string): boolean => /\.(?:docx|odt|epub|pptx|xlsx|ods|wacz)$/i.test(disk);

/** Whether a file is an archive, by its first bytes. */
export async function isArchive(disk: string): Promise<boolean> {
  return !isDocument(disk) && (await kindOf(disk)) !== undefined;
}

/** Finds the originals in an archive. */
export async function* openArchive(disk: string, path: string): AsyncGenerator<Found> {
  const kind = await kindOf(disk);
  try {
    if (kind === 'zip') yield* openZip(disk, path);
    else if (kind === 'gzip') yield* openGzip(disk, path);
    else yield* openTar(createReadStream(disk), path);
  } catch (error) {
    const reason = error instanceof BombError ? 'archive-bomb' : 'archive-broken';
    yield { path, reason, detail: (error as Error).message };
  }
}

class BombError extends Error {}

function refuseBombs(unpacked: number, packed: number): void {
  if (unpacked > bombBytes && unpacked > packed * bombRatio) {
    throw new BombError(`It unpacks to more than ${bombRatio} times its size.`);
  }
}

async function* openZip(disk: string, path: string): AsyncGenerator<Found> {
  // Names are decoded here: one bad name would else end the reading of the whole archive.
  const zip = await openPromise(disk, {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
  });
  try {
    const entries: { name: string; entry: ZipEntry }[] = [];
    let unpacked = 0;
    let packed = 0;
    for await (const entry of zip.eachEntry()) {
      const name = zipName(entry);
      if (name.endsWith('/') || litter.test(cleanName(name))) continue;
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      refuseBombs(unpacked, packed);
      entries.push({ name: cleanName(name), entry });
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, entry } of entries) {
      const openEntry = async function* (): AsyncGenerator<Uint8Array> {
        // yauzl ends with an error when an entry is longer than it says.
        yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
      };
      yield {
        path: `${path}/${name}`,
        size: entry.uncompressedSize,
        read: () => collect(openEntry()),
        open: openEntry,
      };
    }
  } finally {
    zip.close();
  }
}

function zipName(entry: ZipEntry): string {
  const bytes = entry.fileName as unknown as Buffer;
  return getFileNameLowLevel(entry.generalPurposeBitFlag, bytes, entry.extraFields ?? [], false);
}

/** A name inside an archive as it is recorded: below the archive, whatever it says. */
const cleanName = (name: string): string =>
  name
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');

/** Opens what gzip packed: a tar archive, or one file. */
async function* openGzip(disk: string, path: string): AsyncGenerator<Found> {
  const packed = (await stat(disk)).size;
  const unpack = (): Readable => {
    const source = createReadStream(disk);
    const unpacked = createGunzip();
    const guarded = bombGuard(packed);
    pipeline(source, unpacked, guarded).catch((error: Error) => guarded.destroy(error));
    return guarded;
  };
  let head = Buffer.alloc(0);
  for await (const piece of unpack()) {
    head = Buffer.concat([head, piece as Buffer]);
    if (head.length >= 512) break;
  }
  if (head.subarray(257, 262).toString('latin1') === 'ustar') {
    yield* openTar(unpack(), path);
    return;
  }
  const original = {
    path: path.replace(/\.gz$/i, ''),
    read: () => collect(unpack()),
    open: unpack,
  };
  yield { ...original, size: await unpackedSize(disk, packed) };
}

/** The size gzip records in its last four bytes (RFC 1952 §2.3.1), modulo 4 GiB. */
async function unpackedSize(disk: string, packed: number): Promise<number> {
  const file = await open(disk);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, packed - 4));
    return Math.max(buffer.readUInt32LE(0), packed);
  } finally {
    await file.close();
  }
}

function bombGuard(packed: number): Transform {
  let unpacked = 0;
  return new Transform({
    transform(piece: Uint8Array, _, done) {
      unpacked += piece.length;
      try {
        refuseBombs(unpacked, packed);
        done(null, piece);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

async function* openTar(source: Readable, path: string): AsyncGenerator<Found> {
  const entries = extract();
  pipeline(source, entries).catch((error: Error) => entries.destroy(error));
  const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  let count = 0;
  try {
    for await (const entry of entries as unknown as AsyncIterable<Readable & { header: Header }>) {
      const { name, type, size } = entry.header;
      if (type !== 'file' || litter.test(cleanName(name))) {
        entry.resume();
        continue;
      }
      const recorded = `${path}/${cleanName(name)}`;
      if (size <= heldBytes) {
        const bytes = await collect(entry);
        yield {
          path: recorded,
          size,
          read: () => Promise.resolve(bytes),
          open: () => Readable.from([bytes]),
        };
      } else {
        const spooled = join(folder, String(count++));
        await pipeline(entry, createWriteStream(spooled));
        yield {
          path: recorded,
          size,
          read: () => readFile(spooled),
          open: () => createReadStream(spooled),
        };
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
