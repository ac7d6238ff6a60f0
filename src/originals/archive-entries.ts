// What holds for the entries of every kind of archive. Nothing they hold is ever written under the name they
// give it.

import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/**
 * A bomb is told by what it unpacks to: more than this many bytes, at more than this many times its size.
 * Text seldom shrinks to a twentieth; DEFLATE ends at 1,032.
 */
const bombBytes = 64 * 1024 * 1024;
const bombRatio = 200;

/** An archive that unpacks without bound. */
export class BombError extends Error {}

/** @throws BombError where so many bytes cannot come of so few */
export function refuseBombs(unpacked: number, packed: number): void {
  if (unpacked > bombBytes && unpacked > packed * bombRatio) {
    throw new BombError(`It unpacks to more than ${bombRatio} times its size.`);
  }
}

/** Entries that are no originals: what systems leave in archives. */
export const isLitter = (name: string): boolean =>
  /(?:^|\/)(?:\.|__MACOSX(?:\/|$)|Thumbs\.db$)/i.test(name);

/** A name inside an archive as it is recorded: below the archive, whatever it says. */
export const cleanName = (name: string): string =>
  name
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');

/** All bytes of a stream. */
export const collect = (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  buffer(pieces as Readable);
