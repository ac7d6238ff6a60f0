import { basename } from 'node:path/posix';
import { workThrough } from '../disk/work-through.ts';
import { isListed, type Digests } from './manifest.ts';
import type { SiteCopy } from './site-copy.ts';

/** How a copy differs from a manifest; paths in their order. */
export interface Differences {
  missing: string[];
  /** Empty where the copy does not say which files it has. */
  added: string[];
  changed: string[];
  /** Files that have gone to another date, or to another address with the same bytes. */
  moved: { from: string; to: string }[];
  /** Files whose bytes could not be had. */
  unread: { path: string; reason: string }[];
  /** Files that the host keeps to itself or answers for with a redirect. */
  byHost: string[];
}

const filesAtOnce = 8;

/** What a delivery leaves at its target, which is no file of the site. */
const ofDelivery = '.dateline-delivery.json';

/** Holds a copy against a manifest, file by file. */
export async function checkCopy(
  copy: SiteCopy,
  manifest: Digests,
  onProgress: (done: number, total: number) => void,
): Promise<Differences> {
  const found: Differences = {
    missing: [],
    added: [],
    changed: [],
    moved: [],
    unread: [],
    byHost: [],
  };
  const paths = [...manifest.keys()];
  let done = 0;
  await workThrough(paths, filesAtOnce, async (path) => {
    const answer = await copy.digestOf(path);
    onProgress(++done, paths.length);
    if (answer.kind === 'unread') found.unread.push({ path, reason: answer.reason });
    else if (answer.kind !== 'file') found[answer.kind].push(path);
    else if (answer.digest !== manifest.get(path)) found.changed.push(path);
  });
  found.added = (copy.files?.() ?? []).filter(
    (path) => !manifest.has(path) && isListed(path) && path !== ofDelivery,
  );
  await pairMoved(copy, manifest, found);
  for (const paths of [found.missing, found.added, found.changed, found.byHost]) paths.sort();
  return found;
}

/** Takes files out of those missing and added that are the same one at two addresses. */
async function pairMoved(copy: SiteCopy, manifest: Digests, found: Differences): Promise<void> {
  const missing = new Set(found.missing);
  const byDigest = new Map(found.missing.map((path) => [manifest.get(path), path]));
  const byName = Map.groupBy(found.missing, withoutDate);
  for (const to of found.added) {
    const answer = await copy.digestOf(to);
    const same = answer.kind === 'file' ? byDigest.get(answer.digest) : undefined;
    const from = [same, ...(byName.get(withoutDate(to)) ?? [])].find(
      (path) => path !== undefined && missing.has(path),
    );
    if (from === undefined || (from !== same && withoutDate(to) === to)) continue;
    missing.delete(from);
    found.moved.push({ from, to });
  }
  const arrived = new Set(found.moved.map(({ to }) => to));
  found.missing = [...missing];
  found.added = found.added.filter((path) => !arrived.has(path));
}

/** `2023/11/12/flood/index.html` is `flood/index.html`. */
function withoutDate(path: string): string {
  const rest = path.replace(/^(?:\d{4}\/(?:\d{2}\/){0,2}|undated\/)/, '');
  return rest === basename(rest) ? path : rest;
}
