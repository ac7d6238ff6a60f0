import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
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

const folder = mkdtempSync(join(tmpdir(), 'dateline-deliver-'));
const siteDir = join(folder, '.site/a');
const outDir = join(folder, 'site');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(siteDir, path)), { recursive: true });
  writeFileSync(join(siteDir, path), text);
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  write('index.html', '<!doctype html>front');
  write('2024/03/01/flood/index.html', '<!doctype html>flood');
  write('2024/03/01/flood/map.svg', '<svg/>');
  write('feed.xml', '<feed/>');
  write('_astro/page.abc123.css', 'a{}');
  write('_astro/page.def456.js', '1');
  write('search-index/manifest.pack', 'manifest');
  write('search-index/all/words.pack', 'words');
  symlinkSync('.site/a', outDir, 'dir');
});

interface Ended {
  status: number | null;
  output: string;
}

async function deliver(args: string[], more: Record<string, string> = {}): Promise<Ended> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    RCLONE_CONFIG: join(folder, 'no.conf'),
    ...more,
  };
  // rclone refuses it; the store here is spoken to without encryption.
  delete env['AWS_CA_BUNDLE'];
  const child = spawn(process.execPath, ['src/commands/deliver.ts', '--out', outDir, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, output };
}

test.runIf(hasRclone)(
  'a folder becomes what the site is, and loses what it is no more',
  async () => {
    const target = join(folder, 'target');
    const first = await deliver([target]);
    expect(first.status, first.output).toBe(0);
    expect(differences(digestTree(target), digestTree(siteDir))).toEqual([]);
    rmSync(join(siteDir, 'feed.xml'));
    write('index.html', '<!doctype html>another front');
    expect((await deliver([target])).status).toBe(0);
    expect(differences(digestTree(target), digestTree(siteDir))).toEqual([]);
  },
  60_000,
);

test.runIf(hasRclone)(
  'an object store gets parts before pages, and deletions last',
  async () => {
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
      expect([...store.objects.keys()].toSorted()).toEqual(Object.keys(digestTree(siteDir)));
      for (const [key, { body }] of store.objects) {
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
      const order = ['_astro/', 'search-index/all/', 'index.html'].map((name) =>
        store.log.findIndex((line) => line.startsWith(`PUT ${name}`)),
      );
      expect(order).toEqual(order.toSorted((a, b) => a - b));

      store.log.length = 0;
      write('_astro/page.fff999.css', 'b{}');
      rmSync(join(siteDir, '_astro/page.abc123.css'));
      write('index.html', '<!doctype html>with another style');
      const second = await deliver(['store:news'], remote);
      expect(second.status, second.output).toBe(0);
      expect(store.log).toEqual([
        'PUT _astro/page.fff999.css',
        'PUT index.html',
        'DELETE _astro/page.abc123.css',
      ]);
    } finally {
      store.close();
    }
  },
  120_000,
);

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
}, 30_000);
