// What was made of a file's bytes is remembered for as long as the file stays the same: a file whose size,
// times and inode have not changed is not read; one whose bytes have not changed is not parsed.

import { hash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  type Stats,
} from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fnv1a } from '../fnv-1a.ts';
import { readSealed, writeSealed } from '../disk/sealed-file.ts';

/** What is known of one file. */
export interface Remembered<Value> {
  /** SHA-256 of the bytes, in hexadecimal digits. */
  digest: string;
  value: Value;
}

/** `[path, size, mtimeMs, ctimeMs, inode, readAtMs, digest, value]` */
type Entry<Value> = [string, number, number, number, number, number, string, Value];

/** A file that was written to while it was read. */
export class FileChanging extends Error {}

export interface FileMemory<Value> {
  /**
   * What is made of a file's bytes, from memory where the file is the same.
   *
   * @param name the file's name in the memory
   * @param path where it lies
   * @throws FileChanging, or the system's error where it cannot be read
   */
  read(name: string, path: string, make: (bytes: Buffer) => Value): Remembered<Value>;
  /** The same where making takes its time. */
  readSlowly(
    name: string,
    path: string,
    make: (bytes: Buffer) => Promise<Value>,
  ): Promise<Remembered<Value>>;
  /** Keeps what was asked for since the memory was opened, and forgets the rest. */
  save(): void;
}

/**
 * A file written less than this before it was read may be written again without its time changing: file
 * systems count in steps, the coarsest (FAT) of two seconds.
 */
const stepMs = (mtimeMs: number): number => (mtimeMs % 1000 === 0 ? 2_000 : 50);

const entriesInPart = 2_000;

/**
 * Opens a memory that is kept in a folder, cut into parts, so that one changed file rewrites one part.
 *
 * @param maker a digest of the code that makes the values: another maker's memory is not used
 */
export function openFileMemory<Value>(folder: string, maker: string): FileMemory<Value> {
  const known = new Map<string, Entry<Value>>();
  const texts = new Map<string, string>();
  for (const part of listParts(folder)) {
    const text = readSealed(join(folder, part), maker);
    if (text === undefined) continue;
    texts.set(part, text);
    for (const entry of JSON.parse(text) as Entry<Value>[]) known.set(entry[0], entry);
  }
  const asked = new Map<string, Entry<Value>>();
  let changed = false;

  /** What is remembered of a file, or its bytes and what keeps the value that is made of them. */
  const look = (
    name: string,
    path: string,
  ): Remembered<Value> | { bytes: Buffer; keep: (value: Value) => Remembered<Value> } => {
    const entry = asked.get(name) ?? known.get(name);
    const stats = statSync(path);
    if (entry && isSame(entry, stats)) {
      asked.set(name, entry);
      return { digest: entry[6], value: entry[7] };
    }
    const readAtMs = Date.now();
    const { bytes, read } = readStill(path);
    const digest = hash('sha256', bytes);
    const keep = (value: Value): Remembered<Value> => {
      const { size, mtimeMs, ctimeMs, ino } = read;
      asked.set(name, [name, size, mtimeMs, ctimeMs, ino, readAtMs, digest, value]);
      changed = true;
      return { digest, value };
    };
    return entry?.[6] === digest ? keep(entry[7]) : { bytes, keep };
  };

  return {
    read(name, path, make) {
      const found = look(name, path);
      return 'keep' in found ? found.keep(make(found.bytes)) : found;
    },
    async readSlowly(name, path, make) {
      const found = look(name, path);
      return 'keep' in found ? found.keep(await make(found.bytes)) : found;
    },
    save() {
      if (!changed && asked.size === known.size) return;
      writeParts(folder, cut(asked), (part, text) => {
        if (texts.get(part) !== text) writeSealed(join(folder, part), maker, text);
      });
    },
  };
}

/** Writes the parts of a memory, and removes those that it has no more. */
function writeParts(
  folder: string,
  parts: ReadonlyMap<string, unknown>,
  write: (part: string, text: string) => void,
): void {
  for (const part of listParts(folder)) {
    if (!parts.has(part)) rmSync(join(folder, part), { recursive: true, force: true });
  }
  for (const [part, entries] of parts) write(part, JSON.stringify(entries));
}

function listParts(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+-\d+\.json$/.test(name));
  } catch {
    return [];
  }
}

function isSame(entry: Entry<unknown>, { size, mtimeMs, ctimeMs, ino }: Stats): boolean {
  const [, knownSize, knownMtime, knownCtime, knownInode, readAtMs] = entry;
  return (
    size === knownSize &&
    mtimeMs === knownMtime &&
    ctimeMs === knownCtime &&
    ino === knownInode &&
    Math.max(mtimeMs, ctimeMs) + stepMs(mtimeMs) < readAtMs
  );
}

/** Reads a file that nobody writes to meanwhile; tries three times. */
function readStill(path: string): { bytes: Buffer; read: Stats } {
  for (let tries = 0; tries < 3; tries++) {
    const file = openSync(path, 'r');
    try {
      const before = fstatSync(file);
      const bytes = readFileSync(file);
      const read = fstatSync(file);
      if (
        read.mtimeMs === before.mtimeMs &&
        read.size === before.size &&
        bytes.length === read.size
      ) {
        return { bytes, read };
      }
    } finally {
      closeSync(file);
    }
  }
  throw new FileChanging(`${path} changed while it was read.`);
}

/** Parts of about the same size; which part a file is in depends on its name and the number of parts alone. */
function cut<Value>(entries: ReadonlyMap<string, Entry<Value>>): Map<string, Entry<Value>[]> {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(entries.size / entriesInPart)));
  const parts = new Map<string, Entry<Value>[]>();
  for (const [name, entry] of entries) {
    const part = `${count}-${fnv1a(name) % count}.json`;
    const members = parts.get(part);
    if (members) members.push(entry);
    else parts.set(part, [entry]);
  }
  return parts;
}
