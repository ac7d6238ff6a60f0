// One build at a time: a second one waits, and says for whom. The holder touches its lock every second, on a thread
// of its own, which no long work holds up. A lock that is not touched is held by nobody, whichever machine or
// container wrote it.

import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { makeFolder } from '../disk/make-folder.ts';
import { Stop } from '../disk/stop.ts';
import { onEndingSignal } from './ending-signals.ts';
import { describeThisProcess, isSurelyGone, isSurelyRunning, type Holder } from './lock-holder.ts';

export interface Lock {
  /** Whether it is still this process's: a process that was stopped for long may have lost it. */
  isHeld(): boolean;
  release(): void;
}

const lookAgainMs = 100;

export interface Patience {
  /** How long to wait at most; without it, for ever. */
  mostMs?: number;
  /** How long nobody touches a lock whose holder is gone: ten touches that were missed, where nothing is said. */
  silentMs?: number;
}

/**
 * Takes a lock, after waiting for whoever holds it. It does not outlive the process, whichever signal ends that.
 *
 * @param onWait is told once who is waited for
 * @throws Stop where it has waited for as long as it may
 */
export async function takeLock(
  path: string,
  onWait: (holder: string) => void,
  { mostMs = Number.POSITIVE_INFINITY, silentMs = 10_000 }: Patience = {},
): Promise<Lock> {
  makeFolder(dirname(path));
  const began = performance.now();
  const own = JSON.stringify(describeThisProcess());
  const watch = new Watch(path, silentMs);
  let told = false;
  while (!create(path, own)) {
    const held = watch.look();
    if (held === undefined) continue;
    if (held.isGone) {
      setAside(path, held.text);
      continue;
    }
    if (!told) onWait(held.holder);
    told = true;
    if (performance.now() - began > mostMs) {
      throw new Stop(
        `Another build (${held.holder}) has held \`${relative('', path)}\` for ${Math.round(mostMs / 1000)} seconds. Wait for its end; if no build runs, remove that file.`,
      );
    }
    await delay(lookAgainMs);
  }
  return hold(path, own);
}

function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'EISDIR') throw error;
    return false;
  }
}

function hold(path: string, own: string): Lock {
  const toucher = new Worker(new URL('lock-toucher.ts', import.meta.url), { workerData: { path } });
  toucher.unref();
  const isHeld = (): boolean => read(path)?.text === own;
  const remove = (): void => {
    if (isHeld()) rmSync(path, { force: true });
  };
  process.once('exit', remove);
  const forget = onEndingSignal((status) => process.exit(status));
  return {
    isHeld,
    release() {
      forget();
      process.off('exit', remove);
      void toucher.terminate();
      remove();
    },
  };
}

function read(path: string): { text: string; mtimeMs: number } | undefined {
  let file: number;
  try {
    // Opening makes a network disk ask its server; `stat` alone may answer from memory.
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(file);
    return { text: stats.isFile() ? readFileSync(file, 'utf8') : '', mtimeMs: stats.mtimeMs };
  } finally {
    closeSync(file);
  }
}

interface Held {
  text: string;
  holder: string;
  isGone: boolean;
}

/** Looks at a lock from time to time, and knows since when nothing has happened to it. */
class Watch {
  private readonly path: string;
  private readonly silentMs: number;
  private seen = '';
  private since = performance.now();

  constructor(path: string, silentMs: number) {
    this.path = path;
    this.silentMs = silentMs;
  }

  /** Who holds the lock; none where it is not there any more. */
  look(): Held | undefined {
    const found = read(this.path);
    if (!found) return undefined;
    const state = `${found.mtimeMs} ${found.text}`;
    if (state !== this.seen) this.since = performance.now();
    this.seen = state;
    const isSilent = performance.now() - this.since > this.silentMs;
    const holder = parseHolder(found.text);
    // Not to be read: being written this moment, or cut short by a full disk.
    if (!holder) return { text: found.text, holder: 'an unknown process', isGone: isSilent };
    return {
      text: found.text,
      holder: `process ${holder.pid}${holder.host === describeThisProcess().host ? '' : ` on ${holder.host}`}`,
      isGone: isSurelyGone(holder) || (isSilent && !isSurelyRunning(holder)),
    };
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    return typeof holder?.pid === 'number' && typeof holder.host === 'string'
      ? (holder as Holder)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Moves a lock away that nobody holds; should another have taken it meanwhile, it gets it back. */
function setAside(path: string, text: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    rmSync(aside, { recursive: true, force: true });
    renameSync(path, aside);
  } catch {
    // Another has moved it.
    return;
  }
  const moved = read(aside)?.text ?? '';
  if (moved !== text) create(path, moved);
  rmSync(aside, { recursive: true, force: true });
}
