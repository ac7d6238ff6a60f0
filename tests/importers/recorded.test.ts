import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recorded } from './recorded.ts';

function expectedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-recorded-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'expected');
}

const made = { 'articles/flood.md': 'The water rose.\n' };

test.each(['true', '1', 'woodpecker'])(
  'a case without a recording fails in continuous integration (CI=%s), and stays without',
  async (ci) => {
    const folder = expectedFolder();
    await expect(recorded(folder, made, ci)).rejects.toThrow(`Nothing is recorded in ${folder}.`);
    expect(existsSync(folder)).toBe(false);
  },
);

test.each([undefined, '', 'false'])(
  'elsewhere (CI=%s) it is recorded, and then compared',
  async (ci) => {
    const folder = expectedFolder();
    expect(await recorded(folder, made, ci)).toEqual(made);
    expect(await recorded(folder, { other: 'text' }, 'true')).toEqual(made);
  },
);
