import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { printProblem, type Problem } from '../problem.ts';
import type { Original } from './originals.ts';

export interface Refused {
  item?: string | undefined;
  /** The text of the refused part, where the original holds several. */
  part?: string | undefined;
  problem: Problem;
}

/** A folder that gets a copy of what was refused, each with its reason beside it. */
export class Quarantine {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Copies what was refused: the part of an original, or the original as a whole. */
  async keep(original: Original, refused: Refused, bytes: Uint8Array | undefined): Promise<void> {
    const name = safePath(
      refused.item === undefined ? original.path : `${original.path}.${refused.item}`,
    );
    const target = join(this.folder, name);
    await mkdir(dirname(target), { recursive: true });
    const { part } = refused;
    if (part !== undefined) await writeFile(target, part);
    else if (refused.item === undefined && bytes !== undefined) await writeFile(target, bytes);
    else if (refused.item === undefined) await pipeline(original.open(), createWriteStream(target));
    await writeFile(`${target}.reason.txt`, `${printProblem(refused.problem)}\n`);
  }
}

/** What no file name may hold on one system or another. */
// oxlint-disable-next-line no-control-regex -- control characters are among it
const unfit = /[\u0000-\u001F<>:"|?*\\]/g;

/** A recorded name as a path that stays below its folder on every system. */
function safePath(path: string): string {
  return path
    .split('/')
    .map((part) => part.replace(unfit, '_').slice(0, 150))
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}
