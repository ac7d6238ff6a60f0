import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Output } from '../build/output.ts';
import { findTrees, followLink } from '../build/site-trees.ts';
import { readSlices, sliceOutputs, type SliceFolder } from '../build/slice-folder.ts';
import { requireWhole } from '../build/slices.ts';
import { Stop } from '../disk/stop.ts';
import { buildAlone, makeSite, type Finish } from './make-site.ts';
import { counted, startStage } from './terminal.ts';

export interface JoinOptions extends Partial<Finish> {
  /** The folder of the slices' folders. */
  from: string;
  outDir: string;
  /** See `BuildOptions`. */
  cacheDir?: string | undefined;
}

/**
 * Makes one site of all slices: the same, byte for byte, as one that is built at once.
 *
 * @returns whether the site was made
 */
export function joinSlices({ from, outDir, cacheDir, ...finish }: JoinOptions): Promise<boolean> {
  return buildAlone(async (root, lock) => {
    const stage = startStage('Slices');
    const slices = readSlices(from);
    requireWhole(slices);
    const cache = cacheDir ?? join(dirname(resolve(outDir)), '.dateline');
    const shardsDir = join(cache, 'search');
    mkdirSync(shardsDir, { recursive: true });
    for (const slice of slices) takeShards(slice, shardsDir);
    stage.end(`${counted(slices.length, 'slice')} found whole`);
    await makeSite(root, lock, {
      trees: findTrees(followLink(outDir), { forget: false }),
      cacheDir: cache,
      outputs: unite(slices),
      articles: slices.flatMap(({ articles }) => articles),
      finish,
    });
    return true;
  });
}

/** The search index finds the parts that a slice has made where it keeps its own. */
function takeShards({ dir }: SliceFolder, shardsDir: string): void {
  for (const shard of readdirSync(join(dir, 'shards'))) {
    const kept = join(shardsDir, shard);
    if (!existsSync(kept)) cpSync(join(dir, 'shards', shard), kept, { recursive: true });
  }
}

function unite(slices: readonly SliceFolder[]): Map<string, Output> {
  const outputs = new Map<string, Output>();
  for (const slice of slices) {
    for (const output of sliceOutputs(slice)) {
      if (outputs.has(output.path)) throw new Stop(`Two slices have \`${output.path}\`.`);
      outputs.set(output.path, output);
    }
  }
  return outputs;
}
