// The way from the page to the search: a worker; where none starts, the same code beside the page.

import type { EarlyWorker } from './early-worker.ts';
import type { FromService, ToService } from './service.ts';

export interface Connection {
  /** Sends a message; what is sent before the search is ready is received as well. */
  send(message: ToService): void;
  close(): void;
}

/** A worker that says nothing for so long holds no search: an empty file starts without a word. */
const silentMs = 8000;

const toNobody = (_message: ToService): void => undefined;

/** The worker that was started with the page; another where that has been taken. */
function takeWorker(): EarlyWorker {
  const scope = globalThis as typeof globalThis & { searchWorker?: EarlyWorker | undefined };
  const early = scope.searchWorker;
  scope.searchWorker = undefined;
  if (early) return early;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return { worker, failed: false };
}

/** Connects with the search. Where it does not start at all, it is received that there is no script. */
export function connect(receive: (message: FromService) => void): Connection {
  const unanswered: ToService[] = [];
  let state: 'starting' | 'ready' | 'closed' = 'starting';
  let isMoving = false;
  let worker: Worker | undefined;
  let send = toNobody;
  const hear = (message: FromService): void => {
    if (state === 'closed') return;
    state = 'ready';
    unanswered.length = 0;
    receive(message);
  };

  const beside = async (): Promise<void> => {
    if (state !== 'starting' || isMoving) return;
    isMoving = true;
    worker?.terminate();
    send = toNobody;
    try {
      const { startService } = await import('./service.ts');
      const waiting = unanswered.splice(0);
      const service = startService(hear);
      send = (message) => service.receive(message);
      for (const message of waiting) send(message);
    } catch (error) {
      console.warn('The script of the search did not load.', error);
      send = () => hear({ kind: 'unopened', reason: 'no-script' });
      send({ kind: 'open', base: '' });
    }
  };
  try {
    const { worker: started, failed } = takeWorker();
    worker = started;
    started.addEventListener('message', ({ data }: MessageEvent<FromService>) => hear(data));
    // A worker that cannot even start says nothing but this.
    started.addEventListener('error', () => void beside());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    send = (message) => started.postMessage(message);
    setTimeout(() => void beside(), failed ? 0 : silentMs);
  } catch {
    void beside();
  }
  return {
    send(message) {
      if (state === 'starting') unanswered.push(message);
      send(message);
    },
    close() {
      state = 'closed';
      worker?.terminate();
    },
  };
}
