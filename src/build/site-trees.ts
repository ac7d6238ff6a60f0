// The site lies in one of two folders, `.dist/a` and `.dist/b`, and `dist` is a link to it. A build brings the
// other folder up to date, then turns the link, which is one rename (POSIX rename(2) is atomic): a reader, or a
// crash, meets the old site or the new one. The two folders share unchanged files by hard links.

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readRecord, writeRecord, type SiteRecord } from './site-record.ts';

export interface Tree {
  dir: string;
  /** None where the folder is not there, or nothing certain is known of it. */
  record: SiteRecord | undefined;
}

export interface SiteTrees {
  /** The one that is served; none before the first build. */
  live: Tree | undefined;
  /** The one that may be changed. */
  spare: Tree;
  /** Forgets what is known of the spare folder, before it is changed. */
  open(): void;
  /** Keeps what the spare folder holds, and puts it in the live one's place. */
  publish(record: SiteRecord): void;
}

/** Where the folders of a site lie: `.dist/` beside `dist`. */
export const treesFolder = (outDir: string): string =>
  join(dirname(resolve(outDir)), `.${basename(outDir)}`);

/**
 * Finds the folders of a site.
 *
 * @param forget whether to leave aside what is known of them
 */
export function findTrees(outDir: string, { forget }: { forget: boolean }): SiteTrees {
  const folder = treesFolder(outDir);
  mkdirSync(folder, { recursive: true });
  finishMove(outDir, folder);
  rmSync(join(folder, 'search'), { recursive: true, force: true });
  const liveName = nameOfLive(outDir, folder);
  const spareName = liveName === 'a' ? 'b' : 'a';
  const tree = (name: string): Tree => {
    const dir = join(folder, name);
    return {
      dir,
      record: forget || !existsSync(dir) ? undefined : readRecord(join(folder, `${name}.list`)),
    };
  };
  const spare = tree(spareName);
  const spareList = join(folder, `${spareName}.list`);
  // What a build left that did not come to its end; on a full disk the next one needs its room.
  if (!spare.record) rmSync(spare.dir, { recursive: true, force: true });
  return {
    live: liveName === undefined ? undefined : tree(liveName),
    spare,
    open() {
      rmSync(spareList, { force: true });
      mkdirSync(spare.dir, { recursive: true });
    },
    publish(record) {
      writeRecord(spareList, record);
      turnLink(outDir, folder, spareName);
    },
  };
}

function nameOfLive(outDir: string, folder: string): 'a' | 'b' | undefined {
  try {
    const target = resolve(dirname(resolve(outDir)), readlinkSync(outDir));
    return (['a', 'b'] as const).find((name) => target === join(folder, name));
  } catch {
    return undefined;
  }
}

function turnLink(outDir: string, folder: string, name: string): void {
  const next = join(folder, 'next');
  rmSync(next, { force: true, recursive: true });
  symlinkSync(join(basename(folder), name), next, 'dir');
  if (isFolder(outDir)) {
    // A folder that another program made: there is no way to put a link in its place in one step.
    const old = join(folder, 'old');
    rmSync(old, { recursive: true, force: true });
    renameSync(outDir, old);
    renameSync(next, outDir);
    rmSync(old, { recursive: true, force: true });
  } else renameSync(next, outDir);
}

/** Puts a folder back that was moved away when its build was killed, and removes what was left over. */
function finishMove(outDir: string, folder: string): void {
  const old = join(folder, 'old');
  if (!existsSync(old)) return;
  if (isThere(outDir)) rmSync(old, { recursive: true, force: true });
  else renameSync(old, outDir);
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
