// The outputs that are files already: what lies in folders `public/`, and the style sheets and scripts of the bundle.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../disk/stop.ts';
import { walkFolder, type UnfollowedLink } from '../disk/walk-folder.ts';
import type { Output } from './output.ts';

/**
 * Lists the files of a folder as outputs.
 *
 * @throws Stop where one of them is a pipe or a device, or a link to nothing
 * @param digestOf the digest of a file's bytes, which is its key
 */
export function listSiteFiles(folder: string, digestOf: (path: string) => string): Output[] {
  const files: string[] = [];
  const onUnfollowed = ({ path, leads }: UnfollowedLink): void => {
    throw new Stop(
      `\`${join(folder, path)}\` is a link that leads ${leads === 'twice' ? 'to a folder that is taken already' : leads}. Remove it and build again.`,
    );
  };
  for (const { path, isFile } of walkFolder(folder, { onUnfollowed })) {
    if (!isFile)
      throw new Stop(`\`${join(folder, path)}\` is no file. Take it away and build again.`);
    files.push(path);
  }
  files.sort();
  return files.map((file) => ({
    path: file,
    key: `file-${digestOf(join(folder, file)).slice(0, 32)}`,
    make: () => readFileSync(join(folder, file)),
  }));
}
