import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPageMemory } from '../../src/build/page-memory.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Asks for what is made of pages, by their digests. Returns the pages of which it had to be made. */
function ask(digests: Record<string, string | undefined>, maker = 'code'): string[] {
  const made: string[] = [];
  const memory = openPageMemory(join(folder, 'texts'), maker, (page) => digests[page]);
  for (const page of Object.keys(digests)) {
    const value = memory.read(page, () => {
      made.push(page);
      return `text of ${page}`;
    });
    expect(value).toMatch(/^text of /);
  }
  memory.save();
  return made;
}

test('what was made of a page is remembered while its bytes are the same', () => {
  expect(ask({ 'a/index.html': '1', 'b/index.html': '2' })).toEqual([
    'a/index.html',
    'b/index.html',
  ]);
  expect(ask({ 'a/index.html': '1', 'b/index.html': '3' })).toEqual(['b/index.html']);
  expect(ask({ 'moved/index.html': '3' })).toEqual([]);
});

test('what other code made, a damaged memory and a page without a record are made anew', () => {
  ask({ 'a/index.html': '1' });
  expect(ask({ 'a/index.html': '1' }, 'other code')).toEqual(['a/index.html']);
  writeFileSync(join(folder, 'texts'), 'other code 00\n1\ttext of b');
  expect(ask({ 'a/index.html': '1' }, 'other code')).toEqual(['a/index.html']);
  expect(ask({ 'a/index.html': undefined })).toEqual(['a/index.html']);
});
