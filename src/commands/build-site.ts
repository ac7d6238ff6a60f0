import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { startBodyThread } from '../build/body-thread.ts';
import { openBundle, type Bundle } from '../build/bundle.ts';
import { digestArticleCode, digestCode } from '../build/code-digest.ts';
import { takeLock } from '../build/lock.ts';
import type { Output } from '../build/output.ts';
import { listPages } from '../build/pages-app.ts';
import { listSiteFiles } from '../build/site-files.ts';
import { findTrees } from '../build/site-trees.ts';
import { updateTree, type UpdateCounts } from '../build/update-tree.ts';
import type { Article } from '../article/article.ts';
import type { KnownArticle } from '../files/content.ts';
import { openFileMemory } from '../files/file-memory.ts';
import { handOver } from '../files/handover.ts';
import { explainDiskError, Stop } from '../files/stop.ts';
import { isError } from '../problem.ts';
import { site } from '../site.ts';
import { checkContent } from './check-content.ts';
import { counted, reportProblems, startStage } from './terminal.ts';

export interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** Where builds keep what spares the next one work; `.dateline` beside the site where none is named. */
  cacheDir?: string | undefined;
  /** Forgets what earlier builds kept. */
  clean?: boolean | undefined;
}

/**
 * Builds the site and its search index. The finished site takes the place of the old one at the end; where
 * the content has errors, or anything fails, the old one stays as it is.
 *
 * @returns whether the site was built
 */
export async function buildSite(options: BuildOptions): Promise<boolean> {
  const root = process.cwd();
  // What is published must not depend on the environment: elsewhere than in production, drafts are shown.
  process.env['NODE_ENV'] = 'production';
  const release = await takeLock(join(root, '.dateline/lock'), (holder) => {
    process.stderr.write(`Another build is running (${holder}); this one waits for it.\n`);
  });
  try {
    return await buildLocked(root, options);
  } catch (error) {
    const reason = error instanceof Stop ? error.message : explainDiskError(error);
    if (reason === undefined) throw error;
    process.stderr.write(`${reason}\nThe site is as it was.\n`);
    return false;
  } finally {
    release();
  }
}

async function buildLocked(
  root: string,
  {
    contentDir,
    outDir,
    cacheDir = join(dirname(resolve(outDir)), '.dateline'),
    clean = false,
  }: BuildOptions,
): Promise<boolean> {
  if (clean) rmSync(cacheDir, { recursive: true, force: true });
  mkdirSync(cacheDir, { recursive: true });
  process.env['DATELINE_CONTENT'] = contentDir;

  const reading = startStage('Articles');
  const known = openFileMemory<KnownArticle>(join(cacheDir, 'articles'), digestArticleCode(root));
  const { articles, problems } = await checkContent(contentDir, reading.count, known);
  reading.end(`${counted(articles.length, 'article')} read`);
  reportProblems(problems);
  if (problems.some(isError)) {
    process.stderr.write('Nothing was built; the site is as it was.\n');
    return false;
  }
  known.save();

  const bundling = startStage('Templates');
  let made = false;
  const bundle = await openBundle(root, join(cacheDir, 'bundle'), digestCode(root), () => {
    made = true;
  });
  bundling.end(made ? 'built' : 'unchanged');

  const files = openFileMemory<null>(join(cacheDir, 'files'), 'digest-1');
  const digestOf = (path: string): string =>
    files.read(relative(root, path), path, () => null).digest;
  await buildTree(root, { articles, bundle, contentDir, outDir, clean, digestOf });
  files.save();
  return true;
}

interface TreeParts {
  articles: readonly Article[];
  bundle: Bundle;
  contentDir: string;
  outDir: string;
  clean: boolean;
  digestOf: (path: string) => string;
}

/** Makes the site's files in the spare folder, and puts it in the old one's place. */
async function buildTree(
  root: string,
  { articles, bundle, contentDir, outDir, clean, digestOf }: TreeParts,
): Promise<void> {
  const stage = startStage('Pages');
  handOver({ articles, digestOf });
  const trees = findTrees(outDir, { forget: clean });
  const outputs = unite([
    listSiteFiles(join(root, 'public'), digestOf),
    listSiteFiles(bundle.assetsDir, digestOf),
    await listPages(bundle, new URL(site.address).origin, warnOfConflict),
  ]);
  const bodies = startBodyThread(
    contentDir,
    (trees.live?.record ?? trees.spare.record) ? 0 : articles.length,
  );
  handOver({ articles, digestOf, renderBody: bodies?.render });
  try {
    trees.open();
    const update = updateTree(trees.spare, trees.live, (path) => outputs.has(path));
    await update.put([...outputs.values()], stage.count);
    trees.publish(update.finish());
    stage.end(describeCounts(outputs.size, update.counts));
  } finally {
    await bodies?.end();
  }
}

const warnOfConflict = (address: string, component: string): void => {
  process.stderr.write(`${address} is taken; ${component} does not answer there.\n`);
};

/** Where two outputs have one path, the first has it. */
function unite(lists: readonly (readonly Output[])[]): Map<string, Output> {
  const outputs = new Map<string, Output>();
  for (const output of lists.flat()) {
    if (outputs.has(output.path)) warnOfConflict(`/${output.path}`, 'a page');
    else outputs.set(output.path, output);
  }
  return outputs;
}

const describeCounts = (total: number, { made, written, removed }: UpdateCounts): string =>
  `${counted(total, 'file')}: ${counted(made, 'page')} made, ${counted(written, 'file')} new or changed, ${counted(removed, 'file')} removed`;
