// Zip and tar archives, gzip among them, read entry by entry without unpacking them to the disk.

import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BombError, collect, refuseBombs } from './archive-entries.ts';
import type { Found } from './originals.ts';
import { Stop } from '../disk/stop.ts';
import { openTar } from './tar.ts';
import type { TemporaryFolder } from '../disk/temporary-folder.ts';
import { openZip } from './zip.ts';

type ArchiveKind = 'zip' | 'gzip' | 'tar';

/** `PK\x03\x04`, and `PK\x05\x06` of an archive without entries (APPNOTE 4.3.7, 4.3.16). */
const zipMarks = [0x504b0304, 0x504b0506];

async function kindOf(disk: string): Promise<ArchiveKind | undefined> {
  const file = await open(disk);
  try {
    const { buffer } = await file.read(Buffer.alloc(512), 0, 512, 0);
    if (zipMarks.includes(buffer.readUInt32BE(0))) return 'zip';
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return 'gzip';
    return isTar(buffer) ? 'tar' : undefined;
  } finally {
    await file.close();
  }
}

const isTar = (head: Buffer): boolean => head.toString('latin1', 257, 262) === 'ustar';

/** Office documents are zip archives, too, but one document each. */
const isDocument = (disk: string): boolean =>
  /\.(?:docx|dotx|odt|epub|pptx|xlsx|ods|odp|wacz|jar|apk)$/i.test(disk);

/** Whether a file is an archive, by its first bytes. */
export async function isArchive(disk: string): Promise<boolean> {
  return !isDocument(disk) && (await kindOf(disk)) !== undefined;
}

/** Finds the originals in an archive; one that holds none is unreadable. */
export async function* openArchive(
  disk: string,
  path: string,
  temporary: TemporaryFolder,
): AsyncGenerator<Found> {
  let count = 0;
  try {
    for await (const found of entriesOf(disk, path, temporary)) {
      count++;
      yield found;
    }
    if (count === 0) yield { path, reason: 'archive-empty', detail: 'There are no files in it.' };
  } catch (error) {
    if (error instanceof Stop) throw error;
    const reason = error instanceof BombError ? 'archive-bomb' : 'archive-broken';
    yield { path, reason, detail: (error as Error).message };
  }
}

async function* entriesOf(
  disk: string,
  path: string,
  temporary: TemporaryFolder,
): AsyncGenerator<Found> {
  const kind = await kindOf(disk);
  if (kind === 'zip') yield* openZip(disk, path);
  else if (kind === 'gzip') yield* openGzip(disk, path, temporary);
  else yield* openTar(() => createReadStream(disk), path, temporary);
}

/** Opens what gzip packed: a tar archive, or one file. */
async function* openGzip(
  disk: string,
  path: string,
  temporary: TemporaryFolder,
): AsyncGenerator<Found> {
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
  if (isTar(head)) {
    yield* openTar(unpack, path, temporary);
    return;
  }
  yield {
    path: path.replace(/\.gz$/i, ''),
    size: await unpackedSize(disk, packed),
    read: () => collect(unpack()),
    open: unpack,
    findPicture: () => Promise.resolve(undefined),
  };
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
