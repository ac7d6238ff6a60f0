// What cases of the importers are expected to make lies in files, recorded when a case is new.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Texts by their path below a folder. */
export type Tree = Record<string, string>;

/** Reads all files below a folder. */
export async function readTree(root: string): Promise<Tree> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

/**
 * What was recorded in a folder; where nothing was, what is made is recorded, to be read and committed.
 *
 * @throws where nothing was recorded and this is continuous integration, where nobody would read it
 */
export async function recorded(
  expectedFolder: string,
  made: Tree,
  ci: string | undefined,
): Promise<Tree> {
  const before = await readTree(expectedFolder).catch((): Tree => ({}));
  if (Object.keys(before).length > 0) return before;
  if (ci !== undefined && !['', '0', 'false'].includes(ci)) {
    throw new Error(
      `Nothing is recorded in ${expectedFolder}. Run the test on your own machine, read what appears, and commit it.`,
    );
  }
  for (const [name, text] of Object.entries(made)) {
    await mkdir(dirname(join(expectedFolder, name)), { recursive: true });
    await writeFile(join(expectedFolder, name), text);
  }
  return made;
}
