import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The commands by the names of their files, each of which runs when it is read. */
const commands = import.meta.glob('../../src/commands/*.ts');

/** Where `site.ts` keeps the configuration that the process has read. */
const configuration = Symbol.for('dateline.site');

/**
 * Runs a command with arguments and variables of its own, within this process: a tenth of what a process costs.
 * One at a time, for arguments, variables and output are the process's.
 */
export async function runCommand(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const before = { argv: process.argv, env: process.env, exitCode: process.exitCode };
  const stdout = record(process.stdout);
  const stderr = record(process.stderr);
  vi.resetModules();
  delete (globalThis as { [configuration]?: unknown })[configuration];
  try {
    process.argv = [process.execPath, `src/commands/${name}.ts`, ...args];
    process.env = childEnvironment(env);
    process.exitCode = 0;
    await commands[`../../src/commands/${name}.ts`]?.();
    return { status: process.exitCode, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.stop();
    stderr.stop();
    Object.assign(process, before);
    delete (globalThis as { [configuration]?: unknown })[configuration];
  }
}

/** Runs a command as a keeper does, in a process of its own. */
export function spawnCommand(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/commands/${name}.ts`, ...args],
    { encoding: 'utf8', env: childEnvironment(env) },
  );
  return { status, stdout, stderr };
}

/** The variables of this process, but for those that name other content, with some of their own. */
function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const all = {
    ...process.env,
    DATELINE_CONTENT: undefined,
    DATELINE_CACHE: ownCache(),
    // Tests that build the project's own site at once wait for each other, however long that takes.
    CI: undefined,
    ...env,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Keeps what is written to a stream instead of showing it. */
function record(stream: NodeJS.WriteStream): { text(): string; stop(): void } {
  let text = '';
  const spy = vi.spyOn(stream, 'write').mockImplementation((data) => {
    text += typeof data === 'string' ? data : new TextDecoder().decode(data);
    return true;
  });
  return { text: () => text, stop: () => spy.mockRestore() };
}

let cacheDir: string | undefined;

/** What commands remember, apart from what the project's own builds do; one for each file of tests. */
function ownCache(): string {
  if (cacheDir === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'dateline-cache-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    cacheDir = made;
  }
  return cacheDir;
}

/** Makes a content folder of some files for one test. */
export function makeContent(files: Record<string, string> = {}): string {
  const contentDir = mkdtempSync(join(tmpdir(), 'dateline-command-'));
  onTestFinished(() => rmSync(contentDir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeFileSync(join(contentDir, path), text);
  }
  return contentDir;
}
