// The folders of a site while it is changed: what stands in the way goes, what is needed is made, and each that
// gains or loses an entry is noted, so that the record tells when it last changed.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findStats, isFolder } from './recorded-file.ts';
import type { SiteRecord } from './site-record.ts';

export class TreeFolders {
  private readonly dir: string;
  private readonly before: SiteRecord;
  private readonly touched = new Set<string>();
  private readonly present = new Set<string>();

  /** @param before what is known of the folder; everything else is removed from it */
  constructor(dir: string, before: SiteRecord) {
    this.dir = dir;
    this.before = before;
  }

  /** Gets a file's folder ready, and what stood in the file's place out of the way. */
  makeRoom(path: string): void {
    this.make(folderOf(path));
    this.touched.add(folderOf(path));
    if (this.before.files.has(path) || this.before.folders.has(path)) this.erase(path);
  }

  remove(path: string): void {
    this.erase(path);
    this.touched.add(folderOf(path));
  }

  /** Removes what nobody recorded from folders that have changed since they were. */
  sweep(): void {
    for (const [folder, mtimeMs] of this.before.folders) {
      const stats = findStats(join(this.dir, folder));
      if (stats?.isDirectory() && stats.mtimeMs === mtimeMs) continue;
      this.touched.add(folder);
      if (stats?.isDirectory()) this.removeStrays(folder);
      else if (stats) this.erase(folder);
    }
  }

  /**
   * Removes folders that hold nothing, and tells when each of the others last changed, in milliseconds.
   *
   * @param files all that the folder holds
   */
  settle(files: Pick<ReadonlySet<string>, 'has' | 'keys'>): Map<string, number> {
    const needed = new Set<string>(['']);
    for (const path of files.keys()) {
      for (let folder = folderOf(path); !needed.has(folder); folder = folderOf(folder))
        needed.add(folder);
    }
    const gone = [...this.before.folders.keys()].filter(
      (folder) => !needed.has(folder) && !files.has(folder),
    );
    // Deepest first, so that a folder is empty when its turn comes.
    for (const folder of gone.toSorted((a, b) => b.length - a.length)) this.remove(folder);
    const folders = new Map<string, number>();
    for (const folder of needed) {
      const known = this.touched.has(folder) ? undefined : this.before.folders.get(folder);
      const mtimeMs = known ?? findStats(join(this.dir, folder))?.mtimeMs;
      if (mtimeMs !== undefined) folders.set(folder, mtimeMs);
    }
    return folders;
  }

  private make(folder: string): void {
    if (this.present.has(folder)) return;
    if (folder !== '') this.make(folderOf(folder));
    this.present.add(folder);
    const path = join(this.dir, folder);
    if (isFolder(path)) return;
    rmSync(path, { force: true });
    mkdirSync(path);
    this.touched.add(folder);
    if (folder !== '') this.touched.add(folderOf(folder));
  }

  private removeStrays(folder: string): void {
    for (const name of readdirSync(join(this.dir, folder))) {
      const entry = folder === '' ? name : `${folder}/${name}`;
      if (!this.before.files.has(entry) && !this.before.folders.has(entry)) this.erase(entry);
    }
  }

  private erase(path: string): void {
    if (findStats(join(this.dir, path))) rmSync(join(this.dir, path), { recursive: true });
  }
}

/** The folder of a file, both relative to the site; empty at its root. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
