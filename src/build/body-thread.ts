// Rendering Markdown is nearly half the work of a full build. It is done on a thread of its own, while the pages'
// thread makes the pages of other texts.

import { Worker } from 'node:worker_threads';
import type { RenderedBody } from '../markdown/render-markdown.ts';
import { renderFile, type BodyPlace, type TextFile } from '../handover/render-body.ts';
import { Stop } from '../disk/stop.ts';

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

/** Renders texts, on a thread of its own once there have been enough of them. */
export class BodyRenderer {
  private readonly contentDir: string;
  private readonly waiting = new Map<number, Asker>();
  private worker: Worker | undefined;
  private asked = 0;
  // Waking the thread costs more than telling it what to do: questions go in batches.
  private outbox: BodyQuestion[] = [];
  /** Why nothing is rendered any more. */
  private over: Error | undefined;

  constructor(contentDir: string) {
    this.contentDir = contentDir;
  }

  /**
   * @throws Stop where the text has changed since it was read; Error where it cannot be rendered, or the thread is no
   *   more
   */
  readonly render = async ({ file, digest }: TextFile, place: BodyPlace): Promise<RenderedBody> => {
    if (this.over) throw this.over;
    const id = this.asked++;
    if (id < withoutThread) return renderFile(this.contentDir, { file, digest }, place);
    const thread = (this.worker ??= this.startWorker());
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.outbox.push({ id, article: { file, digest }, place });
      if (this.outbox.length === 1) setImmediate(() => this.send(thread));
    });
  };

  /** Ends the thread; what is still asked for, or will be, is refused. */
  async end(): Promise<void> {
    this.stop(new Error('The build has ended; no more texts are rendered.'));
    await this.worker?.terminate();
  }

  private startWorker(): Worker {
    const started = new Worker(new URL('body-worker.ts', import.meta.url), {
      workerData: { contentDir: this.contentDir },
    });
    started.on('message', (answers: BodyAnswer[]) => {
      for (const answer of answers) {
        settle(this.waiting.get(answer.id), answer);
        this.waiting.delete(answer.id);
      }
    });
    started.on('error', (error) => this.stop(error as Error));
    started.on('exit', () => this.stop(new Error('The thread that renders texts has ended.')));
    return started;
  }

  private send(thread: Worker): void {
    const questions = this.outbox;
    this.outbox = [];
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(questions);
  }

  private stop(reason: Error): void {
    this.over ??= reason;
    for (const { reject } of this.waiting.values()) reject(this.over);
    this.waiting.clear();
  }
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
