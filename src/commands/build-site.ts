import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { directionOf } from '../article/article.ts';
import { UNDATED } from '../article/calendar-date.ts';
import { planThumbnail, type FindPicture } from '../archive/pictures.ts';
import { BodyRenderer } from '../build/body-thread.ts';
import { openBundle, type Bundle } from '../build/astro/bundle.ts';
import { digest, digestCode } from '../build/code-digest.ts';
import { handOver } from '../handover/handover.ts';
import type { Output } from '../build/output.ts';
import type { Lock } from '../build/lock.ts';
import { listPages } from '../build/astro/pages-app.ts';
import { listSiteFiles } from '../build/site-files.ts';
import { findTrees, followLink } from '../build/site-trees.ts';
import type { SlicedArticle } from '../build/slice-folder.ts';
import type { Slice } from '../build/slices.ts';
import { readBody } from '../content-folder/content.ts';
import { openFileMemory } from '../content-folder/file-memory.ts';
import type { OwnPage } from '../content-folder/own-pages.ts';
import { publicFolders } from '../content-folder/public-files.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { Stop } from '../disk/stop.ts';
import { isError } from '../problem.ts';
import { indexFolder } from '../search/format/manifest.ts';
import { site } from '../site.ts';
import { chooseSharePictures, mostOwnPictures } from '../views/share-views.ts';
import { openWatches } from '../watches/find-watched.ts';
import { checkContent, type CheckedContent } from './check-content.ts';
import { cacheFolder, openContentMemory, saveContentMemory } from './content-memory.ts';
import { aliasMoved, checkLedger, findTombstones, keepLedger } from './keep-addresses.ts';
import { buildAlone, makeSite, type Finish } from './make-site.ts';
import { partOf } from './site-part.ts';
import { counted, reportProblems, startStage } from './terminal.ts';

export interface BuildOptions extends Partial<Finish> {
  contentDir: string;
  outDir: string;
  /** Where builds keep what spares the next one work; `.dateline` beside the site where none is named. */
  cacheDir?: string | undefined;
  /** Forgets what earlier builds kept. */
  clean?: boolean | undefined;
  /** Whether a picture that is not there stops the build. */
  strict?: boolean | undefined;
  /** Builds what is being edited, to be looked at: no article is changed, and no address is written down. */
  isPreview?: boolean | undefined;
  /** Builds a part of the site only, into a folder for `npm run join`. */
  slice?: Slice | undefined;
}

/**
 * Builds the site and its search index. The finished site takes the place of the old one at the end; where
 * the content has errors, or anything fails, the old one stays as it is.
 *
 * @returns whether the site was built
 */
export function buildSite(options: BuildOptions): Promise<boolean> {
  return buildAlone((root, lock) => build(root, lock, options));
}

/** What earlier builds left in the cache folder, each in a folder of its own. */
const kept = [
  'articles',
  'bundle',
  'files',
  'linked-files',
  'pictures',
  'search',
  'search-files',
  'search-texts',
];

/** Makes the cache folder, which no repository is to take, and removes from it what stands in the place of a folder: all names in it are ours. */
function openCache(cacheDir: string): void {
  makeFolder(cacheDir);
  writeFileSync(join(cacheDir, '.gitignore'), '*\n');
  for (const name of kept) {
    const path = join(cacheDir, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) rmSync(path, { force: true });
  }
}

async function build(root: string, lock: Lock, options: BuildOptions): Promise<boolean> {
  const { contentDir, slice, clean = false } = options;
  // A slice's part of the site lies in its folder.
  const outDir = followLink(slice ? join(options.outDir, 'site') : options.outDir);
  const cacheDir = cacheFolder(options.cacheDir, options.outDir);
  if (clean) forgetKept(cacheDir);
  openCache(cacheDir);
  process.env['DATELINE_CONTENT'] = contentDir;

  if (slice) refuseWatches();
  const trees = findTrees(outDir, { forget: clean });
  const content = await readArticles(root, cacheDir, options);
  if (!content) {
    process.stderr.write('Nothing was built; the site is as it was.\n');
    return false;
  }
  const code = digestCode(root);
  const bundle = await bundleTemplates(root, cacheDir, code);
  const published = content.articles.filter(({ draft }) => !draft);
  saySharePictures(published.length);
  const findPicture: FindPicture = (path) => content.pictures.get(path);
  const searched = [
    ...published.map((article) => ({ ...article, thumbnail: planThumbnail(article, findPicture) })),
    ...content.ownPages.map(asSearched),
  ];
  const bodies = new BodyRenderer(contentDir);
  try {
    handOver({
      ...content,
      tombstones: findTombstones(contentDir, published),
      findWatched: openWatches(join(trees.spare.dir, indexFolder)),
      readBody: (article) => readBody(contentDir, article),
      renderBody: bodies.render,
    });
    const outputs = await listOutputs(root, cacheDir, bundle);
    const source = digest([code, ...content.articles.map((article) => article.digest)]);
    const part = partOf(outputs, searched, slice && { ...slice, dir: options.outDir, source });
    const made = await makeSite(root, lock, {
      trees,
      cacheDir,
      outputs: part.outputs,
      articles: searched,
      isWhole: part.isWhole,
      finish: options,
    });
    part.complete(made);
    if (!options.isPreview) keepLedger(contentDir, published);
  } finally {
    await bodies.end();
  }
  return true;
}

