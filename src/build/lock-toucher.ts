// The thread that `lock.ts` begins: touches the lock, so that others see that somebody holds it.

import { utimesSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { path } = workerData as { path: string };

const everyMs = 1_000;

setInterval(() => {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // Given back a moment ago, or taken away: whoever holds it looks before the site is exchanged.
  }
}, everyMs);
