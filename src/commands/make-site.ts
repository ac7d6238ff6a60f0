// What `npm run build` and `npm run join` share: one at a time, the files of the site put in their place, the search
// index and compressed copies made of them, and the whole published at once.

import { rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { paths } from '../archive/urls.ts';
import { compareNewestFirst } from '../article/article.ts';
import { digest, digestFiles } from '../build/code-digest.ts';
import { requireFits } from '../build/host-limits.ts';
import type { Lock } from '../build/lock.ts';
import { openPageMemory } from '../build/page-memory.ts';
import type { Output } from '../build/output.ts';
import { isCompressedCopy, listCompressed } from '../build/precompress.ts';
import type { SiteRecord } from '../build/site-record.ts';
import type { SiteTrees } from '../build/site-trees.ts';
import { explainPath } from '../build/sound-path.cjs';
import type { SlicedArticle } from '../build/slice-folder.ts';
import { TreeUpdate, type UpdateCounts } from '../build/tree-update.ts';
import { environment } from '../environment.ts';
import { openFileMemory } from '../content-folder/file-memory.ts';
import { listFiles } from '../disk/list-files.ts';
import { explainDiskError, Stop } from '../disk/stop.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { indexFolder } from '../search/format/manifest.ts';
import { isListed, manifestFile, printManifest, signatureFile } from '../proof/manifest.ts';
import { fingerprintOf, sign } from '../proof/signature.ts';
import { site } from '../site.ts';
import { takeSite } from './build-lock.ts';
import { counted, startStage } from './terminal.ts';

/** What is done with the finished files before they are published. */
export interface Finish {
  /** Puts compressed copies beside texts. */
  precompress: boolean | undefined;
  /** The host whose limits are checked. */
  host: string | undefined;
  /** The key that the manifest is signed with; else the one that the environment names, or none. */
  signingKey: string | undefined;
  /** Leaves the search index out, to measure the rest. */
  withoutSearch: boolean | undefined;
}

/**
 * Runs a build when no other runs, and says in a sentence why it stopped, where the reason is not ours.
 *
 * @returns what the build returns; false where it was stopped
 */
export async function buildAlone(
  build: (root: string, lock: Lock) => Promise<boolean>,
): Promise<boolean> {
  const root = process.cwd();
  // What is published must not depend on the environment: elsewhere than in production, drafts are shown.
  process.env['NODE_ENV'] = 'production';
  let lock: Lock | undefined;
  try {
    const fault = explainPath(root);
    if (fault !== undefined) throw new Stop(fault);
    lock = await takeSite(root, 'this one');
    return await build(root, lock);
  } catch (error) {
    const reason = error instanceof Stop ? error.message : explainDiskError(error);
    if (reason === undefined) throw error;
    process.stderr.write(`${reason}\nThe site is as it was.\n`);
    return false;
  } finally {
    lock?.release();
  }
}

interface SiteParts {
  trees: SiteTrees;
  cacheDir: string;
  outputs: ReadonlyMap<string, Output>;
  /** Published ones, in any order. */
  articles: readonly SlicedArticle[];
  /** In a slice: whether it has all pages of a part of the search index. */
  isWhole?: ((articles: readonly Pick<SlicedArticle, 'id'>[]) => boolean) | undefined;
  finish: Partial<Finish>;
}

/** Makes a site in the spare folder, and puts it in the old one's place. */
export async function makeSite(
  root: string,
  lock: Lock,
  { trees, cacheDir, outputs, articles, isWhole, finish }: SiteParts,
): Promise<{ record: SiteRecord; shards: string[] }> {
  trees.open();
  const update = new TreeUpdate(
    trees.spare,
    trees.live,
    (path) =>
      outputs.has(path) ||
      path.startsWith(`${indexFolder}/`) ||
      !isListed(path) ||
      (finish.precompress === true && isCompressedCopy(path)),
  );
  const pages = startStage('Pages');
  const early = [...outputs.values()].filter((output) => !isLate(output));
  await update.put(early, pages.count);
  pages.end(`${counted(early.length, 'file')}, ${update.counts.made} of them made`);
  const shards = finish.withoutSearch
    ? []
    : await addSearchIndex(root, { trees, cacheDir, articles, isWhole, update });
  if (!finish.withoutSearch) await update.put([...outputs.values()].filter(isLate));
  if (finish.precompress && !isWhole) await addCompressed(trees.spare.dir, update);
  if (!isWhole) await addManifest(update, finish.signingKey ?? environment.signingKey);
  const record = update.finish();
  if (finish.host !== undefined) requireFits(finish.host, record.files);
  if (!lock.isHeld()) throw new Stop('Another build has taken the place of this one.');
  const aside = trees.publish(record);
  if (aside !== undefined) {
    process.stderr.write(`What stood in the site's place was no site; it lies in \`${aside}\`.\n`);
  }
  process.stderr.write(`${describeCounts(update.counts)}\n`);
  return { record, shards };
}

/** What shows what the search index finds. */
const isLate = ({ path }: Output): boolean => path.startsWith(paths.watches.slice(1));

/**
 * Makes the search index of the pages, beside the site to be, and takes it in; of a slice, only the parts that it
 * has all pages of are made and kept.
 *
 * @returns the folders in which the parts are kept
 */
async function addSearchIndex(
  root: string,
  {
    trees,
    cacheDir,
    articles,
    isWhole,
    update,
  }: Omit<SiteParts, 'outputs' | 'finish'> & { update: TreeUpdate },
): Promise<string[]> {
  const stage = startStage('Search');
  const siteDir = trees.spare.dir;
  const made = join(dirname(siteDir), 'search');
  // All that makes the index: nothing in that folder looks beyond it.
  const makers = listFiles(join(root, 'src/search')).map((file) => `src/search/${file}`);
  const code = digest(digestFiles(root, [...makers, 'package-lock.json']));
  const texts = openPageMemory(
    join(cacheDir, 'search-texts', 'digests'),
    code,
    (page) => update.files.get(page)?.digest,
  );
  const files = openFileMemory<string>(join(cacheDir, 'search-files'), code);
  const { parts, built, folders } = await buildSearchIndex({
    newestFirst: articles.toSorted(compareNewestFirst),
    siteDir,
    code,
    outDir: made,
    cacheDir: join(cacheDir, 'search'),
    language: site.language,
    ...(isWhole ? { partsOnly: true, only: isWhole } : {}),
    rememberPage: (page, make) => texts.read(page, make),
    remember: (path, make) => files.read(relative(cacheDir, path), path, make).value,
    onProgress: stage.count,
  });
  texts.save();
  files.save();
  if (!isWhole) update.adopt(made, indexFolder);
  rmSync(made, { recursive: true, force: true });
  stage.end(`${counted(parts, 'part')} of the index, ${built} of them new`);
  return folders;
}

async function addCompressed(siteDir: string, update: TreeUpdate): Promise<void> {
  const stage = startStage('Compressed');
  const copies = listCompressed(siteDir, update.files);
  await update.put(copies, stage.count);
  stage.end(counted(copies.length, 'file'));
}

/** Lists all files with their digests, and signs the list where there is a key. */
async function addManifest(update: TreeUpdate, key: string | undefined): Promise<void> {
  const digests = new Map(
    [...update.files]
      .filter(([path]) => isListed(path))
      .map(([path, file]) => [path, file.digest] as const),
  );
  const manifest = printManifest(digests);
  const outputs: Output[] = [{ path: manifestFile, make: () => Buffer.from(manifest) }];
  if (key !== undefined) {
    outputs.push({
      path: signatureFile,
      // The signature of an unchanged manifest stays: some kinds of keys never sign alike twice.
      key: digest([manifest, fingerprintOf(key)]),
      make: () => Buffer.from(sign(manifest, key)),
    });
  }
  await update.put(outputs);
}

const describeCounts = ({ written, bytes, removed }: UpdateCounts): string =>
  `Changed    ${counted(written, 'file')} (${counted(Math.ceil(bytes / 1000), 'kilobyte')}) new or different, ${counted(removed, 'file')} removed`;
