// What the processes of a measurement use, read from Linux's /proc (proc(5)).

import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** User and system time in seconds, of this process and all its children. */
  cpuSeconds: number;
  /** The largest resident memory of any one process, in MiB. */
  peakMiB: number;
}

/** Hertz of the kernel's clock, as sysconf(_SC_CLK_TCK) gives it on every Linux of today. */
const clockTicks = 100;

function readProcess(pid: string): { cpuSeconds: number; peakMiB: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / clockTicks,
      peakMiB: peak / 1024,
    };
  } catch {
    return undefined;
  }
}

const childrenOf = (pid: string): string[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

/** Measures what a piece of work uses; by looking ten times a second, so that short work is measured roughly. */
export async function measureUsage<T>(
  work: () => Promise<T>,
): Promise<{ result: T; usage: Usage }> {
  const me = String(process.pid);
  const seen = new Map<string, { cpuSeconds: number; peakMiB: number }>();
  const look = (): void => {
    const found = [me, ...childrenOf(me)];
    for (const pid of found) {
      const now = readProcess(pid);
      if (now) seen.set(pid, now);
    }
  };
  look();
  const before = [...seen.values()].reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const timer = setInterval(look, 100);
  try {
    const result = await work();
    look();
    const all = [...seen.values()];
    const cpuSeconds = all.reduce((sum, one) => sum + one.cpuSeconds, 0) - before;
    return { result, usage: { cpuSeconds, peakMiB: Math.max(...all.map((one) => one.peakMiB)) } };
  } finally {
    clearInterval(timer);
  }
}
