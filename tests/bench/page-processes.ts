// The browser's processes that run pages and their workers: how much they compute, and how to make them slower.

import type { Browser } from 'playwright-core';

interface PageProcess {
  id: number;
  cpuSeconds: number;
}

async function pageProcesses(browser: Browser): Promise<PageProcess[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => ({ id, cpuSeconds: cpuTime }));
}

/** Processor time of pages and workers, in milliseconds. */
export async function usageOfPages(browser: Browser): Promise<number> {
  const processes = await pageProcesses(browser);
  return processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds * 1000, 0);
}

/** So long is a process let run before it is halted, in milliseconds. */
const runMs = 5;

/**
 * Makes pages and workers slower by halting their processes for a part of the time; the browser's own means slows pages only.
 *
 * @param times how many times slower
 * @returns ends it
 */
export async function slowDown(browser: Browser, times: number): Promise<() => void> {
  if (times <= 1) return () => undefined;
  const ids = (await pageProcesses(browser)).map(({ id }) => id);
  let timer: ReturnType<typeof setTimeout>;
  const signal = (name: NodeJS.Signals): void => {
    for (const id of ids) {
      try {
        process.kill(id, name);
      } catch {
        // It has ended with its page.
      }
    }
  };
  const run = (): void => {
    signal('SIGCONT');
    timer = setTimeout(halt, runMs);
  };
  const halt = (): void => {
    signal('SIGSTOP');
    timer = setTimeout(run, runMs * (times - 1));
  };
  run();
  return () => {
    clearTimeout(timer);
    signal('SIGCONT');
  };
}
