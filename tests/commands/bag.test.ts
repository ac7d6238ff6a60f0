import { execFileSync, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestFile, printManifest } from '../../src/proof/manifest.ts';
import { makeContent, runCommand } from './run-command.ts';

const files: Record<string, string> = { 'index.html': 'front', '50%/a b.txt': 'percent' };

function makeSite(): string {
  const digests = new Map(
    Object.entries(files).map(([path, text]) => [path, hash('sha256', text)]),
  );
  return makeContent({ ...files, [manifestFile]: printManifest(digests) });
}

/** Where its Python package is, the Library of Congress's own validator reads each bag. */
const hasBagit = spawnSync('python3', ['-c', 'import bagit']).status === 0;

test('a bag has what RFC 8493 asks for, and every file of its payload in its manifest', async () => {
  const site = makeSite();
  const dir = join(makeContent(), 'bag');
  expect(await runCommand('bag', ['--out', site, dir])).toMatchObject({ status: 0 });
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const manifest = read('manifest-sha256.txt');
  expect(manifest).toContain(`${hash('sha256', 'percent')}  data/site/50%25/a b.txt\n`);
  expect(manifest.split('\n')).toHaveLength(4);
  const bytes = [...Object.values(files), readFileSync(join(site, manifestFile), 'utf8')].join('');
  expect(read('bag-info.txt')).toContain(`\nPayload-Oxum: ${bytes.length}.3\n`);
  const tags = execFileSync('sha256sum', ['--check', '--strict', 'tagmanifest-sha256.txt'], {
    cwd: dir,
    encoding: 'utf8',
  });
  expect(tags).toBe('bagit.txt: OK\nbag-info.txt: OK\nmanifest-sha256.txt: OK\n');
});

test.skipIf(!hasBagit)(
  'bagit.py accepts a bag (skipped without the Python package `bagit`)',
  async () => {
    const dir = join(makeContent(), 'bag');
    await runCommand('bag', ['--out', makeSite(), dir]);
    const check = 'import bagit, sys; bagit.Bag(sys.argv[1]).validate()';
    expect(spawnSync('python3', ['-c', check, dir]).status).toBe(0);
  },
);

test('a site that was changed since it was built is not packed', async () => {
  const site = makeSite();
  const dir = join(makeContent(), 'bag');
  writeFileSync(join(site, 'index.html'), 'frond');
  const { status, stderr } = await runCommand('bag', ['--out', site, dir]);
  expect(status).toBe(1);
  expect(stderr).toContain('`site/index.html` is not as it was built');
  expect(existsSync(dir)).toBe(false);
});

test('what is there already is left alone', async () => {
  const dir = makeContent({ 'letter.txt': 'mine' });
  expect(await runCommand('bag', ['--out', makeSite(), dir])).toMatchObject({ status: 2 });
  expect(readFileSync(join(dir, 'letter.txt'), 'utf8')).toBe('mine');
});

test('the archive folder is packed on request, without what builds have made in it', async () => {
  const site = makeSite();
  const archive = makeContent({
    'archive.yaml': readFileSync('content/archive.yaml', 'utf8'),
    'articles/flood.md': 'text',
    '.git/config': 'not of the archive',
  });
  const dir = join(makeContent(), 'bag');
  const { status } = await runCommand('bag', [
    '--archive',
    archive,
    '--out',
    site,
    '--with-archive',
    dir,
  ]);
  expect(status).toBe(0);
  const packed = readFileSync(join(dir, 'manifest-sha256.txt'), 'utf8');
  expect(packed.match(/data\/archive\/.*/g)).toEqual([
    'data/archive/archive.yaml',
    'data/archive/articles/flood.md',
  ]);
});
