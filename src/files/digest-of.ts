// Files that pages show or are made from, other than articles: their digests are part of the pages' views.

import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { handedOver } from './handover.ts';
import { Stop } from './stop.ts';

/** The SHA-256 of a file, in hexadecimal digits; in a build it is read only when it has changed. */
export const digestOf = (path: string): string =>
  handedOver()?.digestOf(path) ?? hash('sha256', readFileSync(path));

/** Reads a file that must still be what it was when its digest was taken. */
export function readUnchanged(path: string, digest: string): Buffer<ArrayBuffer> {
  const bytes = readFileSync(path);
  if (hash('sha256', bytes) !== digest) {
    throw new Stop(`\`${path}\` changed while the site was built. Build again.`);
  }
  return bytes;
}
