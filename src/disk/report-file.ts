import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { WriteError } from './write-error.ts';

/** Pieces are written together, about so many characters of them. */
const gathered = 65_536;

/**
 * A file that grows piece by piece under a temporary name, and appears whole when it is finished. Its methods throw
 * a `WriteError`.
 */
export class GrowingFile {
  private readonly path: string;
  private readonly file: FileHandle;
  private waiting = '';

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.file = file;
  }

  static async create(path: string): Promise<GrowingFile> {
    try {
      await mkdir(dirname(path), { recursive: true });
      return new GrowingFile(path, await open(`${path}.part`, 'w'));
    } catch (error) {
      throw new WriteError(path, error);
    }
  }

  async append(text: string): Promise<void> {
    this.waiting += text;
    if (this.waiting.length >= gathered) await this.flush();
  }

  async finish(): Promise<void> {
    await this.flush();
    try {
      await this.file.close();
      await rename(`${this.path}.part`, this.path);
    } catch (error) {
      throw new WriteError(this.path, error);
    }
  }

  private async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    try {
      await this.file.writeFile(text);
    } catch (error) {
      throw new WriteError(this.path, error);
    }
  }
}
