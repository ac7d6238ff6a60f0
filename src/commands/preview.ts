// The search index of what is being edited, made in the background: a build of its own, beside the one that is delivered,
// which neither writes down addresses nor changes an article.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { archiveDir } from '../configuration/archive-folder.ts';
import { indexFolder } from '../search/format/manifest.ts';

export interface Preview {
  /** The newest index there is. */
  indexDir(this: void): string;
  /** Has the index made again, soon: what is saved in quick succession is indexed once. */
  renew(this: void): void;
}

interface Folders {
  contentDir: string;
  /** Where the last build lies. */
  outDir: string;
  cacheDir: string;
}

/** Whoever types saves again within this time. */
const restMs = 1_000;

/** The program that makes it. */
const program = join(import.meta.dirname, 'build-preview.ts');

export function openPreview({ contentDir, outDir, cacheDir }: Folders): Preview {
  const previewDir = join(cacheDir, 'preview/dist');
  const previewIndex = join(previewDir, indexFolder);
  let isMade = false;
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;

  const make = (): void => {
    isRunning = true;
    isWanted = false;
    const child = spawn(
      process.execPath,
      [program, '--content', contentDir, '--out', previewDir, '--cache', cacheDir],
      {
        env: { ...process.env, DATELINE_ARCHIVE: archiveDir },
        // What is wrong in articles has been said already.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    child.on('spawn', () => child.pid !== undefined && setPriority(child.pid, 19));
    child.on('exit', (status) => {
      isRunning = false;
      isMade ||= status === 0;
      if (isWanted) renew();
    });
  };
  const renew = (): void => {
    isWanted = true;
    clearTimeout(timer);
    if (!isRunning) timer = setTimeout(make, restMs);
  };
  return {
    indexDir: () => (isMade && existsSync(previewIndex) ? previewIndex : join(outDir, indexFolder)),
    renew,
  };
}
