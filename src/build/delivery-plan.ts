// What a delivery does to its target, decided before anything is done.

import { indexManifest, listFile, type DeliveryList } from './delivery-list.ts';

export interface Target {
  files: readonly string[];
  folders: readonly string[];
  /** What the delivery before noted; none where there was none. */
  list: DeliveryList | undefined;
  /** See `hasFolders`. */
  hasFolders: boolean;
  /** See `findSpecialFiles`. */
  special: readonly string[];
}

export interface DeliveryPlan {
  /** Files that stand where the site has a folder, or below where it has a file; deleted first. */
  obstacles: string[];
  /** What an earlier delivery sent and the site has no longer, obstacles left aside; deleted at the end. */
  deleted: string[];
  /** Deleted by the next delivery. */
  kept: string[];
  /** Links and the like in the site's place, removed as themselves. */
  special: string[];
  /** Files of another hand that the site would overwrite or that stand where it has a folder. */
  foreign: string[];
  /** Files of another hand in a folder where the site has a file: what they are nobody here knows. */
  blocking: string[];
  /** Files of another hand beside the site; they stay. */
  others: number;
  /** Folders that stand, once their files are deleted, where the site has a file. */
  cleared: string[];
  /** Other folders that hold nothing when all is done, none within another. */
  emptied: string[];
}

/** Files whose name changes with their bytes; a page that is open may still ask for those of the site before. */
const isNamedByContent = (path: string): boolean =>
  path.startsWith('_astro/') ||
  (path.startsWith(indexManifest.folder) && path !== indexManifest.path);

/** Compares a site with what lies at its target. */
export function planDelivery(siteFiles: readonly string[], target: Target): DeliveryPlan {
  const site = new Set(siteFiles);
  const siteFolders = foldersOf(siteFiles);
  const known = new Set([...(target.list?.files ?? []), ...(target.list?.kept ?? [])]);
  const there = target.files.filter((path) => path !== listFile);
  const standsAtFolder = (path: string): boolean => target.hasFolders && siteFolders.has(path);
  const liesBelowFile = (path: string): boolean =>
    target.hasFolders && [...ancestors(path)].some((folder) => site.has(folder));
  const isInTheWay = (path: string): boolean => standsAtFolder(path) || liesBelowFile(path);
  const obsolete = there.filter((path) => known.has(path) && !site.has(path));
  const unknown = there.filter((path) => !known.has(path));
  // Where files of another hand are not accepted, see `foreign`, nothing is done at all.
  const obstacles = [...obsolete.filter(isInTheWay), ...unknown.filter(standsAtFolder)];
  const kept = keptOf(siteFiles, obsolete, target.list).filter((path) => !isInTheWay(path));
  const stay = new Set(kept);
  const deleted = obsolete.filter((path) => !stay.has(path) && !isInTheWay(path));
  const gone = new Set([...obstacles, ...deleted]);
  const after = foldersOf([...site, ...there.filter((path) => !gone.has(path))]);
  return {
    obstacles,
    deleted,
    kept,
    special: [...target.special],
    foreign: [
      ...unknown.filter((path) => site.has(path) || standsAtFolder(path)),
      ...target.special.filter((path) => !known.has(path)),
    ],
    blocking: unknown.filter(liesBelowFile),
    others: unknown.filter((path) => !site.has(path) && !isInTheWay(path)).length,
    cleared: target.hasFolders ? target.folders.filter((folder) => site.has(folder)) : [],
    emptied: target.hasFolders ? emptiedFolders([...gone], after, site) : [],
  };
}

/** Of what the site has no longer, the files that an open page may ask for: those of the site just before. */
function keptOf(
  siteFiles: readonly string[],
  obsolete: readonly string[],
  list: DeliveryList | undefined,
): string[] {
  const before = new Set(list?.files.filter(isNamedByContent));
  const own = siteFiles.filter(isNamedByContent);
  // The same site sent again is not another one: what was kept stays.
  const isSame = own.length === before.size && own.every((path) => before.has(path));
  const old = new Set(isSame ? [] : list?.kept);
  return obsolete.filter((path) => isNamedByContent(path) && !old.has(path));
}

function* ancestors(path: string): Generator<string> {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    yield path.slice(0, slash);
  }
}

const foldersOf = (files: readonly string[]): Set<string> =>
  new Set(files.flatMap((path) => [...ancestors(path)]));

function emptiedFolders(
  gone: readonly string[],
  needed: ReadonlySet<string>,
  site: ReadonlySet<string>,
): string[] {
  const empty = foldersOf(gone);
  const isOutermost = (folder: string): boolean =>
    ![...ancestors(folder)].some((above) => site.has(above) || !needed.has(above));
  return [...empty].filter(
    (folder) => !needed.has(folder) && !site.has(folder) && isOutermost(folder),
  );
}
