// Files below a folder, those behind links to folders among them. What a keeper has linked is followed once; a link
// that leads in a circle, to what is read anyway, or nowhere is told, for a year of articles may lie behind it.

import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';

export interface FoundEntry {
  /** Relative to the folder, with forward slashes. */
  path: string;
  /** A link to a file, too, is one. */
  isFile: boolean;
}

export interface UnfollowedLink {
  path: string;
  /** Nothing is there; it is read by another way; it holds the folder itself. */
  leads: 'nowhere' | 'twice' | 'in a circle';
}

export interface WalkOptions {
  /** Which files and folders are passed over, by their names or paths. */
  passOver?: (name: string, path: string) => boolean;
  onUnfollowed?: (link: UnfollowedLink) => void;
}

/** Gives everything below a folder but folders, first what lies in it, then what links lead to. Nothing where it is missing. */
export function* walkFolder(root: string, options: WalkOptions = {}): Generator<FoundEntry> {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return;
  const followed = [realpathSync(root)];
  const links: string[] = [];
  yield* walkBelow(root, '', links, options);
  for (let path = links.shift(); path !== undefined; path = links.shift()) {
    const real = realpathSync(join(root, path));
    if (followed.some((folder) => holds(real, folder) && real !== folder))
      options.onUnfollowed?.({ path, leads: 'in a circle' });
    else if (followed.some((folder) => holds(folder, real)))
      options.onUnfollowed?.({ path, leads: 'twice' });
    else {
      followed.push(real);
      yield* walkBelow(root, path, links, options);
    }
  }
}

/** Lists what a keeper has put below a folder, in order, with forward slashes; linked folders are followed. */
export const listKeptFiles = (
  folder: string,
  passOver: WalkOptions['passOver'] = () => false,
): string[] => Array.from(walkFolder(folder, { passOver }), ({ path }) => path).toSorted();

const holds = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function* walkBelow(
  root: string,
  folder: string,
  links: string[],
  options: WalkOptions,
): Generator<FoundEntry> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (options.passOver?.(entry.name, path)) continue;
    const kind = kindOf(join(root, path), entry);
    if (kind === 'folder') yield* walkBelow(root, path, links, options);
    else if (kind === 'linked folder') links.push(path);
    else {
      if (kind === 'nothing') options.onUnfollowed?.({ path, leads: 'nowhere' });
      yield { path, isFile: kind === 'file' };
    }
  }
}

function kindOf(
  path: string,
  entry: Dirent,
): 'file' | 'folder' | 'linked folder' | 'nothing' | 'other' {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return 'other';
  const stats = statOf(path);
  if (!stats) return 'nothing';
  return stats.isDirectory() ? 'linked folder' : stats.isFile() ? 'file' : 'other';
}

/** None where a link leads nowhere, or to itself. */
function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined;
    throw error;
  }
}
