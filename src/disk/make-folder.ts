import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Stop } from './stop.ts';

/**
 * Makes a folder and those above it. Node's own `recursive` goes round without end where a disk answers that the
 * folder above, which is there, is not (`/proc`).
 *
 * @throws Stop where the disk makes none; else the system's error
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    if (code !== 'ENOENT') throw error;
    throw new Stop(`No folder can be made at \`${path}\`. Choose another place.`, { cause: error });
  }
}
