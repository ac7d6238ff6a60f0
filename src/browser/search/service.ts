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
  const service = new IndexService(send);
  send({ kind: 'ready' });
  return service;
}

class IndexService implements Service {
  private readonly send: (message: FromService) => void;
  private base = '';
  private engine: Promise<Engine> | undefined;
  /** The last search, under its number. */
  private last: { search: number; run: SearchRun } | undefined;

  constructor(send: (message: FromService) => void) {
    this.send = send;
  }

  receive(message: ToService): void {
    switch (message.kind) {
      case 'open':
        this.base = message.base;
        return void this.open(false, message.manifest);
      case 'search':
        return void this.search(message.search, message.request);
      case 'retry':
        return this.last?.search === message.search ? void this.last.run.retry() : undefined;
      case 'page':
        return void this.answer(message, (run) => run.page(message.start, message.count));
      case 'counts':
        return void this.answer(message, (run) => run.counts(message.facet));
      case 'list':
        return void this.answer(message, (run) => run.list(message.count));
    }
  }

  private async open(renewed = false, manifest?: ArrayBuffer): Promise<void> {
    this.engine ??= openEngine(this.base, {
      early: manifest && new Uint8Array(manifest),
      told: ({ count, shards }) => {
        const dates = shards.flatMap(({ days }) => parseDayCounts(days));
        this.send({ kind: 'opened', count, dates, renewed });
      },
    });
    try {
      await this.engine;
    } catch (error) {
      this.engine = undefined;
      const reason = error instanceof IndexRenewed ? 'renewed' : 'unreachable';
      console.warn('The search index could not be opened.', error);
      this.send({ kind: 'unopened', reason });
    }
  }

  /** Where a part did not load, the archive may have been published anew: then it is opened anew as well. */
  private async checkAge(): Promise<void> {
    const old = this.engine;
    const opened = await old?.catch(() => undefined);
    if (!(await opened?.isOutdated()) || this.engine !== old) return;
    this.last?.run.end();
    this.engine = undefined;
    await this.open(true);
  }

  private async search(search: number, request: SearchRequest): Promise<void> {
    this.last?.run.end();
    if (!this.engine) await this.open();
    // `open` has told why where there is none.
    const opened = await this.engine?.catch(() => undefined);
    if (!opened || (this.last && this.last.search > search)) return;
    const run = new SearchRun(opened, request, (progress) => {
      this.send({ kind: 'progress', search, progress });
      if (progress.state === 'complete' && (progress.failed.length > 0 || progress.spellingFailed))
        void this.checkAge();
    });
    this.last = { search, run };
    await run.start();
  }

  private async answer(
    { ask, search }: { ask: number; search: number },
    give: (from: SearchRun) => Promise<Answers>,
  ): Promise<void> {
    try {
      if (this.last?.search !== search) throw new Error('The search has been replaced.');
      const answer = await give(this.last.run);
      this.send({ kind: 'answer', ask, answer });
      if (answer.some((one) => 'lost' in one)) void this.checkAge();
    } catch (error) {
      this.send({ kind: 'refused', ask, reason: String(error) });
      void this.checkAge();
    }
  }
}
