import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Whether a path is that of a file. */
export const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * Finds a file whose name may be composed otherwise than it is written: `é` may be one character (NFC) or two (NFD,
 * as macOS writes names), and to other systems these are two names.
 *
 * @returns the path as the disk has it; as it was given, where nothing is there
 */
export function locate(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })) return path;
  // Only letters beyond ASCII can be composed in more than one way.
  if (!/[^\p{ASCII}]/u.test(path)) return path;
  const folder = dirname(path);
  if (folder === path) return path;
  const name = basename(path).normalize('NFC');
  const found = locate(folder);
  return join(found, namesIn(found).find((entry) => entry.normalize('NFC') === name) ?? name);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
