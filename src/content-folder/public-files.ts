// Files that are served as they are: what lies in `public/` of the archive, and of the program where the archive has
// none of the same name.

import { join } from 'node:path';
import { archiveDir } from '../configuration/archive-folder.ts';
import { isFile, locate } from '../disk/locate.ts';
import { listKeptFiles } from '../disk/walk-folder.ts';

/** The folders, the archive's own first. */
export const publicFolders: readonly string[] = [join(archiveDir, 'public'), 'public'];

/** Lists the files, relative to their folder. */
export const listPublicFiles = (): string[] => [
  ...new Set(publicFolders.flatMap((folder) => listKeptFiles(folder))),
];

/** Where one of them lies on this machine; where it would, if there is none. */
export function publicFile(path: string): string {
  const places = publicFolders.map((folder) => locate(join(folder, path)));
  return places.find(isFile) ?? places[0]!;
}
