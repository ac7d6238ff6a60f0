// An archive that outgrows a machine is built in slices, each on a machine of its own. A year is never cut; what
// belongs to no year is spread evenly. Every machine knows all articles, so that neighbours, counts and related
// articles are right, and makes the pages of its own slice.

import { fnv1a } from '../fnv-1a.ts';
import { Stop } from '../disk/stop.ts';

/** `{ number: 2, of: 8 }` is the second of eight. */
export interface Slice {
  number: number;
  of: number;
}

/** Reads `2/8`; none where that is not a slice. */
export function parseSlice(written: string): Slice | undefined {
  const [, number, of] = /^(\d{1,3})\/(\d{1,3})$/.exec(written) ?? [];
  const slice = { number: Number(number), of: Number(of) };
  return slice.number >= 1 && slice.number <= slice.of ? slice : undefined;
}

/** Tells the number of the slice that a file of the site belongs to. */
export type Slicing = (path: string) => number;

/**
 * Cuts a site into slices: neighbouring years together, so that each slice has about as many files.
 *
 * @param paths all files of the site, in any order; the same files give the same slices
 */
export function cutIntoSlices(paths: Iterable<string>, of: number): Slicing {
  const counts = new Map<string, number>();
  let total = 0;
  for (const path of paths) {
    const unit = unitOf(path);
    if (unit === undefined) continue;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
    total++;
  }
  const numbers = new Map<string, number>();
  let before = 0;
  for (const unit of [...counts.keys()].toSorted()) {
    const count = counts.get(unit) ?? 0;
    // The slice in which the middle of the year lies, when all files stand in a row.
    numbers.set(unit, Math.min(of, 1 + Math.floor((of * (before + count / 2)) / total)));
    before += count;
  }
  return (path) => {
    const unit = unitOf(path);
    return (unit === undefined ? undefined : numbers.get(unit)) ?? 1 + (fnv1a(path) % of);
  };
}

/** What is never cut: a year, or all that is undated. */
function unitOf(path: string): string | undefined {
  const first = path.slice(0, path.indexOf('/'));
  return /^\d{4}$|^undated$/.test(first) ? first : undefined;
}

/** What a slice says of itself. */
export interface SliceLabel extends Slice {
  /** The digest of the code and the articles it was built from. */
  source: string;
}

/**
 * Makes sure that slices make a whole.
 *
 * @throws Stop where one is missing, or they were not built from the same
 */
export function requireWhole(labels: readonly SliceLabel[]): void {
  const [first] = labels;
  if (!first)
    throw new Stop('There are no slices here. Build them first: `--slice 1/4` to `--slice 4/4`.');
  for (const { number, of, source } of labels) {
    if (of !== first.of)
      throw new Stop(
        `Slice ${number}/${of} and slice ${first.number}/${first.of} are not of one cut.`,
      );
    if (source !== first.source)
      throw new Stop(
        `Slice ${number}/${of} and slice ${first.number}/${first.of} were built from different articles or code. Build all slices again.`,
      );
  }
  for (let number = 1; number <= first.of; number++) {
    const found = labels.filter((label) => label.number === number).length;
    if (found === 0) throw new Stop(`Slice ${number}/${first.of} is missing.`);
    if (found > 1) throw new Stop(`Slice ${number}/${first.of} is there ${found} times.`);
  }
}
