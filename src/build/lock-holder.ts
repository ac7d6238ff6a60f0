// Who holds a lock, and what can be known of that process from here.

import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface Holder {
  pid: number;
  host: string;
  /**
   * The boot and the process namespace (Linux: `/proc/sys/kernel/random/boot_id`, pid_namespaces(7)): in two
   * containers one number means two processes, even where both have one host name. None on other systems.
   */
  machine?: string | undefined;
  /** When the process began, in the kernel's ticks; none where the system does not tell. */
  began?: string | undefined;
}

let own: Holder | undefined;

export const describeThisProcess = (): Holder =>
  (own ??= {
    pid: process.pid,
    host: hostname(),
    machine: readMachine(),
    began: readBeginning(process.pid),
  });

/** Whether a process has certainly ended: it ran here, and it, or what has its number, is another one. */
export const isSurelyGone = (holder: Holder): boolean =>
  isHere(holder) && (!isRunning(holder.pid) || readBeginning(holder.pid) !== holder.began);

/** Whether a process certainly runs: only Linux tells two of one number apart. */
export const isSurelyRunning = (holder: Holder): boolean =>
  isHere(holder) && holder.began !== undefined && !isSurelyGone(holder);

function isHere({ machine, host }: Holder): boolean {
  const here = describeThisProcess();
  return machine === undefined ? host === here.host : machine === here.machine;
}

function readMachine(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return undefined;
  }
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
function readBeginning(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').split(' ')[20];
  } catch {
    return undefined;
  }
}
