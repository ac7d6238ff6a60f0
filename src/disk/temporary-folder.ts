import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteError } from './write-error.ts';

/** A folder for files that are needed until a run ends; made when the first is. */
export class TemporaryFolder {
  private folder: Promise<string> | undefined;
  private count = 0;

  /** The path of a file that is not there yet. */
  async newFile(): Promise<string> {
    const pattern = join(tmpdir(), 'dateline-');
    this.folder ??= mkdtemp(pattern).catch((error: unknown) => {
      throw new WriteError(pattern, error);
    });
    return join(await this.folder, String(this.count++));
  }

  /**
   * Keeps what comes in pieces in a file.
   *
   * @throws WriteError where they cannot be written; and whatever their source throws
   */
  async keep(pieces: AsyncIterable<Uint8Array>): Promise<string> {
    const path = await this.newFile();
    await writePieces(path, pieces);
    return path;
  }

  async remove(): Promise<void> {
    if (this.folder) await rm(await this.folder, { recursive: true, force: true });
  }
}

/**
 * Writes pieces to a file as they come.
 *
 * @throws WriteError where they cannot be written; and whatever their source throws
 */
export async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const fail = (error: unknown): never => {
    throw new WriteError(path, error);
  };
  const file = await open(path, 'w').catch(fail);
  try {
    for await (const piece of pieces) await file.writeFile(piece).catch(fail);
  } finally {
    await file.close().catch(fail);
  }
}
