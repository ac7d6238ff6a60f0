import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock, type Patience } from '../../src/build/lock.ts';
import { findStats } from '../../src/build/recorded-file.ts';
import { Stop } from '../../src/disk/stop.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-lock-'));
  path = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Takes the lock and tells how long that took, and who was waited for. */
async function take(patience?: Patience): Promise<{ tookMs: number; waitedFor: string[] }> {
  const waitedFor: string[] = [];
  const began = performance.now();
  const lock = await takeLock(path, (holder) => waitedFor.push(holder), patience);
  expect(lock.isHeld()).toBe(true);
  lock.release();
  expect(findStats(path)).toBeUndefined();
  return { tookMs: performance.now() - began, waitedFor };
}

/** A process of its own that holds the lock, and is busy without a pause. */
async function holdElsewhere(): Promise<ChildProcess> {
  const holder = join(folder, 'holder.ts');
  writeFileSync(
    holder,
    `import { takeLock, type Patience } from ${JSON.stringify(resolve('src/build/lock.ts'))};
     await takeLock(${JSON.stringify(path)}, () => undefined);
     console.log('held');
     setInterval(() => undefined, 1000);`,
  );
  const child = spawn(process.execPath, [holder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((held) => child.stdout.once('data', held));
  return child;
}

test.each([
  ['of a process that is gone', { pid: 2 ** 22 + 1, host: hostname() }],
  ['of another process with that number', { pid: process.pid, host: hostname(), began: '1' }],
])('a lock %s is taken over without waiting', async (_, holder) => {
  writeFileSync(path, JSON.stringify(holder));
  expect((await take()).waitedFor).toEqual([]);
});

test.each([
  ['of a machine or container that is gone', JSON.stringify({ pid: 3, host: 'build-1' })],
  [
    'of a container with this host name',
    JSON.stringify({ pid: process.pid, host: hostname(), machine: 'another boot', began: '1' }),
  ],
  ['that was cut short', '{"pid":'],
  ['that holds something else', 'null'],
  ['that is empty', ''],
])('a lock %s is taken over when nobody has touched it for a while', async (_, text) => {
  writeFileSync(path, text);
  const { tookMs, waitedFor } = await take({ silentMs: 400 });
  expect(waitedFor).toHaveLength(1);
  expect(tookMs).toBeGreaterThan(390);
});

test('a folder in the place of the lock is taken over', async () => {
  mkdirSync(join(path, 'deep'), { recursive: true });
  expect((await take({ silentMs: 1 })).waitedFor).toEqual(['an unknown process']);
});

test('a lock that another machine touches is waited for, as long as is said', async () => {
  writeFileSync(path, JSON.stringify({ pid: 3, host: 'build-1' }));
  const touching = setInterval(() => utimesSync(path, new Date(), new Date()), 50);
  try {
    const taken = take({ mostMs: 4_000, silentMs: 3_000 });
    await expect(taken).rejects.toThrow(Stop);
    await expect(taken).rejects.toThrow(/process 3 on build-1.*lock.*remove that file/);
    expect(readFileSync(path, 'utf8')).toContain('build-1');
  } finally {
    clearInterval(touching);
  }
});

test('a process that runs keeps its lock; when it is killed, the next has it', async () => {
  const child = await holdElsewhere();
  const taking = take({ silentMs: 10 });
  await delay(300);
  expect(readFileSync(path, 'utf8')).toContain(`"pid":${child.pid}`);
  child.kill('SIGKILL');
  expect((await taking).waitedFor).toEqual([`process ${child.pid}`]);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('a lock does not outlive %s', async (signal, expected) => {
  const child = await holdElsewhere();
  const ended = new Promise((end) => child.once('close', end));
  child.kill(signal);
  expect(await ended).toBe(expected);
  expect(findStats(path)).toBeUndefined();
});

test('the holder touches its lock while it is busy, and knows when it has lost it', async () => {
  const lock = await takeLock(path, () => undefined);
  const before = findStats(path)?.mtimeMs ?? 0;
  // Nothing else has a turn on this thread.
  const until = Date.now() + 30_000;
  while (Date.now() < until && findStats(path)?.mtimeMs === before);
  expect(findStats(path)?.mtimeMs).toBeGreaterThan(before);
  writeFileSync(path, 'taken by another');
  expect(lock.isHeld()).toBe(false);
  lock.release();
  expect(readFileSync(path, 'utf8')).toBe('taken by another');
});
