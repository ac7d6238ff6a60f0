// Whole or not at all: whatever happens to a build, the site that is served stays whole, and the next build
// succeeds. `DATELINE_KILLS` asks for more builds to be killed.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTrees } from '../../src/build/site-trees.ts';
import { someOf } from '../thorough.ts';
import { differences, digestTree, makeProject } from './project.ts';

const kills = Number(process.env['DATELINE_KILLS'] ?? someOf(12));

const project = makeProject();
const outDir = join(project.root, 'out/site');
const args = ['--out', outDir];
const article = (n: number): string => join(project.contentDir, `articles/report-${n}.md`);

function writeArticle(n: number, text: string): void {
  writeFileSync(
    article(n),
    `---\ntitle: Report ${n}\ndate: 2024-03-${String(1 + (n % 28)).padStart(2, '0')}\ntags: [Sea]\n---\n\n${text}\n`,
  );
}

beforeAll(async () => {
  for (let n = 0; n < 30; n++) writeArticle(n, 'The sea rose.');
  const { status, output } = await project.build(args);
  if (status !== 0) throw new Error(output);
});

afterAll(() => project.remove());

test('a build that is killed at any moment leaves the old site or the new one', async () => {
  let before = digestTree(outDir);
  for (let i = 0; i < kills; i++) {
    for (let n = 0; n < 30; n += 1 + (i % 3)) writeArticle(n, `The sea rose ${i} times.`);
    const { child, done } = project.start(args);
    // Builds of this archive take one to three seconds, more on a busy machine.
    await delay(((i * 37) % 100) * 30);
    child.kill('SIGKILL');
    await done;
    // Killed between the two renames of the exchange, it has no site; the next build begins with this.
    if (!existsSync(outDir)) findTrees(outDir, { forget: false });
    const served = digestTree(outDir);
    if (differences(served, before).length > 0) {
      // It had just been replaced; then it is what the next build makes of the same texts.
      expect((await project.build(args)).status).toBe(0);
      expect(differences(digestTree(outDir), served)).toEqual([]);
    }
    if (i % 3 === 2) {
      const { status, output } = await project.build(args);
      expect(status, output).toBe(0);
    }
    before = digestTree(outDir);
  }
  expect((await project.build(args)).status).toBe(0);
  const incremental = digestTree(outDir);
  project.forget(outDir, join(project.root, 'out/.dateline'));
  expect((await project.build(args)).status).toBe(0);
  expect(differences(digestTree(outDir), incremental)).toEqual([]);
});

test('of two builds at once the second waits, and both succeed', async () => {
  const [one, other] = await Promise.all([project.build(args), project.build(args)]);
  expect([one.status, other.status]).toEqual([0, 0]);
  expect(one.output + other.output).toMatch(
    /Another build is running \(process \d+\); this one waits for it\./,
  );
});

test('the lock of a process that is gone holds nobody up', async () => {
  const lock = join(project.root, '.dateline/lock');
  writeFileSync(
    lock,
    JSON.stringify({ pid: 2 ** 22 + 1, host: (await import('node:os')).hostname() }),
  );
  const { status, output } = await project.build(args);
  expect(status, output).toBe(0);
  expect(output).not.toContain('Another build');
  expect(existsSync(lock)).toBe(false);
});

test('a file that cannot be read stops the build, and the site stays', async () => {
  const before = digestTree(outDir);
  // A link that leads nowhere cannot be read by anyone, the superuser included.
  symlinkSync('nowhere.md', article(99));
  const { status, output } = await project.build(args);
  rmSync(article(99));
  expect(status).toBe(1);
  expect(output).toContain('content/articles/report-99.md not-a-file');
  expect(output).toContain('Nothing was built; the site is as it was.');
  expect(differences(digestTree(outDir), before)).toEqual([]);
});

