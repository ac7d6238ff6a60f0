import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { parseManifest, printManifest } from '../../src/proof/manifest.ts';

const digest = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 64,
  maxLength: 64,
});
const path = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !/[\0\u2028\u2029\u0085]/.test(text));

test('what is printed reads back', () => {
  fc.assert(
    fc.property(fc.dictionary(path, digest), (digests) => {
      const map = new Map(Object.entries(digests));
      const read = parseManifest(printManifest(map));
      expect(read.fault).toBeUndefined();
      expect(new Map(read.digests)).toEqual(map);
    }),
  );
});

test('the lines stand in the order of paths', () => {
  const printed = printManifest(
    new Map(['b', 'a/c', 'a', 'Z'].map((name) => [name, hash('sha256', name)])),
  );
  expect(printed.split('\n').map((line) => line.slice(66))).toEqual(['Z', 'a', 'a/c', 'b', '']);
});

test('a line that is none is told by its number', () => {
  const line = `${'0'.repeat(64)}  a\n`;
  expect(parseManifest(`${line}${line.slice(1)}`).fault).toBe(2);
});

test('sha256sum checks a manifest, odd names included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = ['index.html', 'a/b c.txt', 'back\\slash', 'line\nbreak', 'ünï/כתב', '%20'];
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  const manifest = printManifest(new Map(files.map((file) => [file, hash('sha256', file)])));
  const check = (): string =>
    execFileSync('sha256sum', ['--check', '--strict', '--quiet'], {
      cwd: folder,
      input: manifest,
      stdio: ['pipe', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
  expect(check()).toBe('');
  writeFileSync(join(folder, 'index.html'), 'index.htm1');
  expect(check).toThrow('Command failed');
});
