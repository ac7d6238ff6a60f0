// Files that the program keeps for itself from one run to the next. Each begins with a line that names its
// maker and the digest of the rest; one that is damaged, or was made by other code, counts as not there.

import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a text so that it is there whole or not at all.
 *
 * @param maker tells whether a text read later is still of use: a digest of what it was made from
 */
export function writeSealed(path: string, maker: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.next`;
  try {
    // These names are the program's own: a folder there is nothing of the keeper's.
    for (const name of [next, path]) {
      if (statSync(name, { throwIfNoEntry: false })?.isDirectory())
        rmSync(name, { recursive: true });
    }
    writeFileSync(next, `${maker} ${hash('sha256', text)}\n${text}`);
    renameSync(next, path);
  } catch (error) {
    // What did not fit on a full disk would only fill it.
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
}

/** Reads a text that was written by the same maker; none where it is missing, damaged or another's. */
export function readSealed(path: string, maker: string): string | undefined {
  let sealed: string;
  try {
    sealed = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  const end = sealed.indexOf('\n');
  const text = sealed.slice(end + 1);
  return sealed.slice(0, end) === `${maker} ${hash('sha256', text)}` ? text : undefined;
}
