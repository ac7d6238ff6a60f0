// The page's side of the search: starts it in a worker, or beside the page where there is none, and hands its
// answers to those who asked.

import { connect } from './connect.ts';
import type { FactName } from './query.ts';
import type {
  FoundArticle,
  ListedArticle,
  LostArticle,
  Progress,
  SearchRequest,
} from './progress.ts';
import type { Answers, FromService, Unopened } from './service.ts';

export interface SearchClient {
  /** Starts a search; what an older one still finds is not reported. */
  search(request: SearchRequest): void;
  stop(): void;
  resume(): void;
  page(start: number, count: number): Promise<(FoundArticle | LostArticle)[]>;
  counts(column: FactName): Promise<{ name: string; count: number }[]>;
  list(count: number): Promise<ListedArticle[]>;
  /** Ends the search for good. */
  close(): void;
}

export interface ClientEvents {
  opened(message: FromService & { kind: 'opened' }): void;
  unopened(reason: Unopened): void;
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
      case 'ready':
        return;
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
  const connection = connect(receive);
  const question = <T extends Answers>(
    message:
      | { kind: 'page'; start: number; count: number }
      | { kind: 'counts'; column: FactName }
      | { kind: 'list'; count: number },
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      ask++;
      asked.set(ask, { resolve: resolve as (answer: Answers) => void, reject });
      connection.send({ ...message, search, ask });
    });
  connection.send({ kind: 'open', base });
  return {
    search: (request) => connection.send({ kind: 'search', search: ++search, request }),
    stop: () => connection.send({ kind: 'stop', search }),
    resume: () => connection.send({ kind: 'resume', search }),
    page: (start, count) => question({ kind: 'page', start, count }),
    counts: (column) => question({ kind: 'counts', column }),
    list: (count) => question({ kind: 'list', count }),
    close: () => connection.close(),
  };
}
