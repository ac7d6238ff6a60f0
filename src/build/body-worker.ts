// The thread that `body-thread.ts` begins: reads an article's text and renders it.

import { parentPort, workerData } from 'node:worker_threads';
import { renderFile } from '../handover/render-body.ts';
import { Stop } from '../disk/stop.ts';
import type { BodyAnswer, BodyQuestion } from './body-thread.ts';

const { contentDir } = workerData as { contentDir: string };

/** As many are answered together: the pages' thread goes on with these while others are rendered. */
const answersAtOnce = 6;

function answer({ id, article, place }: BodyQuestion): BodyAnswer {
  try {
    return { id, body: renderFile(contentDir, article, place) };
  } catch (error) {
    const { message, stack } = error as Error;
    return { id, message, stack, stopped: error instanceof Stop };
  }
}

parentPort?.on('message', (questions: BodyQuestion[]) => {
  for (let at = 0; at < questions.length; at += answersAtOnce) {
    const answers = questions.slice(at, at + answersAtOnce).map(answer);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    parentPort?.postMessage(answers);
  }
});
