// The commands of the workflows, run as they stand there, one machine after the other.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, digestTree, makeProject } from './project.ts';

interface Job {
  strategy?: { matrix: { slice: string[] } };
  steps: { uses?: string; run?: string; name?: string; with?: { path?: string; name?: string } }[];
}

const jobsOf = (file: string): Record<string, Job> =>
  (load(readFileSync(`.github/workflows/${file}`, 'utf8')) as { jobs: Record<string, Job> }).jobs;

const project = makeProject();
afterAll(() => project.remove());

beforeAll(() => {
  for (let n = 0; n < 12; n++) {
    writeFileSync(
      join(project.contentDir, `articles/report-${n}.md`),
      `---\ntitle: Report ${n}\ndate: ${2000 + (n % 6)}-03-0${1 + (n % 9)}\ntags: [Sea]\n---\n\nThe sea rose.\n`,
    );
  }
});

/** What a machine has of its own is made by other means here: its packages, rclone, a place to send to. */
const isOurs = (command: string | undefined): command is string =>
  command !== undefined && !/^(?:npm ci$|sudo apt-get|npm run deliver)/.test(command);

function run(command: string): void {
  execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: project.root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

test(
  'the workflow with slices makes the site that the one without makes',
  { timeout: 240_000 },
  () => {
    for (const { run: command } of jobsOf('publish.yml')['publish']?.steps ?? []) {
      if (isOurs(command)) run(command);
    }
    const whole = digestTree(join(project.root, 'dist'));
    expect(Object.keys(whole)).toContain('2003/index.html');

    const { build, join: joining } = jobsOf('publish-in-slices.yml');
    const arrived = join(project.root, 'arrived');
    const clear = (): void => {
      for (const kept of ['.slices', '.dist', 'dist', '.dateline/articles', '.dateline/search'])
        rmSync(join(project.root, kept), { recursive: true, force: true });
    };
    for (const [i, slice] of (build?.strategy?.matrix.slice ?? []).entries()) {
      clear();
      for (const { run: command, uses } of build?.steps ?? []) {
        if (isOurs(command)) run(command.replace('${{ matrix.slice }}', slice));
        if (!uses?.startsWith('actions/upload-artifact')) continue;
        mkdirSync(join(arrived, `slice-${i}`), { recursive: true });
        renameSync(join(project.root, 'slice.tar'), join(arrived, `slice-${i}/slice.tar`));
      }
    }
    clear();
    for (const { run: command } of joining?.steps ?? []) if (isOurs(command)) run(command);
    expect(differences(digestTree(join(project.root, 'dist')), whole)).toEqual([]);
  },
);

test(
  'a site and its cache that went through an archive are built on, not built anew',
  { timeout: 120_000 },
  async () => {
    const packed = join(project.root, 'cache.tar');
    run(`tar --posix -cf ${packed} .dateline .dist dist`);
    const before = digestTree(join(project.root, 'dist'));
    for (const kept of ['.dateline', '.dist', 'dist'])
      rmSync(join(project.root, kept), { recursive: true, force: true });
    run(`tar -xf ${packed}`);
    const { status, output } = await project.build([]);
    expect(status, output).toBe(0);
    expect(output).toContain('Templates  unchanged');
    expect(output).toMatch(/Pages {6}[\d,]+ files, 1?\d of them made/);
    expect(differences(digestTree(join(project.root, 'dist')), before)).toEqual([]);
    // The copy of a disk without hard links and with other times is as good.
    for (const kept of ['.dist', 'dist']) {
      cpSync(join(project.root, kept), join(project.root, 'copied'), { recursive: true });
      rmSync(join(project.root, kept), { recursive: true });
      renameSync(join(project.root, 'copied'), join(project.root, kept));
    }
    const again = await project.build([]);
    expect(again.status, again.output).toBe(0);
    expect(again.output).toMatch(/Pages {6}[\d,]+ files, 1?\d of them made/);
    expect(differences(digestTree(join(project.root, 'dist')), before)).toEqual([]);
  },
);
