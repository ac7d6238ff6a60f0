// The page's side of the search: starts it in a worker, or beside the page where there is none, and hands its
// answers to those who asked.

import type { ImportModule } from './engine.ts';
import type { FactName } from './query.ts';
import type {
  FoundArticle,
  ListedArticle,
  LostArticle,
  Progress,
  SearchRequest,
} from './search-run.ts';
import type { Answers, FromService, ToService } from './service.ts';

export interface SearchClient {
  /** Starts a search; what an older one still finds is not reported. */
  search(request: SearchRequest): void;
  stop(): void;
  resume(): void;
  /** Tells that so many results are on the page: until then nothing else is fetched. */
  drawn(count: number): void;
  page(start: number, count: number): Promise<(FoundArticle | LostArticle)[]>;
  counts(column: FactName): Promise<{ name: string; count: number }[]>;
  list(count: number): Promise<ListedArticle[]>;
}

export interface ClientEvents {
  opened(message: FromService & { kind: 'opened' }): void;
  unopened(reason: 'no-webassembly' | 'unreachable'): void;
  progress(progress: Progress): void;
}

/**
 * Opens the index in the background.
 *
 * @param base the address of the folder `search-index/`
 */
export function openClient(base: string, events: ClientEvents): SearchClient {
  let search = 0;
  let ask = 0;
  const asked = new Map<
    number,
    { resolve: (answer: Answers) => void; reject: (error: Error) => void }
  >();
  const receive = (message: FromService): void => {
    switch (message.kind) {
      case 'opened':
        return events.opened(message);
      case 'unopened':
        return events.unopened(message.reason);
      case 'progress':
        if (message.search === search) events.progress(message.progress);
        return;
      case 'answer':
        asked.get(message.ask)?.resolve(message.answer);
        return void asked.delete(message.ask);
      case 'refused':
        asked.get(message.ask)?.reject(new Error(message.reason));
        asked.delete(message.ask);
    }
  };
  const send = connect(receive);
  const question = <T extends Answers>(
    message:
      | { kind: 'page'; start: number; count: number }
      | { kind: 'counts'; column: FactName }
      | { kind: 'list'; count: number },
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      ask++;
      asked.set(ask, { resolve: resolve as (answer: Answers) => void, reject });
      send({ ...message, search, ask });
    });
  send({ kind: 'open', base });
  return {
    search: (request) => send({ kind: 'search', search: ++search, request }),
    stop: () => send({ kind: 'stop', search }),
    resume: () => send({ kind: 'resume', search }),
    drawn: (count) => send({ kind: 'drawn', search, count }),
    page: (start, count) => question({ kind: 'page', start, count }),
    counts: (column) => question({ kind: 'counts', column }),
    list: (count) => question({ kind: 'list', count }),
  };
}

const importModule: ImportModule = (address) => import(/* @vite-ignore */ address);

/** A way to the search, which receives what is sent before it is ready as well. */
function connect(receive: (message: FromService) => void): (message: ToService) => void {
  const unanswered: ToService[] = [];
  let answered = false;
  let send: (message: ToService) => void;
  const beside = (): void => {
    const service = import('./service.ts').then(({ startService }) =>
      startService(receive, importModule),
    );
    send = (message) => void service.then((started) => started.receive(message));
    for (const message of unanswered.splice(0)) send(message);
  };
  try {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromService>) => {
      answered = true;
      unanswered.length = 0;
      receive(data);
    });
    // A worker that cannot even start says nothing but this.
    worker.addEventListener('error', () => {
      if (!answered) beside();
      answered = true;
    });
    send = (message) => {
      if (!answered) unanswered.push(message);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(message);
    };
  } catch {
    send = () => undefined;
    beside();
  }
  return (message) => send(message);
}
