import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for files that are needed until a run ends; made when the first is. */
export class TemporaryFolder {
  private folder: Promise<string> | undefined;
  private count = 0;

  /** The path of a file that is not there yet. */
  async newFile(): Promise<string> {
    this.folder ??= mkdtemp(join(tmpdir(), 'dateline-'));
    return join(await this.folder, String(this.count++));
  }

  async remove(): Promise<void> {
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
  }
}
