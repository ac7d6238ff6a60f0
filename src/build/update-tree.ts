// Brings a folder to hold exactly a list of outputs: what is right already stays, what the live site has is
// linked from there, what has changed is made, and what does not belong is removed.

import { hash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import type { Output } from './output.ts';
import { describe, type RecordedFile, type SiteRecord } from './site-record.ts';
import type { Tree } from './site-trees.ts';

export interface UpdateCounts {
  /** Outputs that had to be made. */
  made: number;
  /** Of those, the ones whose bytes differ from the live site's, or are not there. */
  written: number;
  /** Bytes of the written ones. */
  bytes: number;
  /** Files of the live site that are in the new one no longer. */
  removed: number;
}

/** So many pages are begun at a time: while one waits for its text, others are rendered. */
const outputsAtOnce = 24;

export interface TreeUpdate {
  readonly counts: UpdateCounts;
  /** Makes outputs, as far as the folder or the live site has not got them. */
  put(
    outputs: readonly Output[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<void>;
  /** Takes in the files of another folder on the same disk, below a path of the site. */
  adopt(sourceDir: string, below: string): void;
  /** Removes what does not belong, and tells what the folder holds. */
  finish(): SiteRecord;
}

/**
 * Begins to change a folder.
 *
 * @param kept paths that this update will put or adopt: what else the folder holds is removed at once, so that a
 *   file never stands in the way of a folder of the same name
 */
export function updateTree(
  spare: Tree,
  live: Tree | undefined,
  kept: (path: string) => boolean,
): TreeUpdate {
  const { dir } = spare;
  const before: SiteRecord = spare.record ?? { files: new Map(), folders: new Map() };
  const record: SiteRecord = { files: new Map(), folders: new Map() };
  const counts: UpdateCounts = { made: 0, written: 0, bytes: 0, removed: 0 };
  const touched = new Set<string>();
  const present = new Set<string>();

  const touch = (path: string): void => void touched.add(folderOf(path));
  const makeFolder = (folder: string): void => {
    if (present.has(folder)) return;
    if (folder !== '') makeFolder(folderOf(folder));
    present.add(folder);
    const path = join(dir, folder);
    // Recorded ones have been seen by the sweep.
    if (folder === '' || (before.folders.has(folder) && existsSync(path))) return;
    mkdirSync(path);
    touch(folder);
  };
  /** Gets a file's folder ready, and what stood in its place out of the way. */
  const makeRoom = (path: string): void => {
    makeFolder(folderOf(path));
    touch(path);
    if (before.files.has(path)) rmSync(join(dir, path), { recursive: true, force: true });
  };
  const remove = (path: string): void => {
    rmSync(join(dir, path), { recursive: true, force: true });
    touch(path);
  };

  for (const path of before.files.keys()) {
    if (!kept(path)) remove(path);
  }
  sweep(dir, before, touched);

  /** Whether the spare folder has the file as recorded. */
  const has = (path: string, file: RecordedFile | undefined): RecordedFile | undefined =>
    file && isIntact(join(dir, path), file);
  const linkFromLive = (path: string, file: RecordedFile): RecordedFile => {
    makeRoom(path);
    return linkOrCopy(join((live as Tree).dir, path), join(dir, path), file);
  };
  const inLive = (
    path: string,
    fits: (file: RecordedFile) => boolean,
  ): RecordedFile | undefined => {
    const file = live?.record?.files.get(path);
    return file && fits(file) ? isIntact(join((live as Tree).dir, path), file) : undefined;
  };

  /** Settles an output that need not be made. */
  const reuse = (path: string, key: string): boolean => {
    const own = before.files.get(path);
    const intact = own?.key === key ? has(path, own) : undefined;
    if (intact) {
      record.files.set(path, intact);
      return true;
    }
    const lives = inLive(path, (file) => file.key === key);
    if (!lives) return false;
    record.files.set(path, linkFromLive(path, lives));
    return true;
  };

  const write = async ({ path, key, make }: Output): Promise<void> => {
    const bytes = await make();
    counts.made++;
    const digest = hash('sha256', bytes).slice(0, 32);
    const lives = inLive(path, (file) => file.digest === digest);
    if (!lives) {
      counts.written++;
      counts.bytes += bytes.length;
    }
    const own = before.files.get(path);
    const intact = own?.digest === digest ? has(path, own) : undefined;
    if (intact) record.files.set(path, { ...intact, key: key ?? '' });
    else if (lives) record.files.set(path, { ...linkFromLive(path, lives), key: key ?? '' });
    else {
      makeRoom(path);
      // A new file, for the old one's bytes may be the live site's too.
      record.files.set(path, describe(writeNew(join(dir, path), bytes), key, digest));
    }
  };

  return {
    counts,
    async put(outputs, onProgress) {
      const open = outputs.filter(({ path, key }) => key === undefined || !reuse(path, key));
      let next = 0;
      let done = 0;
      const work = async (): Promise<void> => {
        for (let output = open[next++]; output; output = open[next++]) {
          await write(output);
          onProgress?.(++done, open.length);
        }
      };
      await Promise.all(Array.from({ length: outputsAtOnce }, work));
    },
    adopt(sourceDir, below) {
      adoptFolder(sourceDir, below, { dir, before, live, record, counts, makeRoom });
    },
    finish() {
      for (const path of before.files.keys()) {
        if (record.files.has(path)) continue;
        remove(path);
      }
      for (const path of live?.record?.files.keys() ?? []) {
        if (!record.files.has(path)) counts.removed++;
      }
      record.folders = settleFolders(dir, record, before, touched);
      return record;
    },
  };
}

const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
};

function writeNew(path: string, bytes: Uint8Array): Stats {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes what nobody recorded from folders that have changed since they were. */
function sweep(dir: string, before: SiteRecord, touched: Set<string>): void {
  for (const [folder, mtimeMs] of before.folders) {
    const path = join(dir, folder);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() && stats.mtimeMs === mtimeMs) continue;
    touched.add(folder);
    if (!stats) continue;
    if (!stats.isDirectory()) {
      rmSync(path, { force: true });
      continue;
    }
    for (const name of readdirSync(path)) {
      const entry = folder === '' ? name : `${folder}/${name}`;
      if (before.files.has(entry) || before.folders.has(entry)) continue;
      rmSync(join(dir, entry), { recursive: true, force: true });
    }
  }
}

/**
 * Whether a file is as it was recorded; where only its time differs (a cache that was packed and unpacked), its
 * bytes decide.
 */
function isIntact(path: string, file: RecordedFile): RecordedFile | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== file.size) return undefined;
  if (stats.mtimeMs === file.mtimeMs) return file;
  const digest = hash('sha256', readFileSync(path)).slice(0, 32);
  return digest === file.digest ? { ...file, mtimeMs: stats.mtimeMs } : undefined;
}

