import * as fs from 'node:fs';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findStats } from '../../src/build/recorded-file.ts';
import { findTrees, followLink, type SiteTrees } from '../../src/build/site-trees.ts';
import { TreeUpdate } from '../../src/build/tree-update.ts';
import { Stop } from '../../src/disk/stop.ts';

let root: string;
let outDir: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-exchange-'));
  outDir = join(root, 'dist');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = (path: string): string => join(root, path);

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

const read = (path: string): string | undefined =>
  findStats(at(path)) ? readFileSync(at(path), 'utf8') : undefined;

/** Publishes a site of some files. */
async function publish(
  files: Record<string, string>,
  trees: SiteTrees = findTrees(outDir, { forget: false }),
): Promise<{ made: number; aside: string | undefined }> {
  trees.open();
  const update = new TreeUpdate(trees.spare, trees.live, (path) => path in files);
  await update.put(
    Object.entries(files).map(([path, text]) => ({
      path,
      key: text,
      make: () => Buffer.from(text),
    })),
  );
  return { made: update.counts.made, aside: trees.publish(update.finish()) };
}

test('the site is a plain folder, and what both sites have is made once', async () => {
  expect(await publish({ 'index.html': 'one', 'a/b.html': 'same' })).toMatchObject({ made: 2 });
  expect(await publish({ 'index.html': 'two', 'a/b.html': 'same' })).toMatchObject({ made: 1 });
  expect(await publish({ 'index.html': 'two', 'a/b.html': 'same' })).toMatchObject({ made: 0 });
  expect(findStats(outDir)?.isDirectory()).toBe(true);
  expect([read('dist/index.html'), read('dist/a/b.html')]).toEqual(['two', 'same']);
});

test('a file becomes a folder, and a folder a file', async () => {
  await publish({ 'index.html': 'one', press: 'a file', 'old/page.html': 'in a folder' });
  for (let n = 0; n < 2; n++) {
    await publish({ 'index.html': 'two', 'press/kit.html': 'in a folder', old: 'a file' });
    expect([read('dist/press/kit.html'), read('dist/old')]).toEqual(['in a folder', 'a file']);
    await publish({ 'index.html': 'one', press: 'a file', 'old/page.html': 'in a folder' });
    expect([read('dist/press'), read('dist/old/page.html')]).toEqual(['a file', 'in a folder']);
  }
});

test('an exchange that was cut, and whose new list is damaged, goes back to the old site', async () => {
  await publish({ 'index.html': 'old' });
  renameSync(outDir, at('.dist/old'));
  write('.dist/spare/index.html', 'half');
  write('.dist/next.list', 'cut sh');
  findTrees(outDir, { forget: false });
  expect(read('dist/index.html')).toBe('old');
  expect(fs.readdirSync(at('.dist')).toSorted()).toEqual(['.gitignore', 'live.list']);
});

test('a kill between any two system calls of an exchange leaves a site that the next build takes up', async () => {
  // Each round stops the exchange one rename later, by what `rename` would meet: a folder that cannot be moved.
  for (let cut = 0; cut < 6; cut++) {
    rmSync(root, { recursive: true, force: true });
    await publish({ 'index.html': 'old' });
    await publish({ 'index.html': 'older' });
    const steps = [
      (): void => fs.cpSync(at('.dist/spare.list'), at('.dist/next.list')),
      (): void => renameSync(outDir, at('.dist/old')),
      (): void => renameSync(at('.dist/spare'), outDir),
      (): void => renameSync(at('.dist/live.list'), at('.dist/spare.list')),
      (): void => renameSync(at('.dist/next.list'), at('.dist/live.list')),
    ];
    for (const step of steps.slice(0, cut)) step();
    findTrees(outDir, { forget: false });
    expect(read('dist/index.html'), `cut ${cut}`).toMatch(/^old(?:er)?$/);
    await publish({ 'index.html': 'next', 'more.html': 'more' });
    expect(read('dist/index.html'), `cut ${cut}`).toBe('next');
  }
});

test('what no build has made is moved aside, and never deleted', async () => {
  write('dist/thesis/chapter.txt', 'mine');
  expect(await publish({ 'index.html': 'one' })).toMatchObject({ aside: `${outDir}.before` });
  expect(read('dist.before/thesis/chapter.txt')).toBe('mine');
  rmSync(outDir, { recursive: true });
  writeFileSync(outDir, 'a file of mine');
  expect(await publish({ 'index.html': 'one' })).toMatchObject({ aside: `${outDir}.before-2` });
  expect(read('dist.before-2')).toBe('a file of mine');
  expect(read('dist/index.html')).toBe('one');
});

test('a site that came with a checkout, an empty folder and a link of an earlier build are replaced', async () => {
  write('dist/index.html', 'from a checkout');
  write('dist/old-addresses.json', '{}');
  expect(await publish({ 'index.html': 'one' })).toMatchObject({ aside: undefined });
  rmSync(outDir, { recursive: true });
  mkdirSync(outDir);
  expect(await publish({ 'index.html': 'two' })).toMatchObject({ aside: undefined });
  rmSync(outDir, { recursive: true });
  write('.dist/a/index.html', 'linked');
  fs.symlinkSync('.dist/a', outDir);
  expect(followLink(outDir)).toBe(outDir);
  expect(await publish({ 'index.html': 'three' })).toMatchObject({ aside: undefined });
  expect(read('dist/index.html')).toBe('three');
  expect(fs.readdirSync(root).toSorted()).toEqual(['.dist', 'dist']);
});

test('folders in the place of the builds’ own files are healed; a file in the folder’s place is told', async () => {
  await publish({ 'index.html': 'one' });
  for (const name of ['live.list', 'spare.list', 'next.list', 'old', 'search']) {
    rmSync(at(`.dist/${name}`), { recursive: true, force: true });
    write(`.dist/${name}/deep/file`, '');
    await publish({ 'index.html': name });
    expect(read('dist/index.html'), name).toBe(name);
  }
  for (const name of ['spare', 'old']) {
    rmSync(at(`.dist/${name}`), { recursive: true, force: true });
    write(`.dist/${name}`, '');
    await publish({ 'index.html': `a file for ${name}` });
    expect(read('dist/index.html')).toBe(`a file for ${name}`);
  }
  rmSync(at('.dist'), { recursive: true });
  writeFileSync(at('.dist'), 'a note');
  expect(() => findTrees(outDir, { forget: false })).toThrow(Stop);
  expect([read('.dist'), read('dist/index.html')]).toEqual(['a note', 'a file for old']);
});
