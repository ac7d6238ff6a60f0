// Tells which shards need not be opened, for they cannot hold what is looked for.

import type { ShardEntry } from '../../search/format/manifest.ts';
import {
  blockBytes,
  blockOf,
  checkBlock,
  mayHave,
  pairKey,
  wordKey,
} from '../../search/format/presence.ts';
import { shardPath, type IndexFiles } from './index-files.ts';
import type { Query } from './query.ts';
import type { WordIndex } from './shard.ts';
import type { FindStem } from './stems.ts';
import { findPhrase, findTitle, findWord } from './word-search.ts';

/** Opens what is known of a shard's words without the shard: its whole as if it were one article. */
export function openPresence(entry: ShardEntry, files: IndexFiles, findStem: FindStem): WordIndex {
  const blocks = new Map<number, Promise<Uint8Array | undefined>>();
  const readBlock = (number: number): Promise<Uint8Array | undefined> => {
    let block = blocks.get(number);
    const place = { start: number * blockBytes, length: blockBytes };
    if (!block) {
      const path = shardPath(entry, 'presence.bin');
      block = files.readFew(path, place, (bytes) => checkBlock(bytes, number));
      blocks.set(number, block);
    }
    block.catch(() => blocks.delete(number));
    return block;
  };
  return {
    count: 1,
    async holding(words) {
      const keys = keysOf(await Promise.all(words.split(' ').map(findStem)));
      const denials = await Promise.all(
        keys.map(async (key) => {
          const block = await readBlock(blockOf(key, entry.presenceBlocks));
          return block !== undefined && !mayHave(block, key);
        }),
      );
      return Uint8Array.of(denials.includes(true) ? 0 : 1);
    },
  };
}

/** The keys of words beside each other; of a word alone its own. What is not known is not asked for. */
function keysOf(stems: readonly (string | undefined)[]): number[] {
  const keys = stems.map((stem) => (stem === undefined ? undefined : wordKey(stem)));
  if (keys.length === 1) return keys.filter((key) => key !== undefined);
  return keys.flatMap((key, i) => {
    const next = keys[i + 1];
    return key === undefined || next === undefined ? [] : [pairKey(key, next)];
  });
}

/** Whether a shard may hold what a query finds, as far as its words tell. */
export async function mayHold(query: Query, presence: WordIndex): Promise<boolean> {
  const any = (parts: readonly Query[]): Promise<boolean[]> =>
    Promise.all(parts.map((part) => mayHold(part, presence)));
  switch (query.kind) {
    case 'word':
      return (await findWord(presence, query.text)).includes(1);
    case 'phrase':
      return (await findPhrase(presence, query.text)).includes(1);
    case 'title':
      return (await findTitle(presence, query.text)).includes(1);
    case 'and':
      return (await any(query.parts)).every(Boolean);
    case 'or':
      return (await any(query.parts)).some(Boolean);
    default:
      return true;
  }
}