/** What a disk says that has no hard links, or no more of them for one file. */
const noLink = new Set(['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** Disks without hard links get a copy, with the same time, so that uploads see it is the same. */
function linkOrCopy(from: string, to: string, file: RecordedFile): RecordedFile {
  try {
    linkSync(from, to);
    return file;
  } catch (error) {
    if (!noLink.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    utimesSync(to, file.mtimeMs / 1000, file.mtimeMs / 1000);
    return { ...file, mtimeMs: lstatSync(to).mtimeMs };
  }
}

interface Adoption {
  dir: string;
  before: SiteRecord;
  live: Tree | undefined;
  record: SiteRecord;
  counts: UpdateCounts;
  makeRoom: (path: string) => void;
}

function adoptFolder(
  sourceDir: string,
  below: string,
  { dir, before, live, record, counts, makeRoom }: Adoption,
): void {
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(sourceDir, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else take(name);
    }
  };
  const take = (name: string): void => {
    const source = join(sourceDir, name);
    const path = below === '' ? name : `${below}/${name}`;
    const target = join(dir, path);
    const stats = lstatSync(source);
    const there = lstatSync(target, { throwIfNoEntry: false });
    const known = before.files.get(path);
    if (there?.ino === stats.ino && there.dev === stats.dev && known?.mtimeMs === stats.mtimeMs) {
      record.files.set(path, known);
      return;
    }
    const digest = hash('sha256', readFileSync(source)).slice(0, 32);
    const lives = live?.record?.files.get(path);
    if (lives?.digest !== digest) {
      counts.written++;
      counts.bytes += stats.size;
    }
    counts.made++;
    makeRoom(path);
    record.files.set(path, linkOrCopy(source, target, describe(stats, '', digest)));
  };
  walk('');
}

/** Removes folders that hold nothing, and notes when each of the others last changed. */
function settleFolders(
  dir: string,
  record: SiteRecord,
  before: SiteRecord,
  touched: ReadonlySet<string>,
): Map<string, number> {
  const needed = new Set<string>(['']);
  for (const path of record.files.keys()) {
    for (let folder = folderOf(path); !needed.has(folder); folder = folderOf(folder))
      needed.add(folder);
  }
  const changed = new Set(touched);
  // Deepest first, so that a folder is empty when its turn comes.
  const gone = [...before.folders.keys()].filter((folder) => !needed.has(folder));
  for (const folder of gone.toSorted((a, b) => b.length - a.length)) {
    rmSync(join(dir, folder), { recursive: true, force: true });
    changed.add(folderOf(folder));
  }
  const folders = new Map<string, number>();
  for (const folder of needed) {
    const known = changed.has(folder) ? undefined : before.folders.get(folder);
    folders.set(folder, known ?? lstatSync(join(dir, folder)).mtimeMs);
  }
  return folders;
}
