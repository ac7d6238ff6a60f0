// The outputs that are files already: what lies in `public/`, and the style sheets and scripts of the bundle.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files/list-files.ts';
import { isFile } from '../files/locate.ts';
import { Stop } from '../files/stop.ts';
import type { Output } from './output.ts';

/**
 * Lists the files of a folder as outputs.
 *
 * @throws Stop where one of them is a pipe or a device, or a link to nothing
 * @param digestOf the digest of a file's bytes, which is its key
 */
export function listSiteFiles(folder: string, digestOf: (path: string) => string): Output[] {
  const files = listFiles(folder);
  for (const file of files) {
    const path = join(folder, file);
    if (!isFile(path)) throw new Stop(`\`${path}\` is no file. Take it away and build again.`);
  }
  return files.map((file) => ({
    path: file,
    key: `file-${digestOf(join(folder, file)).slice(0, 32)}`,
    make: () => readFileSync(join(folder, file)),
  }));
}
