// Puts a finished site in the old one's place, by two renames with nothing between them: a reader meets the old
// site or the new one, never half of either. Each step can be told by what lies where, so that the next build
// finishes an exchange that was cut short.
//
//   1. `dist` becomes `.dist/old`
//   2. `.dist/spare` becomes `dist`
//   3. the lists of files follow their folders, and `.dist/old` becomes `.dist/spare`

import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../disk/stop.ts';
import { findStats, isFolder } from './recorded-file.ts';
import { readRecord } from './site-record.ts';

/** What lies in a site's `.dist/`. */
export const names = {
  spare: 'spare',
  old: 'old',
  liveList: 'live.list',
  spareList: 'spare.list',
  nextList: 'next.list',
} as const;

const kept: readonly string[] = [names.spare, names.liveList, names.spareList, '.gitignore'];

/**
 * Exchanges the site for the spare folder, whose list is `next.list`.
 *
 * @param aside where that is to go which stands in the site's place and is none; else it is the next spare folder
 * @throws Stop where the folder cannot be moved
 */
export function exchange(outDir: string, folder: string, aside: string | undefined): void {
  const old = join(folder, names.old);
  rmSync(old, { recursive: true, force: true });
  if (findStats(outDir)) move(outDir, aside ?? old);
  try {
    move(join(folder, names.spare), outDir);
  } catch (error) {
    if (findStats(aside ?? old)) renameSync(aside ?? old, outDir);
    throw error;
  }
  settle(folder);
  for (const name of readdirSync(folder)) {
    if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Brings an exchange to its end that was cut short: the build that began it was killed. */
export function finishExchange(outDir: string, folder: string): void {
  const old = join(folder, names.old);
  const spare = join(folder, names.spare);
  const nextList = join(folder, names.nextList);
  if (findStats(old) && !findStats(outDir)) {
    if (isFolder(spare) && readRecord(nextList)) renameSync(spare, outDir);
    else renameSync(old, outDir);
  }
  if (findStats(old)) settle(folder);
  rmSync(nextList, { recursive: true, force: true });
}

/** The third step. */
function settle(folder: string): void {
  const at = (name: keyof typeof names): string => join(folder, names[name]);
  if (findStats(at('nextList'))) {
    rmSync(at('spareList'), { recursive: true, force: true });
    if (findStats(at('liveList'))) renameSync(at('liveList'), at('spareList'));
    renameSync(at('nextList'), at('liveList'));
  }
  if (!isFolder(at('old'))) return;
  rmSync(at('spare'), { recursive: true, force: true });
  renameSync(at('old'), at('spare'));
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EXDEV' && code !== 'EBUSY') throw error;
    throw new Stop(
      `\`${from}\` cannot be moved to \`${to}\`: one of them is a disk of its own, or a folder that a container mounts. Put the site in a folder on that disk: \`--out\` with one more name.`,
    );
  }
}
