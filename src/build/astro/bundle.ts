// The bundle is what Astro and Vite make of the templates: server code that renders pages, and the style sheets
// and scripts that pages link to. It depends on the code alone, so it is kept until the code changes.

import { hash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { listFiles } from '../../disk/list-files.ts';
import { readSealed, writeSealed } from '../../disk/sealed-file.ts';
import type { RouteCode } from './build-with-astro.ts';

export interface Bundle {
  /** The module that exports Astro's app. */
  entry: string;
  /** The folder of style sheets and scripts, as they are to lie at the site's root. */
  assetsDir: string;
  /** What pages are made by, by their component. */
  routes: ReadonlyMap<string, RouteCode>;
}

interface Listing {
  entry: string;
  routes: [component: string, code: RouteCode][];
  /** Each file of the bundle with the digest of its bytes. */
  files: [file: string, digest: string][];
}

/** So many are kept: those of a branch and of the tests beside that of the day. */
const bundlesKept = 3;

/**
 * Gives the bundle of the present code: the one that was kept, or a new one.
 *
 * @param folder where bundles are kept
 * @param code the digest of the code
 * @param onMake is told that a new one has to be made
 */
export async function openBundle(
  root: string,
  folder: string,
  code: string,
  onMake: () => void,
): Promise<Bundle> {
  const dir = join(folder, code.slice(0, 16));
  const kept = readBundle(dir, code);
  if (kept) return kept;
  onMake();
  rmSync(dir, { recursive: true, force: true });
  const next = join(folder, 'next');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  linkPackages(root, folder);
  // Loading Astro costs half a second, which a build with unchanged code has no use for.
  const { makeWithAstro } = await import('./build-with-astro.ts');
  const { serverDir, assetsDir, entry, routes, clear } = await makeWithAstro(root);
  cpSync(serverDir, join(next, 'server'), { recursive: true });
  cpSync(assetsDir, join(next, 'assets'), { recursive: true });
  clear();
  const listing: Listing = {
    entry,
    routes: [...routes],
    files: listFiles(next).map((file) => [file, digestOf(join(next, file))]),
  };
  writeSealed(join(next, 'bundle.json'), code, JSON.stringify(listing));
  renameSync(next, dir);
  forgetOld(folder);
  const made = readBundle(dir, code);
  if (!made) throw new Error(`The bundle in ${dir} cannot be read back.`);
  return made;
}

/** Reads a kept bundle; none where anything of it is missing, damaged, or made of other code. */
function readBundle(dir: string, code: string): Bundle | undefined {
  const text = readSealed(join(dir, 'bundle.json'), code);
  if (text === undefined) return undefined;
  const { entry, routes, files } = JSON.parse(text) as Listing;
  try {
    if (files.some(([file, digest]) => digestOf(join(dir, file)) !== digest)) return undefined;
  } catch {
    return undefined;
  }
  const now = new Date();
  utimesSync(dir, now, now);
  return {
    entry: join(dir, 'server', entry),
    assetsDir: join(dir, 'assets'),
    routes: new Map(routes),
  };
}

const digestOf = (path: string): string => hash('sha256', readFileSync(path));

/** Server code asks for packages by name, which Node finds in the folders above it: those of this project. */
function linkPackages(root: string, folder: string): void {
  if (resolve(folder).startsWith(resolve(root) + sep)) return;
  const link = join(folder, 'node_modules');
  const packages = join(resolve(root), 'node_modules');
  if (
    lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() &&
    readlinkSync(link) === packages
  ) {
    return;
  }
  rmSync(link, { recursive: true, force: true });
  symlinkSync(packages, link, 'junction');
}

function forgetOld(folder: string): void {
  const bundles = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ path: join(folder, name), usedMs: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.usedMs - a.usedMs);
  for (const { path } of bundles.slice(bundlesKept)) rmSync(path, { recursive: true, force: true });
}