test('a text that changes during the build stops it, and the site stays', async () => {
  const before = digestTree(outDir);
  writeArticle(3, 'The sea fell.');
  const { child, done } = project.start(args);
  let changed = 0;
  // The text is written again between the moment it is checked and the moment its page is made.
  child.stderr?.on('data', (data: Buffer) => {
    if (data.toString().includes('Articles')) writeArticle(3, `The sea fell again, ${changed++}.`);
  });
  const { status, output } = await done;
  expect(status, output).toBe(1);
  expect(output).toContain('`articles/report-3.md` changed while the site was built. Build again.');
  expect(output).toContain('The site is as it was.');
  expect(differences(digestTree(outDir), before)).toEqual([]);
  expect((await project.build(args)).status).toBe(0);
});

test('what stands in the place of the site and is none is moved away, not deleted', async () => {
  rmSync(outDir, { recursive: true });
  mkdirSync(outDir);
  writeFileSync(join(outDir, 'thesis.txt'), 'a keeper wrote this');
  const { status, output } = await project.build(args);
  expect(status, output).toBe(0);
  expect(output).toContain(`it lies in \`${outDir}.before\``);
  expect(readFileSync(join(`${outDir}.before`, 'thesis.txt'), 'utf8')).toBe('a keeper wrote this');
  expect(lstatSync(outDir).isDirectory()).toBe(true);
  expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toContain('<!DOCTYPE html>');
});

test('the site is a plain folder, which copies and archives take whole', async () => {
  const copy = join(project.root, 'copy');
  execFileSync('cp', ['-r', outDir, copy]);
  const packed = join(project.root, 'site.tar');
  execFileSync('tar', ['-C', join(project.root, 'out'), '-cf', packed, 'site']);
  const unpacked = join(project.root, 'unpacked');
  mkdirSync(unpacked);
  execFileSync('tar', ['-C', unpacked, '-xf', packed]);
  const site = digestTree(outDir);
  expect(Object.keys(site).length).toBeGreaterThan(100);
  expect(differences(digestTree(copy), site)).toEqual([]);
  expect(differences(digestTree(join(unpacked, 'site')), site)).toEqual([]);
  // What a build keeps beside it is not offered to a repository.
  execFileSync('git', ['init', '--quiet', join(project.root, 'out')]);
  const offered = execFileSync('git', ['-C', join(project.root, 'out'), 'status', '--short'], {
    encoding: 'utf8',
  });
  expect(offered).toBe('?? site.before/\n?? site/\n');
  rmSync(join(project.root, 'out/.git'), { recursive: true });
});

test('a link that a keeper put in the place of the site is followed', async () => {
  const real = join(project.root, 'elsewhere/web');
  mkdirSync(real, { recursive: true });
  const link = join(project.root, 'linked');
  symlinkSync(real, link);
  const { status, output } = await project.build(['--out', link]);
  expect(status, output).toBe(0);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(existsSync(join(real, 'index.html'))).toBe(true);
  rmSync(join(project.root, 'elsewhere'), { recursive: true });
  const lost = await project.build(['--out', link]);
  expect(lost.status).toBe(1);
  expect(lost.output).toContain('is a link to');
  expect(lost.output).not.toContain('    at ');
});

const mayMount = process.getuid?.() === 0 && process.platform === 'linux';

test.runIf(mayMount)('a full disk is named, and the site stays', async () => {
  const disk = join(project.root, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'none', disk], { stdio: 'ignore' });
  } catch {
    // In a container without the right to mount, there is no small disk to fill.
    return;
  }
  try {
    const small = ['--out', join(disk, 'site')];
    const first = await project.build(small);
    expect(first.status, first.output).toBe(0);
    const before = digestTree(join(disk, 'site'));
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'filling'), Buffer.alloc(bavail * bsize - 2_000_000));
    for (let n = 0; n < 30; n++) writeArticle(n, 'The sea filled the disk. '.repeat(4_000));
    const { status, output } = await project.build(small);
    expect(status, output).toBe(1);
    expect(output).toContain('The disk is full');
    expect(output).toContain('The site is as it was.');
    expect(differences(digestTree(join(disk, 'site')), before)).toEqual([]);
    rmSync(join(disk, 'filling'));
    for (let n = 0; n < 30; n++) writeArticle(n, 'The sea went back.');
    const next = await project.build(small);
    expect(next.status, next.output).toBe(0);
  } finally {
    execFileSync('umount', [disk]);
  }
});
