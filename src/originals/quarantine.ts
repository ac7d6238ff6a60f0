import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { printProblem, type Problem } from '../problem.ts';
import type { Original } from './originals.ts';
import { ReadError } from './read-error.ts';
import { writePieces } from '../disk/temporary-folder.ts';
import { WriteError } from '../disk/write-error.ts';

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

  /**
   * Copies what was refused: the part of an original, or the original as a whole, as far as it can be read.
   *
   * @throws WriteError
   */
  async keep(original: Original, refused: Refused, bytes: Uint8Array | undefined): Promise<void> {
    const { item, part, problem } = refused;
    const name = safePath(item === undefined ? original.path : `${original.path}.${item}`);
    const target = join(this.folder, name);
    await mkdir(dirname(target), { recursive: true }).catch((error: unknown) => {
      throw new WriteError(dirname(target), error);
    });
    const whole = part ?? (item === undefined ? bytes : undefined);
    if (whole !== undefined) await write(target, whole);
    else if (item === undefined) await copyReadable(original, target);
    await write(`${target}.reason.txt`, `${printProblem(problem)}\n`);
  }
}

const write = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFile(path, content).catch((error: unknown) => {
    throw new WriteError(path, error);
  });

async function copyReadable(original: Original, target: string): Promise<void> {
  try {
    await writePieces(target, original.open());
  } catch (error) {
    // Why it could not be read is what the reason beside it says.
    if (!(error instanceof ReadError)) throw error;
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
