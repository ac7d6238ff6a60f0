// Rendering Markdown is nearly half the work of a full build. It is done on a thread of its own, while the pages'
// thread makes the pages of other texts.

import { Worker } from 'node:worker_threads';
import type { RenderedBody } from '../article/markdown.ts';
import { renderFile, type BodyPlace, type TextFile } from './render-body.ts';
import { Stop } from '../files/stop.ts';

/** A thread costs a third of a second to begin; so many texts are rendered without one. */
const withoutThread = 300;

export interface BodyQuestion {
  id: number;
  article: TextFile;
  place: BodyPlace;
}

export type BodyAnswer =
  | { id: number; body: RenderedBody }
  | { id: number; message: string; stopped: boolean; stack?: string | undefined };

interface Asker {
  resolve: (body: RenderedBody) => void;
  reject: (error: unknown) => void;
}

export interface BodyRenderer {
  render: (article: TextFile, place: BodyPlace) => Promise<RenderedBody>;
  end: () => Promise<void>;
}

/** Renders texts, on a thread of its own once there have been enough of them. */
export function startBodyRenderer(contentDir: string): BodyRenderer {
  let worker: Worker | undefined;
  let asked = 0;
  const waiting = new Map<number, Asker>();
  // Waking the thread costs more than telling it what to do: questions go in batches.
  let outbox: BodyQuestion[] = [];

  const send = (thread: Worker): void => {
    const questions = outbox;
    outbox = [];
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(questions);
  };

  const startWorker = (): Worker => {
    const started = new Worker(new URL('body-worker.ts', import.meta.url), {
      workerData: { contentDir },
    });
    started.on('message', (answers: BodyAnswer[]) => {
      for (const answer of answers) {
        settle(waiting.get(answer.id), answer);
        waiting.delete(answer.id);
      }
    });
    started.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    return started;
  };

  return {
    async render({ file, digest }, place) {
      const id = asked++;
      if (id < withoutThread) return renderFile(contentDir, { file, digest }, place);
      const thread = (worker ??= startWorker());
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        outbox.push({ id, article: { file, digest }, place });
        if (outbox.length === 1) setImmediate(send, thread);
      });
    },
    async end() {
      await worker?.terminate();
    },
  };
}

function settle(asker: Asker | undefined, answer: BodyAnswer): void {
  if ('body' in answer) {
    asker?.resolve(answer.body);
    return;
  }
  const error = answer.stopped ? new Stop(answer.message) : new Error(answer.message);
  if (answer.stack !== undefined) error.stack = answer.stack;
  asker?.reject(error);
}
