// Brings a folder to hold exactly a list of outputs: what is right already stays, what the live site has is
// linked from there, what has changed is made, and what does not belong is removed.

import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../disk/list-files.ts';
import { workThrough } from '../disk/work-through.ts';
import type { Output } from './output.ts';
import {
  describe,
  digestBytes,
  findIntact,
  findStats,
  linkOrCopy,
  writeNew,
  type RecordedFile,
} from './recorded-file.ts';
import type { SiteRecord } from './site-record.ts';
import type { Tree } from './site-trees.ts';
import { TreeFolders } from './tree-folders.ts';

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

/** One change of a folder, from its first output to its last. After a failure, or its end, it takes nothing more. */
export class TreeUpdate {
  readonly counts: UpdateCounts = { made: 0, written: 0, bytes: 0, removed: 0 };
  private readonly dir: string;
  private readonly live: Tree | undefined;
  private readonly before: SiteRecord;
  private readonly folders: TreeFolders;
  private readonly done = new Map<string, RecordedFile>();
  private state: 'open' | 'failed' | 'finished' = 'open';

  /**
   * @param kept paths that this update will put or adopt: what else the folder holds is removed at once, so that a
   *   file never stands in the way of a folder of the same name
   */
  constructor(spare: Tree, live: Tree | undefined, kept: (path: string) => boolean) {
    this.dir = spare.dir;
    this.live = live;
    const { files, folders } = spare.record ?? { files: new Map(), folders: new Map() };
    const stale = [...files.keys()].filter((path) => !kept(path));
    this.before = { files: new Map(files), folders };
    this.folders = new TreeFolders(this.dir, this.before);
    for (const path of stale) {
      this.folders.remove(path);
      this.before.files.delete(path);
    }
    this.folders.sweep();
  }

  /** What has been put or adopted so far. */
  get files(): ReadonlyMap<string, RecordedFile> {
    return this.done;
  }

  /** Makes outputs, as far as the folder or the live site has not got them. */
  async put(
    outputs: readonly Output[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<void> {
    this.requireOpen();
    try {
      const open = outputs.filter(({ path, key }) => key === undefined || !this.reuse(path, key));
      let made = 0;
      await workThrough(open, outputsAtOnce, async (output) => {
        await this.write(output);
        onProgress?.(++made, open.length);
      });
    } catch (error) {
      this.state = 'failed';
      throw error;
    }
  }

  /** Takes in the files of another folder on the same disk, below a path of the site. */
  adopt(sourceDir: string, below: string): void {
    this.requireOpen();
    for (const file of listFiles(sourceDir)) {
      this.take(join(sourceDir, file), below === '' ? file : `${below}/${file}`);
    }
  }

  /** Removes what does not belong, and tells what the folder holds. */
  finish(): SiteRecord {
    this.requireOpen();
    this.state = 'finished';
    for (const path of this.before.files.keys()) {
      if (!this.done.has(path)) this.folders.remove(path);
    }
    for (const path of this.live?.record?.files.keys() ?? []) {
      if (!this.done.has(path)) this.counts.removed++;
    }
    return { files: this.done, folders: this.folders.settle(this.done) };
  }

  private requireOpen(): void {
    if (this.state !== 'open') throw new Error(`This change of the site has ${this.state}.`);
  }

  /** Settles an output that need not be made. */
  private reuse(path: string, key: string): boolean {
    const own = this.before.files.get(path);
    const intact = own?.key === key ? findIntact(join(this.dir, path), own) : undefined;
    if (intact) {
      this.done.set(path, intact);
      return true;
    }
    const lives = this.findInLive(path, (file) => file.key === key);
    if (!lives) return false;
    this.done.set(path, this.linkFromLive(path, lives));
    return true;
  }

  private async write({ path, key = '', make }: Output): Promise<void> {
    const bytes = await make();
    this.counts.made++;
    const digest = digestBytes(bytes);
    const lives = this.findInLive(path, (file) => file.digest === digest);
    if (!lives) this.countWritten(bytes.length);
    const own = this.before.files.get(path);
    const intact = own?.digest === digest ? findIntact(join(this.dir, path), own) : undefined;
    if (intact) this.done.set(path, { ...intact, key });
    else if (lives) this.done.set(path, { ...this.linkFromLive(path, lives), key });
    else {
      this.folders.makeRoom(path);
      // A new file, for the old one's bytes may be the live site's too.
      this.done.set(path, describe(writeNew(join(this.dir, path), bytes), key, digest));
    }
  }

  private take(source: string, path: string): void {
    const target = join(this.dir, path);
    const stats = lstatSync(source);
    const there = findStats(target);
    const known = this.before.files.get(path);
    if (there?.ino === stats.ino && there.dev === stats.dev && known?.mtimeMs === stats.mtimeMs) {
      this.done.set(path, known);
      return;
    }
    const digest = digestBytes(readFileSync(source));
    this.counts.made++;
    if (this.live?.record?.files.get(path)?.digest !== digest) this.countWritten(stats.size);
    this.folders.makeRoom(path);
    this.done.set(path, linkOrCopy(source, target, describe(stats, '', digest)));
  }

  private countWritten(bytes: number): void {
    this.counts.written++;
    this.counts.bytes += bytes;
  }

  private findInLive(
    path: string,
    fits: (file: RecordedFile) => boolean,
  ): RecordedFile | undefined {
    const file = this.live?.record?.files.get(path);
    return this.live && file && fits(file)
      ? findIntact(join(this.live.dir, path), file)
      : undefined;
  }

  private linkFromLive(path: string, file: RecordedFile): RecordedFile {
    this.folders.makeRoom(path);
    return linkOrCopy(join((this.live as Tree).dir, path), join(this.dir, path), file);
  }
}
