import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { startBodyRenderer } from '../build/body-thread.ts';
import { openBundle, type Bundle } from '../build/bundle.ts';
import { digest, digestArticleCode, digestCode, digestFiles } from '../build/code-digest.ts';
import { takeLock } from '../build/lock.ts';
import type { Output } from '../build/output.ts';
import { listPages } from '../build/pages-app.ts';
import { listSiteFiles } from '../build/site-files.ts';
import { findTrees, treesFolder } from '../build/site-trees.ts';
import { updateTree, type TreeUpdate, type UpdateCounts } from '../build/update-tree.ts';
import { compareNewestFirst, type Article } from '../article/article.ts';
import { openFileMemory } from '../files/file-memory.ts';
import { handOver, type BuildServices } from '../build/handover.ts';
import { explainDiskError, Stop } from '../files/stop.ts';
import { isError } from '../problem.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { indexFolder } from '../search/format/manifest.ts';
import { site } from '../site.ts';
import { checkContent, type ContentMemory } from './check-content.ts';
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

/** What earlier builds left in the cache folder, each in a folder of its own. */
const kept = ['articles', 'bundle', 'files', 'pictures', 'search', 'search-texts'];

async function buildLocked(
  root: string,
  {
    contentDir,
    outDir,
    cacheDir = join(dirname(resolve(outDir)), '.dateline'),
    clean = false,
  }: BuildOptions,
): Promise<boolean> {
  if (clean) {
    for (const name of kept) rmSync(join(cacheDir, name), { recursive: true, force: true });
  }
  mkdirSync(cacheDir, { recursive: true });
  process.env['DATELINE_CONTENT'] = contentDir;

  const trees = findTrees(outDir, { forget: clean });
  const content = await readArticles(root, contentDir, cacheDir);
  if (!content) {
    process.stderr.write('Nothing was built; the site is as it was.\n');
    return false;
  }
  const bundle = await bundleTemplates(root, cacheDir);
  const files = openFileMemory<null>(join(cacheDir, 'files'), 'digest-1');
  const bodies = startBodyRenderer(contentDir);
  try {
    handOver({ ...content, renderBody: bodies.render });
    const outputs = await listOutputs(
      root,
      bundle,
      (path) => files.read(relative(root, path), path, () => null).digest,
    );
    files.save();
    trees.open();
    const update = updateTree(
      trees.spare,
      trees.live,
      (path) => outputs.has(path) || path.startsWith(`${indexFolder}/`),
    );
    const pages = startStage('Pages');
    await update.put([...outputs.values()], pages.count);
    pages.end(
      `${counted(outputs.size, 'file')}, ${counted(update.counts.made, 'page')} of them made`,
    );
    await addSearchIndex(root, {
      articles: content.articles,
      cacheDir,
      siteDir: trees.spare.dir,
      outDir,
      update,
    });
    trees.publish(update.finish());
    process.stderr.write(`${describeCounts(update.counts)}\n`);
  } finally {
    await bodies.end();
  }
  return true;
}

/** Reads and checks the articles; none where one of them has an error. */
async function readArticles(
  root: string,
  contentDir: string,
  cacheDir: string,
): Promise<Pick<BuildServices, 'articles' | 'pictures'> | undefined> {
  const stage = startStage('Articles');
  const code = digestArticleCode(root);
  const memory: ContentMemory = {
    articles: openFileMemory(join(cacheDir, 'articles'), code),
    pictures: openFileMemory(join(cacheDir, 'pictures'), code),
  };
  const { articles, pictures, problems } = await checkContent(contentDir, stage.count, memory);
  stage.end(`${counted(articles.length, 'article')} read`);
  reportProblems(problems);
  if (problems.some(isError)) return undefined;
  memory.articles.save();
  memory.pictures.save();
  return { articles, pictures };
}

async function bundleTemplates(root: string, cacheDir: string): Promise<Bundle> {
  const stage = startStage('Templates');
  let made = false;
  const bundle = await openBundle(root, join(cacheDir, 'bundle'), digestCode(root), () => {
    made = true;
  });
  stage.end(made ? 'bundled' : 'unchanged');
  return bundle;
}

/** All files of the site but the search index. Where two have one path, the first has it. */
async function listOutputs(
  root: string,
  bundle: Bundle,
  digestOf: (path: string) => string,
): Promise<Map<string, Output>> {
  const outputs = new Map<string, Output>();
  for (const output of [
    ...listSiteFiles(join(root, 'public'), digestOf),
    ...listSiteFiles(bundle.assetsDir, digestOf),
    ...(await listPages(bundle, new URL(site.address).origin, warnOfConflict)),
  ]) {
    if (outputs.has(output.path)) warnOfConflict(`/${output.path}`, 'a page');
    else outputs.set(output.path, output);
  }
  return outputs;
}

const warnOfConflict = (address: string, component: string): void => {
  process.stderr.write(`${address} is taken; ${component} does not answer there.\n`);
};

interface SearchParts {
  articles: readonly Article[];
  cacheDir: string;
  /** The site to be, with all its pages. */
  siteDir: string;
  outDir: string;
  update: TreeUpdate;
}

/** Makes the search index of the pages, beside the site to be, and takes it in. */
async function addSearchIndex(
  root: string,
  { articles, cacheDir, siteDir, outDir, update }: SearchParts,
): Promise<void> {
  const stage = startStage('Search');
  const made = join(treesFolder(outDir), 'search');
  const code = digest(digestFiles(root, ['src/search/page-text.ts', 'package-lock.json']));
  const texts = openFileMemory<string>(join(cacheDir, 'search-texts'), code);
  const { shards, built } = await buildSearchIndex({
    newestFirst: articles.filter(({ draft }) => !draft).toSorted(compareNewestFirst),
    siteDir,
    outDir: made,
    cacheDir: join(cacheDir, 'search'),
    language: site.language,
    // The same page lies in either folder of the site.
    remember: (path, make) => texts.read(relative(siteDir, path), path, make).value,
    onProgress: stage.count,
  });
  texts.save();
  update.adopt(made, indexFolder);
  rmSync(made, { recursive: true, force: true });
  stage.end(`${counted(shards, 'part')} of the index, ${built} of them new`);
}

const describeCounts = ({ written, bytes, removed }: UpdateCounts): string =>
  `Changed    ${counted(written, 'file')} (${counted(Math.ceil(bytes / 1000), 'kilobyte')}) new or different, ${counted(removed, 'file')} removed`;
