// Rendering Markdown is nearly half the work of a full build. It is done on a thread of its own, while the pages'
// thread makes the pages of other texts.

import { Worker } from 'node:worker_threads';
import type { Article } from '../article/article.ts';
import type { RenderedBody } from '../article/markdown.ts';
import { Stop } from '../files/stop.ts';

/** A thread costs a third of a second to begin: that of this many texts. */
const worthAThread = 400;

export type BodyAnswer =
  | { id: number; body: RenderedBody }
  | { id: number; message: string; stopped: boolean; stack?: string | undefined };

export interface BodyThread {
  render: (article: Article) => Promise<RenderedBody>;
  end: () => Promise<void>;
}

/** Begins a thread that renders texts; none where there are too few for it. */
export function startBodyThread(contentDir: string, texts: number): BodyThread | undefined {
  if (texts < worthAThread) return undefined;
  const worker = new Worker(new URL('body-worker.ts', import.meta.url), {
    workerData: { contentDir },
  });
  const waiting = new Map<
    number,
    { resolve: (body: RenderedBody) => void; reject: (error: unknown) => void }
  >();
  worker.on('message', (answer: BodyAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('body' in answer) asker?.resolve(answer.body);
    else {
      const error = answer.stopped ? new Stop(answer.message) : new Error(answer.message);
      if (answer.stack !== undefined && !answer.stopped) error.stack = answer.stack;
      asker?.reject(error);
    }
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  let next = 0;
  return {
    render({ file, digest }) {
      return new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ id, article: { file, digest } });
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}
