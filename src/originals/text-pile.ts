import { open, type FileHandle } from 'node:fs/promises';
import type { TemporaryFolder } from '../disk/temporary-folder.ts';
import { WriteError } from '../disk/write-error.ts';

/** Texts by name in one temporary file: more of them than memory would hold. */
export class TextPile {
  private readonly temporary: TemporaryFolder;
  private readonly places = new Map<string, { start: number; length: number }>();
  private file: Promise<FileHandle> | undefined;
  private path = '';
  private end = 0;

  constructor(temporary: TemporaryFolder) {
    this.temporary = temporary;
  }

  /** Keeps a text; an older one of that name is forgotten. */
  async write(name: string, text: string): Promise<void> {
    const bytes = Buffer.from(text);
    const start = this.end;
    this.end += bytes.length;
    try {
      await (await this.handle()).write(bytes, 0, bytes.length, start);
    } catch (error) {
      throw new WriteError(this.path, error);
    }
    this.places.set(name, { start, length: bytes.length });
  }

  async read(name: string): Promise<string | undefined> {
    const place = this.places.get(name);
    if (!place) return undefined;
    const { start, length } = place;
    const { buffer } = await (await this.handle()).read(Buffer.alloc(length), 0, length, start);
    return buffer.toString('utf8');
  }

  async close(): Promise<void> {
    await (await this.file)?.close();
  }

  private handle(): Promise<FileHandle> {
    this.file ??= this.temporary.newFile().then((path) => open((this.path = path), 'w+'));
    return this.file;
  }
}
