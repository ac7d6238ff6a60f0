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
  const questions = new Questions();
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
      case 'refused':
        return questions.settle(message);
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
  ): Promise<T> => questions.put((ask) => send({ ...message, search, ask }));
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

/** What was asked and is not answered yet, by number. */
class Questions {
  private last = 0;
  private readonly open = new Map<
    number,
    { resolve: (answer: Answers) => void; reject: (error: Error) => void }
  >();

  /** @param send hands the question on under its number */
  put<T extends Answers>(send: (ask: number) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      this.last++;
      this.open.set(this.last, { resolve: resolve as (answer: Answers) => void, reject });
      send(this.last);
    });
  }

  settle(message: FromService & { kind: 'answer' | 'refused' }): void {
    const question = this.open.get(message.ask);
    this.open.delete(message.ask);
    if (message.kind === 'answer') question?.resolve(message.answer);
    else question?.reject(new Error(message.reason));
  }
}
