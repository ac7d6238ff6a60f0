// Folders that are kept from one build to the next carry a list of their files, with the digest of each, so that
// one that is damaged, or was cut short, is known and made again.

import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const listName = 'digests.json';

/** Gives what `make` makes of a file's bytes, from memory where the file is the same. */
export type Remember = (path: string, make: (bytes: Uint8Array) => string) => string;

/** Makes a value without any memory. */
export const makeAnew: Remember = (path, make) => make(readFileSync(path));

/** Makes a folder under another name, seals it and puts it in its place. */
export async function keepFolder(
  folder: string,
  make: (work: string) => Promise<void>,
): Promise<void> {
  const work = `${folder}.part`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await make(work);
  sealFolder(work);
  await rm(folder, { recursive: true, force: true });
  await rename(work, folder);
}

/** Writes the list of a folder's files into it. */
function sealFolder(folder: string): void {
  const files = filesBelow(folder);
  const digests = files.map((file) => [file, sha256(readFileSync(join(folder, file)))]);
  writeFileSync(join(folder, listName), JSON.stringify(digests));
}

/** Whether a folder holds exactly what it held when it was sealed. */
export function isWhole(folder: string, remember: Remember): boolean {
  try {
    const text = readFileSync(join(folder, listName), 'utf8');
    const digests = JSON.parse(text) as [file: string, digest: string][];
    const files = filesBelow(folder);
    return (
      files.length === digests.length &&
      digests.every(
        ([file, digest], i) => file === files[i] && remember(join(folder, file), sha256) === digest,
      )
    );
  } catch {
    return false;
  }
}

const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file !== listName && statSync(join(folder, file)).isFile())
    .toSorted();
}
