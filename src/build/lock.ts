// One build at a time: a second one waits, and says for whom.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

interface Holder {
  pid: number;
  host: string;
  /** When the process began, in the kernel's ticks; none where the system does not tell. */
  began: string | undefined;
}

const lookAgainMs = 100;

/**
 * Takes a lock, after waiting for whoever holds it. What a killed process left behind is no lock.
 *
 * @param onWait is told once who is waited for
 * @returns what gives it back
 */
export async function takeLock(
  path: string,
  onWait: (holder: string) => void,
): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  const own: Holder = { pid: process.pid, host: hostname(), began: beginning(process.pid) };
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
      const release = (): void => rmSync(path, { force: true });
      process.once('exit', release);
      return () => {
        process.off('exit', release);
        release();
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(path);
    if (holder === 'gone') {
      // Moved before it is removed, so that of two who find it, one does not remove the other's new lock.
      const aside = `${path}.${process.pid}`;
      try {
        renameSync(path, aside);
        rmSync(aside, { force: true });
      } catch {
        // Another has moved it.
      }
      continue;
    }
    if (!told) onWait(holder);
    told = true;
    await delay(lookAgainMs);
  }
}

function readHolder(path: string): string {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    // Being written this moment, or cut short by a full disk; the next look tells.
    return isOld(path) ? 'gone' : 'another process';
  }
  if (holder.host !== hostname()) return `process ${holder.pid} on ${holder.host}`;
  const running = isRunning(holder.pid) && beginning(holder.pid) === holder.began;
  return running ? `process ${holder.pid}` : 'gone';
}

const brokenLocks = new Map<string, number>();

/** Whether a lock that cannot be read has been so for a second. */
function isOld(path: string): boolean {
  const first = brokenLocks.get(path) ?? Date.now();
  brokenLocks.set(path, first);
  return Date.now() - first > 1_000;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Tells two processes of one number apart (Linux: proc(5), field 22 of `stat`). */
function beginning(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').split(' ')[20];
  } catch {
    return undefined;
  }
}
