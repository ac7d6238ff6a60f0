/** What this project uses of Pagefind's JavaScript API, version 1.6. */
export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    /** Whether to stay in the thread of the caller. */
    noWorker: boolean;
    metaCacheTag: string;
    ranking?: PagefindRanking;
  }): PagefindInstance;
}

interface PagefindRanking {
  termFrequency?: number;
  pageLength?: number;
  termSaturation?: number;
  termSimilarity?: number;
  diacriticSimilarity?: number;
  metaWeights?: Record<string, number>;
}

export interface PagefindInstance {
  init(): Promise<void>;
  search(term: string): Promise<{ results: { id: string; score: number }[] }>;
  destroy(): Promise<void>;
}
