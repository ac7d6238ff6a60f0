import { join } from 'node:path';
import { digestCode } from '../build/code-digest.ts';
import type { TextFacts } from '../checks/text-checks.ts';
import { openFileMemory } from '../content-folder/file-memory.ts';
import { compareProblems, isError, type Problem } from '../problem.ts';
import { checkContent, type CheckedContent } from './check-content.ts';
import { cacheFolder, openContentMemory, saveIfPossible } from './content-memory.ts';
import { aliasMoved, checkLedger } from './keep-addresses.ts';
import { fixContent } from './fix-content.ts';
import { madeIn } from './shared-options.ts';

interface CheckRun {
  /** The cache folder where one is named. */
  cache: string;
  strict: boolean;
  /** Whether what is sure is fixed first. */
  fix: boolean;
  onProgress: (done: number, total: number) => void;
}

/** Checks articles, texts and addresses, and remembers for the next time what has been read. */
export async function checkArchive(
  contentDir: string,
  { cache, fix, ...options }: CheckRun,
): Promise<Pick<CheckedContent, 'read' | 'sound'> & { problems: Problem[] }> {
  const root = process.cwd();
  const cacheDir = cacheFolder(cache, madeIn('dist'));
  const memory = openContentMemory(root, cacheDir);
  const texts = openFileMemory<TextFacts>(join(cacheDir, 'texts'), digestCode(root));
  const read = (): Promise<CheckedContent> =>
    checkContent(contentDir, { ...options, memory, texts });
  let checked = await read();
  if (fix && (await applyFixes(contentDir, checked))) checked = await read();
  saveIfPossible(memory.articles, memory.pictures, memory.files, texts);
  const ledger = checked.problems.some(isError) ? [] : checkLedger(contentDir, checked.articles);
  return { ...checked, problems: [...checked.problems, ...ledger].toSorted(compareProblems) };
}

/** @returns whether any file was changed */
async function applyFixes(
  contentDir: string,
  { articles, problems }: CheckedContent,
): Promise<boolean> {
  const fixed = await fixContent(contentDir, problems, (line) => {
    process.stderr.write(`${line}\n`);
  });
  const isSound = !problems.some(isError);
  return (isSound && (await aliasMoved(contentDir, articles))) || fixed;
}
