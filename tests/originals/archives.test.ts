import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { findOriginals, isUnreadable } from '../../src/originals/originals.ts';
import { tarOf, zipOf } from './make-archives.ts';
import { TemporaryFolder } from '../../src/disk/temporary-folder.ts';

let folder: string;
const temporary = new TemporaryFolder();
afterAll(() => temporary.remove());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function readAll(name: string, bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const found: string[] = [];
  for await (const original of findOriginals([path], temporary)) {
    if (isUnreadable(original)) found.push(original.reason);
    else
      found.push(
        `${original.path.split('/').slice(1).join('/')}: ${Buffer.from(await original.read()).toString()}`,
      );
  }
  return found;
}

test('a zip archive gives its files in the order of their names, without litter', async () => {
  const bytes = zipOf({
    'news/b.txt': 'two',
    'news/a.txt': 'one',
    '__MACOSX/x': 'x',
    'news/.DS_Store': 'x',
    'leeg/': '',
  });
  expect(await readAll('news.zip', bytes)).toEqual([
    'news.zip/news/a.txt: one',
    'news.zip/news/b.txt: two',
  ]);
});

test('a tar archive gives its files, packed or not', async () => {
  const tar = await tarOf({ 'a.txt': 'one', 'b/c.txt': 'two' });
  expect(await readAll('news.tar', tar)).toEqual(['news.tar/a.txt: one', 'news.tar/b/c.txt: two']);
  expect(await readAll('news.tar.gz', gzipSync(tar))).toEqual([
    'news.tar.gz/a.txt: one',
    'news.tar.gz/b/c.txt: two',
  ]);
});

test('a file packed alone is that file', async () => {
  expect(await readAll('export.xml.gz', gzipSync('<rss/>'))).toEqual(['export.xml: <rss/>']);
});

test('names that climb stay below the archive', async () => {
  expect(await readAll('x.zip', zipOf({ '../../etc/a.txt': 'one', '/b.txt': 'two' }))).toEqual([
    'x.zip/b.txt: two',
    'x.zip/etc/a.txt: one',
  ]);
});

test('bombs are refused', async () => {
  const zeros = Buffer.alloc(80 * 1024 * 1024);
  expect(await readAll('bomb.zip', zipOf({ 'a.txt': zeros }))).toEqual(['archive-bomb']);
  const path = join(folder, 'bomb.gz');
  await writeFile(path, gzipSync(zeros));
  for await (const original of findOriginals([path], temporary)) {
    if (!isUnreadable(original))
      await expect(original.read()).rejects.toThrow('unpacks to more than');
  }
});

test('broken archives are told, not thrown', async () => {
  expect(await readAll('x.zip', Buffer.from('PK\u0003\u0004 and nothing behind'))).toEqual([
    'archive-broken',
  ]);
  expect(await readAll('x.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))).toEqual([
    'archive-broken',
  ]);
});

test('links in archives are told and not followed', async () => {
  const zip = zipOf({ 'a.txt': '/etc/hostname' }, { mode: 0o120777 });
  expect(await readAll('x.zip', zip)).toEqual(['link']);
  const tar = pack();
  tar.entry({ name: 'a.txt', type: 'symlink', linkname: '/etc/hostname' });
  tar.finalize();
  expect(await readAll('x.tar', await buffer(tar as unknown as Readable))).toEqual(['link']);
});

test('what is locked with a password is told, and so is an archive without files', async () => {
  expect(await readAll('x.zip', zipOf({ 'a.txt': 'one' }, { flags: 0x801 }))).toEqual([
    'encrypted',
  ]);
  expect(await readAll('x.zip', zipOf({}))).toEqual(['archive-empty']);
});

test('a name with line ends or terminal commands is shown without them', async () => {
  expect(await readAll('x.zip', zipOf({ 'a\nb\u001B[2J.txt': 'one' }))).toEqual([
    'x.zip/a␊b␛[2J.txt: one',
  ]);
});

test('in a tar archive a table and the texts it names find each other, whichever stands first', async () => {
  const path = join(folder, 'export.tar');
  await writeFile(path, await tarOf({ 'posts/12.mill.html': '<p>Mill', 'posts.csv': 'post_id' }));
  const found: (string | undefined)[] = [];
  for await (const original of findOriginals([path], temporary)) {
    if (isUnreadable(original)) continue;
    const written = original.path.endsWith('.csv') ? 'posts/12.mill.html' : '../posts.csv';
    const file = await original.findPicture(written);
    found.push(file && Buffer.from(await file.read()).toString());
  }
  expect(found).toEqual(['post_id', '<p>Mill']);
});
