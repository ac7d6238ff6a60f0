// The articles of an import on the disk: written whole, read again when another draft is about the same one. A dry
// run leaves the content folder alone; what it would write is kept in a temporary file until it ends.

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mapFiles } from '../../disk/map-files.ts';
import type { TemporaryFolder } from '../../disk/temporary-folder.ts';
import { TextPile } from '../../originals/text-pile.ts';
import { WholeFileWriter } from '../../disk/write-whole.ts';
import { WriteError } from '../../disk/write-error.ts';
import { bodyOfFile } from '../../importers/decisions/import-record.ts';
import type { Held } from '../../importers/decisions/near-duplicates.ts';
import type { PictureAtHand } from './place-pictures.ts';

/** How many files are written at a time. */
const writesAtOnce = 16;

export class ArticleStore {
  private readonly content: string;
  private readonly writer: WholeFileWriter;
  private readonly writing = new Set<Promise<void>>();
  private readonly removed = new Set<string>();
  /** What a dry run would have written. */
  private readonly unwritten: TextPile | undefined;

  constructor(content: string, options: { dryRun: boolean; temporary: TemporaryFolder }) {
    this.content = content;
    this.writer = new WholeFileWriter(content);
    this.unwritten = options.dryRun ? new TextPile(options.temporary) : undefined;
  }

  /** The text of an article, as this run has left it. */
  async read(file: string): Promise<string> {
    await Promise.all(this.writing);
    return (await this.unwritten?.read(file)) ?? readFile(join(this.content, file), 'utf8');
  }

  /** Up to so many of some files that this run has not moved away: the last. */
  readLast(files: readonly string[], most: number): Promise<Held[]> {
    const left = files.filter((file) => !this.removed.has(file));
    return mapFiles(this.content, left.slice(-most), (text, file) => ({
      file,
      body: bodyOfFile(text),
    }));
  }

  /** Writes an article with its pictures, while the run goes on. */
  async write(file: string, text: string, pictures: readonly PictureAtHand[] = []): Promise<void> {
    if (this.unwritten) return this.unwritten.write(file, text);
    const done = this.writer.write(file, text).finally(() => this.writing.delete(done));
    this.writing.add(done);
    if (this.writing.size >= writesAtOnce) await Promise.race(this.writing);
    const folder = file.slice(0, file.lastIndexOf('/'));
    for (const { copy, bytes } of pictures) await this.writer.write(`${folder}/${copy}`, bytes);
  }

  /** Takes away the file of an article that has moved. */
  async remove(file: string): Promise<void> {
    this.removed.add(file);
    if (this.unwritten) return;
    await Promise.all(this.writing);
    const path = join(this.content, file);
    await rm(path).catch((error: unknown) => {
      throw new WriteError(path, error);
    });
  }

  /** Waits until everything is written, and takes away what the writing needed. */
  async finish(): Promise<void> {
    await Promise.all(this.writing);
    if (!this.unwritten) await this.writer.finish();
    await this.unwritten?.close();
  }
}
