import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { takeSite } from '../../src/commands/build-lock.ts';
import { makeContent } from './run-command.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Takes the site of a program; `isTaken` tells whether it has it yet. */
function take(program: string) {
  let isTaken = false;
  const taken = takeSite(program, 'this one').then((lock) => {
    isTaken = true;
    return lock;
  });
  return { taken, isTaken: () => isTaken };
}

test('of two programs that build one archive the second waits, and says for whom', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const archive = makeContent();
  vi.stubEnv('DATELINE_ARCHIVE', archive);
  const first = await takeSite(makeContent(), 'this one');
  const second = take(makeContent());
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce());
  expect(said.mock.calls[0]?.[0]).toMatch(/^Another build is running \(process \d+\); this one/);
  expect(second.isTaken()).toBe(false);
  first.release();
  (await second.taken).release();
  expect(existsSync(join(archive, '.dateline/lock'))).toBe(false);
});

test('two programs with an archive each do not wait for each other', async () => {
  vi.stubEnv('DATELINE_ARCHIVE', makeContent());
  const first = await takeSite(makeContent(), 'this one');
  vi.stubEnv('DATELINE_ARCHIVE', makeContent());
  const second = await takeSite(makeContent(), 'this one');
  expect([first.isHeld(), second.isHeld()]).toEqual([true, true]);
  first.release();
  second.release();
});

test('a folder that is program and archive is taken once', async () => {
  const program = makeContent();
  vi.stubEnv('DATELINE_ARCHIVE', program);
  const lock = await takeSite(program, 'this one');
  expect(lock.isHeld()).toBe(true);
  lock.release();
  expect(existsSync(join(program, '.dateline/lock'))).toBe(false);
});
