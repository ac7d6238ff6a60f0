// What of a site a build makes: all of it; or a slice, one machine's part of an archive that has outgrown one.

import type { Output } from '../build/output.ts';
import type { SiteRecord } from '../build/site-record.ts';
import { writeSlice, type SlicedArticle } from '../build/slice-folder.ts';
import { cutIntoSlices, type Slice } from '../build/slices.ts';

export interface SitePart {
  outputs: ReadonlyMap<string, Output>;
  /** Of a slice: whether it has the pages of all of some articles. */
  isWhole?: (articles: readonly Pick<SlicedArticle, 'id'>[]) => boolean;
  /** Leaves with a slice what `npm run join` asks for. */
  complete(made: { record: SiteRecord; shards: readonly string[] }): void;
}

/**
 * The part of a site that belongs to a slice, or the whole site.
 *
 * @param slice with the folder it is put into, and a digest of what it is made from
 */
export function partOf(
  outputs: ReadonlyMap<string, Output>,
  articles: readonly SlicedArticle[],
  slice: (Slice & { dir: string; source: string }) | undefined,
): SitePart {
  if (!slice) return { outputs, complete: () => undefined };
  const { number, of, dir, source } = slice;
  const sliceOf = cutIntoSlices(outputs.keys(), of);
  const isOurs = ({ id }: Pick<SlicedArticle, 'id'>): boolean =>
    sliceOf(`${id}/index.html`) === number;
  return {
    outputs: new Map([...outputs].filter(([path]) => sliceOf(path) === number)),
    isWhole: (some) => some.every(isOurs),
    complete: (made) =>
      writeSlice(dir, { number, of, source }, { ...made, articles: articles.filter(isOurs) }),
  };
}
