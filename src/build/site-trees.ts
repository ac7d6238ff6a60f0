// `dist` is a plain folder. A build brings another one up to date, `.dist/spare`, and then exchanges the two
// (see `exchange.ts`). They share unchanged files by hard links.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { Stop } from '../disk/stop.ts';
import { exchange, finishExchange, names } from './exchange.ts';
import { findIntact, findStats, isFolder } from './recorded-file.ts';
import { readRecord, writeRecord, type SiteRecord } from './site-record.ts';

export interface Tree {
  dir: string;
  /** None where the folder is not there, or nothing certain is known of it. */
  record: SiteRecord | undefined;
}

export interface SiteTrees {
  /** The one that is served; none before the first build. */
  live: Tree | undefined;
  /** The one that may be changed. */
  spare: Tree;
  /** Forgets what is known of the spare folder, before it is changed. */
  open(): void;
  /**
   * Keeps what the spare folder holds, and puts it in the live one's place.
   *
   * @returns where that lies now which stood there and no build had made; none where nothing did
   */
  publish(record: SiteRecord): string | undefined;
}

/** Where a build keeps what belongs to a site: `.dist/` beside `dist`. */
export const treesFolder = (outDir: string): string =>
  join(dirname(resolve(outDir)), `.${basename(outDir)}`);

/**
 * Where a site really lies: a keeper's link from `dist` to a folder on another disk is followed.
 *
 * @throws Stop where the link leads nowhere
 */
export function followLink(outDir: string): string {
  if (!isLink(outDir)) return outDir;
  const target = resolve(dirname(outDir), readlinkSync(outDir));
  // A link into `.dist` shows a folder that a build has made and no longer needs there.
  if (target.startsWith(treesFolder(outDir) + sep)) return outDir;
  if (!existsSync(outDir)) {
    throw new Stop(
      `\`${outDir}\` is a link to \`${target}\`, which is not there. Make that folder, or remove the link.`,
    );
  }
  return realpathSync(outDir);
}

/**
 * Finds the folders of a site.
 *
 * @param outDir the site's own; no link to it
 * @param forget whether to leave aside what is known of them
 * @throws Stop where something stands in the place of the folder that a build needs
 */
export function findTrees(outDir: string, { forget }: { forget: boolean }): SiteTrees {
  const folder = openFolder(outDir);
  finishExchange(outDir, folder);
  const lists = { live: join(folder, names.liveList), spare: join(folder, names.spareList) };
  const live = isFolder(outDir) ? { dir: outDir, record: readRecord(lists.live) } : undefined;
  const isForeign = findStats(outDir) !== undefined && !isLink(outDir) && !isOurs(outDir, live);
  const spareDir = join(folder, names.spare);
  const spareRecord = forget || !isFolder(spareDir) ? undefined : readRecord(lists.spare);
  // What a build left that did not come to its end; on a full disk the next one needs its room.
  if (!spareRecord) rmSync(spareDir, { recursive: true, force: true });
  return {
    live: live && !isForeign ? { ...live, record: forget ? undefined : live.record } : undefined,
    spare: { dir: spareDir, record: spareRecord },
    open() {
      rmSync(lists.spare, { recursive: true, force: true });
      mkdirSync(spareDir, { recursive: true });
    },
    publish(record) {
      writeRecord(join(folder, names.nextList), record);
      const aside = isForeign ? freeName(outDir) : undefined;
      exchange(outDir, folder, aside);
      return aside;
    },
  };
}

const isLink = (path: string): boolean => findStats(path)?.isSymbolicLink() ?? false;

function openFolder(outDir: string): string {
  const folder = treesFolder(outDir);
  if (existsSync(folder) && !isFolder(folder) && !isLink(folder)) {
    throw new Stop(
      `\`${folder}\` is a file, and a build keeps a folder of that name. Move the file away and build again.`,
    );
  }
  makeFolder(folder);
  // Nothing in it is to be published or committed.
  writeFileSync(join(folder, '.gitignore'), '*\n');
  rmSync(join(folder, 'search'), { recursive: true, force: true });
  return folder;
}

/**
 * Whether a build may take a folder away: one that a build has made, be it on another machine, or an empty one.
 * Another's files are never deleted.
 */
function isOurs(outDir: string, live: Tree | undefined): boolean {
  if (!live) return false;
  const { files } = live.record ?? { files: new Map() };
  for (const [path, file] of files) if (findIntact(join(outDir, path), file)) return true;
  // Every site has the two: `git clone` brings them without what `.dist` knows of them.
  if (['index.html', 'old-addresses.json'].every((name) => existsSync(join(outDir, name))))
    return true;
  return readdirSync(outDir).length === 0;
}

/** A name beside a folder that nothing has: `dist.before`, `dist.before-2`. */
function freeName(outDir: string): string {
  for (let n = 1; ; n++) {
    const name = `${outDir}.before${n === 1 ? '' : `-${n}`}`;
    if (!findStats(name)) return name;
  }
}