/** @throws Stop where the archive has searches that a slice cannot answer */
function refuseWatches(): void {
  if (site.watches.length === 0) return;
  throw new Stop(
    'A slice has a part of the search index only, and `watches` in archive.yaml are searched for in the whole. Build at once, or take them out.',
  );
}

function forgetKept(cacheDir: string): void {
  for (const name of kept) rmSync(join(cacheDir, name), { recursive: true, force: true });
}

/** Says what kind of pictures an archive has that has grown beyond pictures of its articles' own. */
function saySharePictures(articles: number): void {
  if (site.sharePictures !== 'auto' || chooseSharePictures(site, articles) !== 'years') return;
  process.stderr.write(
    `Pictures   for sharing: one for each year, as above ${counted(mostOwnPictures, 'article')} (sharePictures in archive.yaml)\n`,
  );
}

/** Search finds a keeper's page among the texts that have no date. */
const asSearched = ({ id, title }: OwnPage): SlicedArticle => ({
  id,
  title,
  titleOrigin: 'given',
  date: UNDATED,
  tags: [],
  authors: [],
  lang: site.language,
  dir: directionOf(site.language),
});

/** Reads and checks the articles; none where one of them has an error. */
async function readArticles(
  root: string,
  cacheDir: string,
  { contentDir, strict = false, isPreview = false }: BuildOptions,
): Promise<Omit<CheckedContent, 'problems'> | undefined> {
  const stage = startStage('Articles');
  const memory = openContentMemory(root, cacheDir);
  const read = (): Promise<CheckedContent> =>
    checkContent(contentDir, { onProgress: stage.count, memory, strict });
  let content = await read();
  const isSound = !content.problems.some(isError);
  if (isSound && !isPreview && (await aliasMoved(contentDir, content.articles))) {
    content = await read();
  }
  const { articles } = content;
  stage.end(`${counted(articles.length, 'article')} read`);
  const problems =
    isPreview || content.problems.some(isError)
      ? content.problems
      : [...content.problems, ...checkLedger(contentDir, articles)];
  reportProblems(problems);
  if (problems.some(isError)) return undefined;
  saveContentMemory(memory);
  return content;
}

async function bundleTemplates(root: string, cacheDir: string, code: string): Promise<Bundle> {
  const stage = startStage('Templates');
  let made = false;
  const bundle = await openBundle(root, join(cacheDir, 'bundle'), code, () => {
    made = true;
  });
  stage.end(made ? 'bundled' : 'unchanged');
  return bundle;
}

/** All files of the site but the search index. Where two have one path, the first has it. */
async function listOutputs(
  root: string,
  cacheDir: string,
  bundle: Bundle,
): Promise<Map<string, Output>> {
  const files = openFileMemory<null>(join(cacheDir, 'files'), 'digest-1');
  const digestOf = (path: string): string =>
    files.read(relative(root, path), path, () => null).digest;
  const outputs = new Map<string, Output>();
  for (const output of [
    ...listServed(digestOf),
    ...listSiteFiles(bundle.assetsDir, digestOf),
    ...(await listPages(bundle, new URL(site.address).origin, warnOfConflict)),
  ]) {
    if (outputs.has(output.path)) warnOfConflict(`/${output.path}`, 'a page');
    else outputs.set(output.path, output);
  }
  files.save();
  // In the order of their paths a month's articles come just before its feed, which takes their texts over.
  return new Map([...outputs].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What lies in the folders `public/`; the archive's own files come first. */
function listServed(digestOf: (path: string) => string): Output[] {
  const [own = [], others = []] = publicFolders.map((folder) => listSiteFiles(folder, digestOf));
  const taken = new Set(own.map(({ path }) => path));
  return [...own, ...others.filter(({ path }) => !taken.has(path))];
}

const warnOfConflict = (address: string, component: string): void => {
  process.stderr.write(`${address} is taken; ${component} does not answer there.\n`);
};
