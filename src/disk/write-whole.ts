// Whole files only: what is written appears under its name at once, or not at all.

import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WriteError } from './write-error.ts';

/** The folder of files that are being written; its name begins with a dot, so nothing takes it for content. */
const workshop = '.importing';

export class WholeFileWriter {
  private readonly folders = new Map<string, Promise<unknown>>();
  private count = 0;
  private readonly root: string;
  private readonly bench: string;

  /** @param root the folder below which everything is written */
  constructor(root: string) {
    this.root = root;
    this.bench = join(root, workshop, String(process.pid));
  }

  /**
   * Writes a file below the root under a temporary name and renames it. An old file of that name goes.
   *
   * @throws WriteError
   */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const target = join(this.root, path);
    const temporary = join(this.bench, String(this.count++));
    try {
      await this.makeFolder(this.bench);
      await writeFile(temporary, content);
      await this.makeFolder(dirname(target));
      await rename(temporary, target);
    } catch (error) {
      // What did not fit on a full disk would only fill it.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw new WriteError(target, error);
    }
  }

  /** Removes the temporary folder, and those that killed runs have left. */
  async finish(): Promise<void> {
    await rm(this.bench, { recursive: true, force: true });
    await removeAbandoned(join(this.root, workshop));
  }

  private makeFolder(folder: string): Promise<unknown> {
    let made = this.folders.get(folder);
    if (!made) {
      made = mkdir(folder, { recursive: true });
      this.folders.set(folder, made);
    }
    return made;
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!isRunning(Number(name))) await rm(join(folder, name), { recursive: true, force: true });
  }
  if (names.every((name) => !isRunning(Number(name)))) {
    await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
