import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';

/** A file that grows piece by piece under a temporary name, and appears whole when it is finished. */
export class GrowingFile {
  private readonly path: string;
  private readonly stream: WriteStream;

  private constructor(path: string) {
    this.path = path;
    this.stream = createWriteStream(`${path}.part`);
  }

  static async create(path: string): Promise<GrowingFile> {
    await mkdir(dirname(path), { recursive: true });
    return new GrowingFile(path);
  }

  async append(text: string): Promise<void> {
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }

  async finish(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'finish');
    await rename(`${this.path}.part`, this.path);
  }
}
