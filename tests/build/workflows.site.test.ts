// The commands of the workflows, run as they stand there, one machine after the other; and that a site joined from
// slices is the site built at once, byte for byte.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSlice, requireWhole } from '../../src/build/slices.ts';
import { differences, digestTree, makeProject } from './project.ts';

interface Job {
  strategy?: { matrix: { slice: string[] } };
  steps: { uses?: string; run?: string; name?: string; with?: { path?: string; name?: string } }[];
}

const jobsOf = (file: string): Record<string, Job> =>
  (load(readFileSync(`.github/workflows/${file}`, 'utf8')) as { jobs: Record<string, Job> }).jobs;

const project = makeProject();
const at = (path: string): string => join(project.root, path);
let whole: Record<string, string>;

function writeArticle(date: string, n: number): void {
  writeFileSync(
    join(project.contentDir, `articles/report-${n}.md`),
    `---\ntitle: Report ${n}\ndate: ${date}\ntags: [Sea, Topic ${n % 3}]\nsection: World\n---\n\nThe sea rose for the ${n}th time at the harbour of the town.\n`,
  );
}

/** What a machine has of its own is made by other means here: its packages, rclone, a place to send to. */
const isOurs = (command: string | undefined): command is string =>
  command !== undefined && !/^(?:npm ci$|sudo apt-get|npm run deliver)/.test(command);

function run(command: string): void {
  execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: project.root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

beforeAll(() => {
  for (let n = 0; n < 12; n++) writeArticle(`${2000 + (n % 6)}-0${1 + (n % 9)}-1${n % 10}`, n);
  writeArticle('undated', 99);
  for (const { run: command } of jobsOf('publish.yml')['publish']?.steps ?? []) {
    if (isOurs(command)) run(command);
  }
  whole = digestTree(at('dist'));
});
afterAll(() => project.remove());

test('the workflow without slices makes a whole site', () => {
  expect(Object.keys(whole)).toEqual(
    expect.arrayContaining(['2003/index.html', 'search-index/manifest.pack']),
  );
});

test('a site and its cache that went through an archive are built on, not built anew', async () => {
  const packed = at('cache.tar');
  run(`tar --posix -cf ${packed} .dateline .dist dist`);
  for (const kept of ['.dateline', '.dist', 'dist'])
    rmSync(at(kept), { recursive: true, force: true });
  run(`tar -xf ${packed}`);
  const { status, output } = await project.build([]);
  expect(status, output).toBe(0);
  expect(output).toContain('Templates  unchanged');
  expect(output).toMatch(/Pages {6}[\d,]+ files, [12]?\d of them made/);
  expect(differences(digestTree(at('dist')), whole)).toEqual([]);
  // The copy of a disk without hard links and with other times is as good.
  for (const kept of ['.dist', 'dist']) {
    cpSync(at(kept), at('copied'), { recursive: true });
    rmSync(at(kept), { recursive: true });
    renameSync(at('copied'), at(kept));
  }
  const again = await project.build([]);
  expect(again.status, again.output).toBe(0);
  expect(again.output).toMatch(/Pages {6}[\d,]+ files, [12]?\d of them made/);
  expect(differences(digestTree(at('dist')), whole)).toEqual([]);
});

test('the workflow with slices makes the site that the one without makes', () => {
  const { build, join: joining } = jobsOf('publish-in-slices.yml');
  const slices = (build?.strategy?.matrix.slice ?? []).map((written) => {
    const slice = parseSlice(written);
    if (!slice) throw new Error(`${written} is no slice.`);
    return { ...slice, source: 'one' };
  });
  expect(() => requireWhole(slices)).not.toThrow();

  /** What a machine that begins anew has not got; the templates' bundle is of the code alone. */
  const clear = (): void => {
    for (const kept of ['.slices', '.dist', 'dist', '.dateline/articles', '.dateline/search'])
      rmSync(at(kept), { recursive: true, force: true });
  };
  // Two slices are cut as four are.
  for (const slice of ['1/2', '2/2']) {
    clear();
    for (const { run: command, uses } of build?.steps ?? []) {
      if (isOurs(command)) run(command.replace('${{ matrix.slice }}', slice));
      if (!uses?.startsWith('actions/upload-artifact')) continue;
      const arrived = at(`arrived/slice-${slice[0]}`);
      mkdirSync(arrived, { recursive: true });
      renameSync(at('slice.tar'), join(arrived, 'slice.tar'));
    }
  }
  clear();
  for (const { run: command } of joining?.steps ?? []) if (isOurs(command)) run(command);
  expect(differences(digestTree(at('dist')), whole)).toEqual([]);
});

test('a slice that is missing is named, and the site stays', async () => {
  renameSync(at('.slices/2-of-2'), at('away'));
  const { status, output } = await project.build([], {}, 'join');
  expect(status).toBe(1);
  expect(output).toContain('Slice 2/2 is missing.');
  expect(differences(digestTree(at('dist')), whole)).toEqual([]);
});
