import type { PeriodSizes } from './periods.ts';

export interface IndexSizes {
  shards: PeriodSizes;
  parts: PeriodSizes;
}

/**
 * Each word of a query asks each shard once, so there are about ten of them; an old article that is edited has its whole shard made again, so
 * none is larger than it must be. The newest is small, for it changes with each article that is added.
 */
export function usualSizes(articles: number): IndexSizes {
  let largest = 16_000;
  while (largest * 10 < articles) largest *= 2;
  return { shards: { largest, smallest: 250 }, parts: { largest: 300, smallest: 32 } };
}
