import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Finds what stands in a site's place at a target on this machine and is neither file nor folder, which rclone does
 * not list and writes through or into: links, sockets, pipes. A link to a folder, where the site has a folder, is one.
 *
 * @param destination as rclone writes it; what has a remote's name before a colon is not on this machine
 * @returns their paths below the destination
 */
export function findSpecialFiles(destination: string, siteFiles: readonly string[]): string[] {
  if (/^[^/\\]*:/.test(destination)) return [];
  const looked = new Map<string, boolean>();
  const special = new Set<string>();
  /** Whether anything may lie below a folder of the target. */
  const look = (folder: string): boolean => {
    const known = looked.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const above = slash < 0 || look(folder.slice(0, slash));
    const path = join(destination, folder);
    const stats = above ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    const isFolder = statOf(path)?.isDirectory() === true;
    if (stats && !stats.isFile() && !isFolder) special.add(folder);
    looked.set(folder, stats !== undefined && isFolder);
    return stats !== undefined && isFolder;
  };
  for (const file of siteFiles) {
    const slash = file.lastIndexOf('/');
    if (slash >= 0 && !look(file.slice(0, slash))) continue;
    const stats = lstatSync(join(destination, file), { throwIfNoEntry: false });
    if (stats && !stats.isFile() && !stats.isDirectory()) special.add(file);
  }
  return [...special];
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A circle of links leads to nothing.
    return undefined;
  }
}
