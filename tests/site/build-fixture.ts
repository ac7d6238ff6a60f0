// Builds the small newspaper of `tests/site/newspaper/` once for all projects and serves it. What the tests
// need of it they get by `inject('siteDir')` and `inject('siteAddress')`.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../src/commands/serve-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    siteDir: string;
    /** Where it is served, with a slash at its end. */
    siteAddress: string;
  }
}

interface Fixture {
  siteDir: string;
  address: string;
  remove: () => Promise<void>;
}

const key = Symbol.for('dateline.test-site');
/** Each project of a run reads this file anew; the process is theirs in common. */
const shared = globalThis as { [key]?: Promise<Fixture> };

export default async function provideFixture(project: TestProject): Promise<() => Promise<void>> {
  const { siteDir, address, remove } = await (shared[key] ??= buildFixture());
  project.provide('siteDir', siteDir);
  project.provide('siteAddress', address);
  return remove;
}

async function buildFixture(): Promise<Fixture> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const siteDir = join(folder, 'site');
  execFileSync(
    process.execPath,
    ['src/commands/build.ts', '--archive', 'tests/site/newspaper', '--out', siteDir],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DATELINE_ADDRESS: 'https://westwerd.example/archive/' },
    },
  );
  const { server, address } = await serveSite(siteDir, {
    base: '/archive/',
    port: 0,
    host: 'localhost',
  });
  return {
    siteDir,
    address,
    async remove() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
