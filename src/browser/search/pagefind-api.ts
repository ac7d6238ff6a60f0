/** What this project uses of Pagefind's JavaScript API, version 1.6. */
export interface PagefindModule {
  createInstance(options: PagefindOptions & { noWorker: boolean }): PagefindInstance;
}

interface PagefindOptions {
  basePath: string;
  metaCacheTag: string;
  ranking?: PagefindRanking;
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
  search(term: string): Promise<{ results: { id: string; score: number }[] }>;
  destroy(): Promise<void>;
}

/** Opens an index, in the thread of the caller. */
export type OpenInstance = (options: PagefindOptions) => Promise<PagefindInstance>;

/**
 * Opens indexes one after the other until one is open: instances that start at once each load the WebAssembly, of
 * which only the last is kept, and the others then reach into its memory.
 */
export function openInTurn(pagefind: PagefindModule): OpenInstance {
  let isLoaded = false;
  let last: Promise<unknown> = Promise.resolve();
  return (options) => {
    const open = async (): Promise<PagefindInstance> => {
      const instance = pagefind.createInstance({ ...options, noWorker: true });
      // `init()` does not wait; a search does.
      await instance.search('');
      isLoaded = true;
      return instance;
    };
    if (isLoaded) return open();
    const opened = last.then(open, open);
    last = opened;
    return opened;
  };
}
