// The outputs that are files already: what lies in `public/`, and the style sheets and scripts of the bundle.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../files/list-files.ts';
import type { Output } from './output.ts';

/**
 * Lists the files of a folder as outputs.
 *
 * @param digestOf the digest of a file's bytes, which is its key
 */
export function listSiteFiles(folder: string, digestOf: (path: string) => string): Output[] {
  return listFiles(folder).map((file) => ({
    path: file,
    key: `file-${digestOf(join(folder, file)).slice(0, 32)}`,
    make: () => readFileSync(join(folder, file)),
  }));
}
