// A project of its own for one test: a copy of the code, whose templates may be changed, and a small archive.

import { spawn, type ChildProcess } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { treesFolder } from '../../src/build/site-trees.ts';
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
  /** Removes a site, and all that builds have kept of it in a cache but the templates' bundle, which is of the code alone. */
  forget(outDir: string, cacheDir: string): void;
  /** Puts the code back as it is here, and empties the archive. */
  reset(): void;
  remove(): void;
}

/**
 * The templates' bundles that projects of this run have made, each under the digest of its code. Making one takes longer
 * than the builds of these small archives, and most tests leave the code alone.
 */
const sharedBundles = join(tmpdir(), `dateline-bundles-${process.ppid}`);
process.once('exit', () => rmSync(sharedBundles, { recursive: true, force: true }));

/** Copies the bundles that are missing in a folder, each as a whole. */
function copyBundles(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    if (!/^[0-9a-f]{16}$/.test(name) || existsSync(join(to, name))) continue;
    const unfinished = join(to, `${name}-${process.pid}`);
    cpSync(join(from, name), unfinished, { recursive: true });
    if (existsSync(join(to, name))) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, join(to, name));
  }
}

/** Where a build with these arguments keeps bundles; none where the folder is no place for them. */
function bundleFolder(args: readonly string[]): string | undefined {
  const valueOf = (name: string): string | undefined => args[args.indexOf(name) + 1 || args.length];
  const out = valueOf('--out');
  const cache = valueOf('--cache') ?? (out && join(dirname(out), '.dateline'));
  return cache && join(cache, 'bundle');
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
    // Its navigation leads to pages that are not copied.
    const configuration = readFileSync('content/archive.yaml', 'utf8');
    writeFileSync(join(contentDir, 'archive.yaml'), configuration.replace(/^navigation:[^]*/m, ''));
  };
  reset();
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
  const start: Project['start'] = (args, env = {}, command = 'build') => {
    const bundles = bundleFolder(args);
    if (bundles?.startsWith(root)) copyBundles(sharedBundles, bundles);
    const child = spawn(process.execPath, [`src/commands/${command}.ts`, ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const done = new Promise<BuildRun>((settle) => {
      child.on('close', (status, signal) => {
        if (bundles?.startsWith(root)) copyBundles(bundles, sharedBundles);
        settle({ status, signal, output });
      });
    });
    return { child, done };
  };
  return {
    root,
    contentDir,
    start,
    reset,
    forget(outDir, cacheDir) {
      const kept = existsSync(cacheDir) ? readdirSync(cacheDir) : [];
      for (const name of kept) {
        if (name !== 'bundle') rmSync(join(cacheDir, name), { recursive: true, force: true });
      }
      rmSync(treesFolder(outDir), { recursive: true, force: true });
      rmSync(outDir, { recursive: true, force: true });
    },
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
