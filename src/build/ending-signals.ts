import { constants } from 'node:os';

/** What ends a process: Ctrl+C, a supervisor, a terminal that is closed. */
const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Answers the signals that end a process; the first process of a container ignores those that it does not answer.
 *
 * @param end is given the exit status by which shells know the signal: 128 and its number
 * @returns what takes the answer back
 */
export function onEndingSignal(end: (status: number) => void): () => void {
  const answer = (signal: NodeJS.Signals): void => end(128 + constants.signals[signal]);
  for (const signal of ending) process.on(signal, answer);
  return () => {
    for (const signal of ending) process.off(signal, answer);
  };
}
