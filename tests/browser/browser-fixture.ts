// Starts one Chromium for all tests of a run; each file connects to it, and has pages of its own there.

import type { TestProject } from 'vitest/node';
import { launchServer } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is spoken to. */
    browserEndpoint: string;
  }
}

export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchServer();
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
}
