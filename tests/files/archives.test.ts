import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOriginals, isUnreadable } from '../../src/files/originals.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A zip archive (APPNOTE 6.3) of deflated entries, with any names at all. */
function zipOf(entries: Record<string, string | Uint8Array>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const bytes = Buffer.from(text as string);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        fields,
        tail,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

async function tarOf(entries: Record<string, string>): Promise<Buffer> {
  const archive = pack();
  for (const [name, text] of Object.entries(entries)) archive.entry({ name }, text);
  archive.finalize();
  const pieces: Uint8Array[] = [];
  for await (const piece of archive as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function readAll(name: string, bytes: Uint8Array): Promise<string[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const found: string[] = [];
  for await (const original of findOriginals([path])) {
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
  for await (const original of findOriginals([path])) {
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
