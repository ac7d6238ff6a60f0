// What the keeper's saved searches find: the search that runs in readers' browsers, over the index of the site that is
// being built, so that a watch finds what a reader finds who types its query.

import { existsSync, openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { openEngine, type Engine } from '../browser/search/engine.ts';
import type { Progress } from '../browser/search/progress.ts';
import { SearchRun } from '../browser/search/search-run.ts';
import { manifestFile } from '../search/format/manifest.ts';

export interface Watched {
  /** The ids of the newest articles found, newest first. */
  ids: string[];
  /** How many are found in all. */
  count: number;
}

/** A watch's page and feed show no more than this. */
const mostListed = 200;

/**
 * Opens an index for saved searches; nothing of it is read before the first.
 *
 * @param indexDir the folder of the index
 * @returns finds what a query finds: nothing before there is an index; it throws where that cannot be read
 */
export function openWatches(indexDir: string): (query: string) => Promise<Watched> {
  let engine: Promise<Engine> | undefined;
  return async (text) => {
    if (!existsSync(join(indexDir, manifestFile))) return { ids: [], count: 0 };
    engine ??= openEngine('file:///', {
      fetchFile: (address, init) => readFile(indexDir, address, init),
    });
    let last: Progress | undefined;
    const request = { text, order: 'newest', facets: [], relax: false } as const;
    const run = new SearchRun(await engine, request, (progress) => (last = progress));
    await run.start();
    if (last?.state !== 'complete' || last.failed.length > 0) {
      throw new Error(`The index in ${indexDir} could not be searched for ${text}.`);
    }
    const listed = await run.list(mostListed);
    return { ids: listed.map(({ id }) => id), count: last.found };
  };
}

/** Answers as a host does that sends parts of files. */
async function readFile(
  indexDir: string,
  address: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<Response> {
  const { pathname } = new URL(address instanceof Request ? address.url : address);
  const file = await openAsBlob(join(indexDir, decodeURIComponent(pathname)));
  const [, from, to] =
    /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
  if (from === undefined || to === undefined) return new Response(file);
  return new Response(file.slice(Number(from), Number(to) + 1), {
    status: 206,
    headers: { 'content-range': `bytes ${from}-${to}/${file.size}` },
  });
}
