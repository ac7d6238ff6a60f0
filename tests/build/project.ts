// A project of its own for one test: a copy of the code, whose templates may be changed, and a small archive.

import { spawn, type ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listFiles } from '../../src/disk/list-files.ts';

export interface BuildRun {
  status: number | null;
  signal: NodeJS.Signals | null;
  /** What was printed, both streams. */
  output: string;
}

export interface Project {
  root: string;
  contentDir: string;
  /** Runs `npm run build`, or another command, with more arguments and variables of the environment. */
  build(args: readonly string[], env?: NodeJS.ProcessEnv, command?: string): Promise<BuildRun>;
  /** The same, without waiting. */
  start(
    args: readonly string[],
    env?: NodeJS.ProcessEnv,
    command?: string,
  ): { child: ChildProcess; done: Promise<BuildRun> };
  /** Puts the code back as it is here, and empties the archive. */
  reset(): void;
  remove(): void;
}

/** What a project needs beside its packages. */
const parts = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** @param name what its folder is called, where that matters */
export function makeProject(name = 'project'): Project {
  const above = mkdtempSync(join(tmpdir(), 'dateline-'));
  const root = join(above, name);
  mkdirSync(root);
  const contentDir = join(root, 'content');
  const reset = (): void => {
    for (const part of parts) {
      rmSync(join(root, part), { recursive: true, force: true });
      cpSync(part, join(root, part), { recursive: true });
    }
    rmSync(contentDir, { recursive: true, force: true });
    mkdirSync(join(contentDir, 'articles'), { recursive: true });
  };
  reset();
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
  const start: Project['start'] = (args, env = {}, command = 'build') => {
    const child = spawn(process.execPath, [`src/commands/${command}.ts`, ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const done = new Promise<BuildRun>((settle) => {
      child.on('close', (status, signal) => settle({ status, signal, output }));
    });
    return { child, done };
  };
  return {
    root,
    contentDir,
    start,
    reset,
    build: (args, env, command) => start(args, env, command).done,
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}

/** Every file below a folder with the digest of its bytes. */
export function digestTree(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]),
  );
}

/** The files in which two trees differ. */
export function differences(one: Record<string, string>, other: Record<string, string>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (file) => one[file] !== other[file],
  );
}
