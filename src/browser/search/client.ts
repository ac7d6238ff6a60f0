// The page's side of the search: starts it in a worker, or beside the page where there is none, and hands its
// answers to those who asked.

import { connect } from './connect.ts';
import type { FacetName } from './query.ts';
import type {
  FoundArticle,
  ListedArticle,
  LostArticle,
  Progress,
  SearchRequest,
} from './progress.ts';
import type { Answers, FromService, ToService, Unopened } from './service.ts';

export interface SearchClient {
  /** Starts a search; what an older one still finds is not reported. */
  search(request: SearchRequest): void;
  /** Leaves the last search: what it still finds is not reported. */
  stop(): void;
  /** Tries what failed once more. */
  retry(): void;
  page(start: number, count: number): Promise<(FoundArticle | LostArticle)[]>;
  counts(facet: FacetName): Promise<{ name: string; count: number }[]>;
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
 * @param manifest the address of the index's manifest
 */
export function openClient(manifest: string, events: ClientEvents): SearchClient {
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
  // The manifest is asked for while the worker is still under way; where it does not come, the worker asks for it.
  const opened = fetch(manifest, { cache: 'no-cache' })
    .then((response) => (response.ok ? response.arrayBuffer() : undefined))
    .catch(() => undefined)
    .then((bytes) =>
      connection.send({ kind: 'open', base: new URL('.', manifest).href, manifest: bytes }),
    );
  const send = (message: ToService): void => void opened.then(() => connection.send(message));
  const question = <T extends Answers>(
    message:
      | { kind: 'page'; start: number; count: number }
      | { kind: 'counts'; facet: FacetName }
      | { kind: 'list'; count: number },
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      ask++;
      asked.set(ask, { resolve: resolve as (answer: Answers) => void, reject });
      send({ ...message, search, ask });
    });
  return {
    search: (request) => send({ kind: 'search', search: ++search, request }),
    stop: () => void search++,
    retry: () => send({ kind: 'retry', search }),
    page: (start, count) => question({ kind: 'page', start, count }),
    counts: (facet) => question({ kind: 'counts', facet }),
    list: (count) => question({ kind: 'list', count }),
    close: () => connection.close(),
  };
}
