// Between the page and the search: messages that can cross into a worker. A search has a number; what comes from
// an older one than the last is not passed on.

import { IndexRenewed, openEngine, type Engine } from './engine.ts';
import type {
  FoundArticle,
  ListedArticle,
  LostArticle,
  Progress,
  SearchRequest,
} from './progress.ts';
import { SearchRun } from './search-run.ts';
import type { FacetName } from './query.ts';
import type { DayCount } from '../../search/format/manifest.ts';
import { parseDayCounts } from '../../search/format/manifest.ts';

/** What the page asks for; `search` is the number of the search it is about. */
export type ToService =
  /** The manifest's bytes, where the page has them. */
  | { kind: 'open'; base: string; manifest?: ArrayBuffer | undefined }
  | { kind: 'search'; search: number; request: SearchRequest }
  | { kind: 'retry'; search: number }
  | { kind: 'page'; search: number; ask: number; start: number; count: number }
  | { kind: 'counts'; search: number; ask: number; facet: FacetName }
  | { kind: 'list'; search: number; ask: number; count: number };

export type FromService =
  /** The service has started. */
  | { kind: 'ready' }
  /** How many articles the archive has, in all and for each date tag; and whether it had been opened before. */
  | { kind: 'opened'; count: number; dates: DayCount[]; renewed: boolean }
  | { kind: 'unopened'; reason: Unopened }
  | { kind: 'progress'; search: number; progress: Progress }
  | { kind: 'answer'; ask: number; answer: Answers }
  | { kind: 'refused'; ask: number; reason: string };

/** Why there is no search: the index does not load; it is of a later time than this page; the page's own script does not load. */
export type Unopened = 'renewed' | 'unreachable' | 'no-script';

export type Answers =
  (FoundArticle | LostArticle)[] | { name: string; count: number }[] | ListedArticle[];

export interface Service {
  receive(message: ToService): void;
}

export function startService(send: (message: FromService) => void): Service {
  let engine: Promise<Engine> | undefined;
  let base = '';
  let run: { search: number; run: SearchRun } | undefined;

  const open = async (renewed = false, manifest?: ArrayBuffer): Promise<void> => {
    engine ??= openEngine(base, {
      early: manifest && new Uint8Array(manifest),
      told: ({ count, shards }) => {
        const dates = shards.flatMap(({ days }) => parseDayCounts(days));
        send({ kind: 'opened', count, dates, renewed });
      },
    });
    try {
      await engine;
    } catch (error) {
      engine = undefined;
      const reason = error instanceof IndexRenewed ? 'renewed' : 'unreachable';
      console.warn('The search index could not be opened.', error);
      send({ kind: 'unopened', reason });
    }
  };
  /** Where a part did not load, the archive may have been published anew: then it is opened anew as well. */
  const checkAge = async (): Promise<void> => {
    const old = engine;
    if (!(await (await old?.catch(() => undefined))?.isOutdated()) || engine !== old) return;
    run?.run.end();
    engine = undefined;
    await open(true);
  };
  const search = async (number: number, request: SearchRequest): Promise<void> => {
    run?.run.end();
    if (!engine) await open();
    // `open` has told why where there is none.
    const opened = await engine?.catch(() => undefined);
    if (!opened || (run && run.search > number)) return;
    const started = new SearchRun(opened, request, (progress) => {
      send({ kind: 'progress', search: number, progress });
      if (progress.state === 'complete' && (progress.failed.length > 0 || progress.spellingFailed))
        void checkAge();
    });
    run = { search: number, run: started };
    await started.start();
  };
  const answer = async (
    ask: number,
    of: number,
    give: (from: SearchRun) => Promise<Answers>,
  ): Promise<void> => {
    try {
      if (run?.search !== of) throw new Error('The search has been replaced.');
      const given = await give(run.run);
      send({ kind: 'answer', ask, answer: given });
      if (given.some((one) => 'lost' in one)) void checkAge();
    } catch (error) {
      send({ kind: 'refused', ask, reason: String(error) });
      void checkAge();
    }
  };
  send({ kind: 'ready' });
  return {
    receive(message) {
      switch (message.kind) {
        case 'open':
          base = message.base;
          return void open(false, message.manifest);
        case 'search':
          return void search(message.search, message.request);
        case 'retry':
          return run?.search === message.search ? void run.run.retry() : undefined;
        case 'page':
          return void answer(message.ask, message.search, (from) =>
            from.page(message.start, message.count),
          );
        case 'counts':
          return void answer(message.ask, message.search, (from) => from.counts(message.facet));
        case 'list':
          return void answer(message.ask, message.search, (from) => from.list(message.count));
      }
    },
  };
}
