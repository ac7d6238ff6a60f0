import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workThrough } from './work-through.ts';

/** How many files are open at a time. */
const filesAtOnce = 32;

/**
 * Reads every one of some files below a folder and makes something of each text.
 *
 * @returns the results in the order of the files
 */
export async function mapFiles<T>(
  folder: string,
  files: readonly string[],
  make: (text: string, file: string) => T,
  onProgress?: (done: number, total: number) => void,
): Promise<T[]> {
  const results: T[] = Array.from({ length: files.length });
  let done = 0;
  await workThrough([...files.entries()], filesAtOnce, async ([i, file]) => {
    results[i] = make(await readFile(join(folder, file), 'utf8'), file);
    onProgress?.(++done, files.length);
  });
  return results;
}
