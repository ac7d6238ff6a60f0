// Runs a program and measures what it and all its children use, from Linux's /proc (proc(5)).

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  /** In seconds. */
  user: number;
  system: number;
  wall: number;
  /** The largest resident memory of any one process, in MiB. */
  peakOfOne: number;
  /** The largest resident memory of all processes at one moment, in MiB; looked at five times a second. */
  peakOfAll: number;
  /** What the process ended with: 0, another number, or the signal that killed it. */
  status: number | string | null;
  output: string;
}

/** Hertz of the kernel's clock, as sysconf(_SC_CLK_TCK) gives it on every Linux of today. */
const clockTicks = 100;

const lookEveryMs = 200;

/** User and system time of all children that have ended, in seconds. */
function timeOfChildren(): { user: number; system: number } {
  const fields = readFileSync('/proc/self/stat', 'utf8').replace(/^.*\)/s, '').split(' ');
  return { user: Number(fields[14]) / clockTicks, system: Number(fields[15]) / clockTicks };
}

function memoryOf(pid: string, field: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function treeOf(pid: string): string[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [pid, ...children.flatMap(treeOf)];
  } catch {
    return [];
  }
}

/** Runs a program to its end. Only one may run at a time, for times are those of all children. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Measured> {
  const before = timeOfChildren();
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  let peakOfOne = 0;
  let peakOfAll = 0;
  const timer = setInterval(() => {
    const pids = treeOf(String(child.pid));
    peakOfOne = Math.max(peakOfOne, ...pids.map((pid) => memoryOf(pid, 'VmHWM')));
    peakOfAll = Math.max(
      peakOfAll,
      pids.reduce((sum, pid) => sum + memoryOf(pid, 'VmRSS'), 0),
    );
  }, lookEveryMs);
  const status = await new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  clearInterval(timer);
  const after = timeOfChildren();
  return {
    user: after.user - before.user,
    system: after.system - before.system,
    wall: (performance.now() - started) / 1000,
    peakOfOne,
    peakOfAll,
    status,
    output,
  };
}
