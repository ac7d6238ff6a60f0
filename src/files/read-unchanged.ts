import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Stop } from './stop.ts';

/** Reads a file that must still be what it was when its digest was taken. */
export function readUnchanged(path: string, digest: string): Buffer<ArrayBuffer> {
  const bytes = readFileSync(path);
  if (hash('sha256', bytes) !== digest) {
    throw new Stop(`\`${path}\` changed while the site was built. Build again.`);
  }
  return bytes;
}
