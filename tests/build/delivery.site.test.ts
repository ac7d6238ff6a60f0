// A built site, delivered by rclone. Each delivery runs it some ten times, which is most of the time here: what needs a
// site that was delivered before begins with a copy of one.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { indexManifest, listFile } from '../../src/build/delivery-list.ts';
import { indexFolder } from '../../src/search/format/manifest.ts';
import { runCommand } from '../commands/run-command.ts';
import { startObjectStore } from './object-store.ts';
import { differences, digestTree } from './project.ts';

const hasRclone = ((): boolean => {
  try {
    execFileSync('rclone', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const above = mkdtempSync(join(tmpdir(), 'dateline-deliver-'));
const folder = join(above, 'project');
const siteDir = join(folder, '.site/a');
const outDir = join(folder, 'site');
const target = join(folder, 'target');
const archive = resolve('content');
afterAll(() => rmSync(above, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(siteDir, path)), { recursive: true });
  writeFileSync(join(siteDir, path), text);
}

const front = (address: string, says = 'front'): string =>
  `<!doctype html><link rel="canonical" href="${address}">${says}`;

function writeSite(): void {
  rmSync(folder, { recursive: true, force: true });
  write('index.html', front('https://herald.example/'));
  write('2024/03/01/flood/index.html', '<!doctype html>flood');
  write('2024/03/01/flood/map.svg', '<svg/>');
  for (let page = 0; page < 30; page++) write(`2020/${page}/index.html`, `page ${page}`);
  write('feed.xml', '<feed/>');
  write('press', 'a file without an ending');
  write('old/deep/page.html', 'a page');
  write('_astro/page.abc123.css', 'a{}');
  write('_astro/page.def456.js', '1');
  write('search-index/manifest.pack', 'manifest');
  write('search-index/all/words.pack', 'words');
  symlinkSync('.site/a', outDir, 'dir');
}

beforeEach(writeSite);

interface Ended {
  status: number | null;
  output: string;
}

async function deliver(args: string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const env = {
    RCLONE_CONFIG: join(folder, 'no.conf'),
    DATELINE_ARCHIVE: archive,
    // rclone refuses it; the store here is spoken to without encryption.
    AWS_CA_BUNDLE: undefined,
    ...more,
  };
  // In a folder of its own: builds of other tests hold the lock of this one.
  const here = process.cwd();
  process.chdir(folder);
  try {
    const { status, stdout, stderr } = await runCommand('deliver', ['--out', outDir, ...args], env);
    return { status, output: stdout + stderr };
  } finally {
    process.chdir(here);
  }
}

/** Another hand's file at the target. */
function lay(path: string, text = 'mine'): void {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}

/** What differs between the target and the site, the list of what was sent left aside. */
function differing(): string[] {
  const there = digestTree(target);
  delete there[listFile];
  return differences(there, digestTree(siteDir));
}

// On a busy machine the second that a delivery takes is soon five.
describe.runIf(hasRclone)('delivered to a folder', () => {
  const delivered = join(above, 'delivered');

  beforeAll(async () => {
    writeSite();
    const { status, output } = await deliver([target]);
    if (status !== 0) throw new Error(output);
    cpSync(target, delivered, { recursive: true });
  });

  /** Begins with the target as the first delivery left it. */
  const beginDelivered = (): void => cpSync(delivered, target, { recursive: true });

  test('for the first time it is the site', () => {
    beginDelivered();
    expect(differing()).toEqual([]);
  });

  test('it becomes what the site is, and loses what it is no more', async () => {
    beginDelivered();
    rmSync(join(siteDir, 'feed.xml'));
    rmSync(join(siteDir, '2024'), { recursive: true });
    write('index.html', front('https://herald.example/', 'another front'));
    // What was a file becomes a folder, and the other way about.
    rmSync(join(siteDir, 'press'));
    write('press/index.html', 'a folder');
    rmSync(join(siteDir, 'old'), { recursive: true });
    write('old', 'a file');
    // An empty folder does not stand in a file's way.
    mkdirSync(join(target, 'kit/empty'), { recursive: true });
    write('kit', 'a file');
    const { status, output } = await deliver([target]);
    expect(output).toContain('Deletes    5 files of the site before\n');
    expect(status, output).toBe(0);
    expect(differing()).toEqual([]);
    expect(existsSync(join(target, '2024'))).toBe(false);
  });

  test('a folder with other files is refused, and nothing in it changes', async () => {
    lay('letter.txt');
    lay('thesis/chapter-1.txt');
    const { status, output } = await deliver([target]);
    expect(output).toContain(
      `There are 2 files at ${target} already, and no delivery has sent them.`,
    );
    expect(status).toBe(1);
    expect(Object.keys(digestTree(target))).toEqual(['letter.txt', 'thesis/chapter-1.txt']);
  });

  test('a folder that is taken over keeps the files of others, now and later', async () => {
    lay('letter.txt');
    lay('index.html', 'a front page made by hand');
    expect((await deliver(['--adopt', target])).status).toBe(0);
    expect(readFileSync(join(target, 'index.html'), 'utf8')).toBe(front('https://herald.example/'));
    lay('2024/03/01/flood/notes.txt');
    rmSync(join(siteDir, '2024'), { recursive: true });
    const second = await deliver([target]);
    expect(second.status, second.output).toBe(0);
    expect(existsSync(join(target, '2024/03/01/flood/notes.txt'))).toBe(true);
    expect(existsSync(join(target, '2024/03/01/flood/index.html'))).toBe(false);
    expect(existsSync(join(target, 'letter.txt'))).toBe(true);
  });

  test('a file of another hand is not overwritten', async () => {
    beginDelivered();
    lay('2024/03/02/index.html');
    write('2024/03/02/index.html', '<!doctype html>day');
    const { status, output } = await deliver([target]);
    expect(output).toContain('  2024/03/02/index.html\n');
    expect(status).toBe(1);
    expect(readFileSync(join(target, '2024/03/02/index.html'), 'utf8')).toBe('mine');
  });

  test('the archive of another address is refused', async () => {
    beginDelivered();
    write('index.html', front('https://courier.example/'));
    const { status, output } = await deliver([target]);
    expect(output).toContain('lies the archive https://herald.example/');
    expect(status).toBe(1);
    expect((await deliver([target, '--adopt'])).status).toBe(0);
    expect(differing()).toEqual([]);
  });

  test('a folder with a file of another hand does not give way to a file', async () => {
    beginDelivered();
    lay('notes/mine.txt');
    write('notes', 'a file');
    const { status, output } = await deliver([target]);
    expect(output).toContain('  notes/mine.txt\n');
    expect(status).toBe(1);
  });

  test('links and files of another hand are not written through, and go where the target is taken over', async () => {
    beginDelivered();
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    rmSync(join(target, 'feed.xml'));
    symlinkSync(join(folder, 'letter.txt'), join(target, 'feed.xml'));
    symlinkSync('nowhere', join(target, 'kit'));
    mkdirSync(join(folder, 'other-disk'));
    symlinkSync(join(folder, 'other-disk'), join(target, '2025'));
    lay('prints');
    write('kit/index.html', 'in the place of a link');
    write('prints/index.html', 'in the place of a file');
    write('2025/index.html', 'on another disk');
    const refused = await deliver([target]);
    expect(refused.output).toContain('  kit\n');
    expect(refused.output).toContain('  prints\n');
    expect(refused.status).toBe(1);
    const { status, output } = await deliver([target, '--adopt']);
    expect(status, output).toBe(0);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(target, 'feed.xml'), 'utf8')).toBe('<feed/>');
    expect(readFileSync(join(target, 'kit/index.html'), 'utf8')).toBe('in the place of a link');
    expect(readFileSync(join(target, 'prints/index.html'), 'utf8')).toBe('in the place of a file');
    expect(readFileSync(join(folder, 'other-disk/index.html'), 'utf8')).toBe('on another disk');
  });

  test('many deletions are asked for, and without a terminal refused', async () => {
    beginDelivered();
    rmSync(join(siteDir, '2020'), { recursive: true });
    const { status, output } = await deliver([target]);
    expect(output).toContain(`30 of the 40 files at ${target} would be deleted`);
    expect(output).toContain('--delete-many');
    expect(status).toBe(1);
    expect(existsSync(join(target, '2020/7/index.html'))).toBe(true);
    expect((await deliver([target, '--delete-many'])).status).toBe(0);
    expect(differing()).toEqual([]);
  });

  test('a dry run is a summary, and changes nothing', async () => {
    beginDelivered();
    for (let page = 0; page < 300; page++) write(`2021/${page}/index.html`, `page ${page}`);
    write('index.html', 'another');
    rmSync(join(siteDir, 'feed.xml'));
    lay('letter.txt');
    const before = digestTree(target);
    const { status, output } = await deliver([target, '--dry-run']);
    expect(status).toBe(0);
    expect(output.split('\n').length).toBeLessThan(20);
    expect(output).toContain('Send       301 files: 300 new, 1 changed\n');
    expect(output).toContain('Delete     1 file of the site before\n  feed.xml\n');
    expect(output).toContain('Leave      1 file of others\n');
    expect(digestTree(target)).toEqual(before);
  });

  test('parts that an open page may ask for stay until the delivery after the next publication', async () => {
    beginDelivered();
    rmSync(join(siteDir, 'search-index/all'), { recursive: true });
    rmSync(join(siteDir, '_astro/page.abc123.css'));
    write('search-index/2024/words.pack', 'other words');
    write('_astro/page.fff999.css', 'b{}');
    const old = ['search-index/all/words.pack', '_astro/page.abc123.css'];
    const oldOnesThere = (): boolean[] => old.map((path) => existsSync(join(target, path)));
    await deliver([target]);
    await deliver([target]);
    expect(oldOnesThere()).toEqual([true, true]);
    write('search-index/2024/words-2.pack', 'more words');
    expect((await deliver([target])).status).toBe(0);
    expect(oldOnesThere()).toEqual([false, false]);
  });

  test('the site itself is no target', async () => {
    expect(await deliver([outDir])).toMatchObject({ status: 2 });
    expect(await deliver([join(siteDir, 'below')])).toMatchObject({ status: 2 });
  });
});

test.runIf(hasRclone)('an object store gets parts before pages, and deletions last', async () => {
  const store = await startObjectStore('news');
  const remote = {
    RCLONE_CONFIG_STORE_TYPE: 's3',
    RCLONE_CONFIG_STORE_PROVIDER: 'Other',
    RCLONE_CONFIG_STORE_ENDPOINT: `http://127.0.0.1:${store.port}`,
    RCLONE_CONFIG_STORE_ACCESS_KEY_ID: 'key',
    RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: 'secret',
    RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'true',
  };
  try {
    const first = await deliver(['store:news'], remote);
    expect(first.status, first.output).toBe(0);
    expect([...store.objects.keys()].toSorted()).toEqual(
      [...Object.keys(digestTree(siteDir)), listFile].toSorted(),
    );
    for (const [key, { body }] of store.objects) {
      if (key === listFile) continue;
      expect(body.toString(), key).toBe(readFileSync(join(siteDir, key), 'utf8'));
    }
    const headers = (key: string): (string | undefined)[] => {
      const { contentType, cacheControl } = store.objects.get(key) ?? {};
      return [contentType, cacheControl];
    };
    expect(headers('_astro/page.abc123.css')).toEqual([
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(headers('index.html')).toEqual(['text/html; charset=utf-8', 'no-cache']);
    expect(headers('2024/03/01/flood/map.svg')).toEqual(['image/svg+xml', 'no-cache']);
    expect(headers('search-index/manifest.pack')[1]).toBe('no-cache');
    const order = ['_astro/', 'search-index/all/', 'index.html', 'search-index/manifest.pack'].map(
      (name) => store.log.findIndex((line) => line.startsWith(`PUT ${name}`)),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));

    store.log.length = 0;
    write('_astro/page.fff999.css', 'b{}');
    rmSync(join(siteDir, '_astro/page.abc123.css'));
    write('index.html', '<!doctype html>with another style');
    rmSync(join(siteDir, 'feed.xml'));
    const second = await deliver(['store:news'], remote);
    expect(second.status, second.output).toBe(0);
    // The list before anything, so that a delivery cut short is known as one; and after all.
    expect(store.log).toEqual([
      `PUT ${listFile}`,
      'PUT _astro/page.fff999.css',
      'PUT index.html',
      'DELETE feed.xml',
      `PUT ${listFile}`,
    ]);
  } finally {
    store.close();
  }
});

test('a delivery without a destination, or without a site, says what to write', async () => {
  expect(await deliver([])).toMatchObject({
    status: 2,
    output: expect.stringContaining('Usage: npm run deliver -- DESTINATION'),
  });
  rmSync(outDir);
  expect(await deliver(['/nowhere'])).toMatchObject({
    status: 2,
    output: expect.stringContaining('Build it first: npm run build'),
  });
});

test('the delivery knows where the search index lies', () => {
  expect(indexManifest.folder).toBe(`${indexFolder}/`);
});
