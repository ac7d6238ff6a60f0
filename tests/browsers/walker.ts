// What the walk needs of a browser, whichever protocol drives it.

import { accessSync, constants } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';

export interface Walker {
  /** Loads an address and waits until its scripts have run. */
  open: (address: string) => Promise<void>;
  /** Evaluates an expression in the page. Returns its value, which must be JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  close: () => Promise<void>;
}

/** The first of these files that can be run. */
export const findProgram = (paths: readonly string[]): string | undefined =>
  paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * Starts a program and waits for a line of its output.
 *
 * @returns the process and what the pattern found
 * @throws Error if the program ends, or 60 seconds pass, before such a line
 */
export async function startProgram(
  program: string,
  args: readonly string[],
  { until, env = process.env }: { until: RegExp; env?: NodeJS.ProcessEnv },
): Promise<{ child: ChildProcess; match: RegExpExecArray }> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  let said = '';
  const listen = (data: Buffer): void => {
    said += data.toString();
    const match = until.exec(said);
    if (match) resolve(match);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('error', reject);
  child.once('exit', () => reject(new Error(`${program} ended: ${said}`)));
  const timer = setTimeout(() => reject(new Error(`${program} did not start: ${said}`)), 60_000);
  try {
    return { child, match: await promise };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a program and waits until it has ended. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(timer);
}
