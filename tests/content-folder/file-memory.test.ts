import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileMemory } from '../../src/content-folder/file-memory.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-memory-'));
  file = join(folder, 'a.txt');
  writeFileSync(file, 'one');
  age(file);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As if the file had been written ten seconds ago; its change time stays, so that it is looked at once more. */
function age(path: string): void {
  const then = Date.now() / 1000 - 10;
  utimesSync(path, then, then);
}

/** Reads the file with a memory of its own and tells what was made, and whether it had to be. */
function look(maker = 'maker'): { value: string; made: boolean } {
  let made = false;
  const memory = openFileMemory<string>(join(folder, 'memory'), maker);
  const { value } = memory.read('a', file, (bytes) => {
    made = true;
    return bytes.toString().toUpperCase();
  });
  memory.save();
  return { value, made };
}

test('what was made of a file is remembered until its bytes change', () => {
  expect(look()).toEqual({ value: 'ONE', made: true });
  expect(look()).toEqual({ value: 'ONE', made: false });
  writeFileSync(file, 'two');
  expect(look()).toEqual({ value: 'TWO', made: true });
  writeFileSync(file, 'two');
  expect(look()).toEqual({ value: 'TWO', made: false });
});

test('a change of the same length within one step of the clock is seen', () => {
  const { mtimeMs } = { mtimeMs: Date.now() };
  for (const text of ['aaa', 'bbb', 'ccc', 'ddd']) {
    writeFileSync(file, text);
    utimesSync(file, mtimeMs / 1000, mtimeMs / 1000);
    expect(look().value).toBe(text.toUpperCase());
  }
});

test('another maker, or a damaged memory, remembers nothing', () => {
  look();
  expect(look('other')).toEqual({ value: 'ONE', made: true });
  const [part = ''] = readdirSync(join(folder, 'memory'));
  const path = join(folder, 'memory', part);
  writeFileSync(path, readFileSync(path, 'utf8').replace('ONE', 'OWE'));
  expect(look('other')).toEqual({ value: 'ONE', made: true });
});

test('what takes its time is remembered as well', async () => {
  for (const made of [1, 0]) {
    let times = 0;
    const memory = openFileMemory<number>(join(folder, 'memory'), 'maker');
    const { value } = await memory.readSlowly('a', file, async (bytes) => {
      times++;
      return bytes.length;
    });
    memory.save();
    expect([value, times]).toEqual([3, made]);
  }
});

test('what nobody asked for is forgotten', () => {
  look();
  openFileMemory<string>(join(folder, 'memory'), 'maker').save();
  expect(look()).toEqual({ value: 'ONE', made: true });
});
