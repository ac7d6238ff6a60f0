// The thread that `body-thread.ts` begins: reads an article's text and renders it.

import { parentPort, workerData } from 'node:worker_threads';
import { renderFile } from './render-body.ts';
import { Stop } from '../files/stop.ts';
import type { BodyAnswer, BodyQuestion } from './body-thread.ts';

const { contentDir } = workerData as { contentDir: string };

parentPort?.on('message', ({ id, article, pictures }: BodyQuestion) => {
  let answer: BodyAnswer;
  try {
    answer = { id, body: renderFile(contentDir, article, pictures) };
  } catch (error) {
    const { message, stack } = error as Error;
    answer = { id, message, stack, stopped: error instanceof Stop };
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(answer);
});
