// What a built site consists of: every file with its key, and how it lay on the disk when it was written, so that
// a file that anyone has changed since is made again.

import { readSealed, writeSealed } from '../disk/sealed-file.ts';
import type { RecordedFile } from './recorded-file.ts';

export interface SiteRecord {
  files: Map<string, RecordedFile>;
  /** When each folder last gained or lost an entry, in milliseconds: a stray file betrays itself. */
  folders: Map<string, number>;
}

const version = 'site-record-2';

export function writeRecord(path: string, { files, folders }: SiteRecord): void {
  const lines: string[] = [];
  for (const [file, { key, size, mtimeMs, digest }] of files) {
    lines.push(`${file}\t${key}\t${size}\t${mtimeMs}\t${digest}`);
  }
  for (const [folder, mtimeMs] of folders) lines.push(`${folder}/\t${mtimeMs}`);
  writeSealed(path, version, lines.join('\n'));
}

/** Reads a record; none where it is missing or damaged. */
export function readRecord(path: string): SiteRecord | undefined {
  const text = readSealed(path, version);
  if (text === undefined) return undefined;
  const record: SiteRecord = { files: new Map(), folders: new Map() };
  for (const line of text.split('\n')) {
    const [name = '', ...rest] = line.split('\t');
    if (rest.length === 1) record.folders.set(name.slice(0, -1), Number(rest[0]));
    else if (rest.length === 4) {
      const [key = '', size, mtimeMs, digest = ''] = rest;
      record.files.set(name, { key, size: Number(size), mtimeMs: Number(mtimeMs), digest });
    }
  }
  return record;
}
