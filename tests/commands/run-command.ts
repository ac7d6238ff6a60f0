import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command of the project as a keeper does, in a process of its own. */
export function runCommand(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`src/commands/${name}.ts`, ...args],
    { encoding: 'utf8', env: { ...process.env, DATELINE_CONTENT: undefined, ...env } },
  );
  return { status, stdout, stderr };
}

/** Makes a content folder of some files for one test. */
export function makeContent(files: Record<string, string> = {}): string {
  const contentDir = mkdtempSync(join(tmpdir(), 'dateline-command-'));
  onTestFinished(() => rmSync(contentDir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(contentDir, path)), { recursive: true });
    writeFileSync(join(contentDir, path), text);
  }
  return contentDir;
}
