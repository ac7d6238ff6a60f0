import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Stop } from '../disk/stop.ts';

/** Reads a file that must still be what it was when its digest was taken. */
export function readUnchanged(path: string, digest: string): Buffer<ArrayBuffer> {
  const bytes = readIfThere(path);
  if (bytes === undefined || hash('sha256', bytes) !== digest) {
    throw new Stop(`\`${path}\` changed while the site was built. Build again.`);
  }
  return bytes;
}

/** A file's bytes; none where it has been moved away or deleted meanwhile. */
export function readIfThere(path: string): Buffer<ArrayBuffer> | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}
