// The law of the incremental build: whatever has changed since the last one, it gives what a clean build gives.
// `DATELINE_RUNS` asks for more sequences of changes than the few that fit in a run of all tests.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { anyChange, applyChange, changes, type Change, type Ground } from './changes.ts';
import { isThorough } from '../thorough.ts';
import { differences, digestTree, makeProject } from './project.ts';

const runs = Number(process.env['DATELINE_RUNS'] ?? (isThorough ? 3 : 1));
const seed = process.env['DATELINE_SEED'];

/** Builds the site anew, with nothing kept but the templates' bundle. */
async function buildClean({ project, env }: Ground): Promise<Record<string, string>> {
  const cacheDir = join(project.root, 'clean/.cache');
  const outDir = join(project.root, 'clean/site');
  project.forget(outDir, cacheDir);
  const { status, output } = await project.build(['--out', outDir, '--cache', cacheDir], env);
  expect(status, output).toBe(0);
  return digestTree(outDir);
}

async function expectSameAsClean(ground: Ground, after: string): Promise<void> {
  const { project, outDir, cacheDir, env } = ground;
  // What is told here holds for addresses that are lost as well, which a ledger would stop.
  rmSync(join(project.contentDir, 'articles/addresses.txt'), { force: true });
  const { status, output } = await project.build(['--out', outDir, '--cache', cacheDir], env);
  expect(status, `${after}\n${output}`).toBe(0);
  expect(differences(digestTree(outDir), await buildClean(ground)), after).toEqual([]);
}

const project = makeProject();
afterAll(() => project.remove());

test('each kind of change of the program changes a file of it', () => {
  project.reset();
  const ground: Ground = {
    project,
    outDir: join(project.root, 'out/site'),
    cacheDir: join(project.root, 'out/cache'),
    env: {},
  };
  const program = join(project.root, 'src');
  for (const kind of ['template', 'script', 'style', 'messages'] as const)
    for (let pick = 0; pick < 5; pick++) {
      const before = digestTree(program);
      applyChange(ground, { kind, pick, other: pick });
      expect(differences(digestTree(program), before), `${kind} ${pick}`).toHaveLength(1);
    }
});

test('after any changes the site is what a clean build makes of it, byte for byte', async () => {
  const sequences = fc.array(anyChange, { minLength: 3, maxLength: isThorough ? 5 : 3 });
  await fc.assert(
    fc.asyncProperty(sequences, async (sequence: Change[]) => {
      project.reset();
      rmSync(join(project.root, 'out'), { recursive: true, force: true });
      const ground: Ground = {
        project,
        outDir: join(project.root, 'out/site'),
        cacheDir: join(project.root, 'out/cache'),
        env: {},
      };
      for (let i = 0; i < 6; i++) changes.addArticle(ground, i * 7, i * 5);
      await expectSameAsClean(ground, 'first build');
      for (const [i, change] of sequence.entries()) {
        applyChange(ground, change);
        await expectSameAsClean(ground, JSON.stringify(sequence.slice(0, i + 1)));
      }
    }),
    {
      numRuns: runs,
      // A smaller sequence would cost more minutes to find than it saves.
      endOnFailure: true,
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    },
  );
});
