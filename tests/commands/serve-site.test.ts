import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, type ServedSite } from '../../src/commands/serve-site.ts';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const long = 'The water rose. '.repeat(500);
let folder: string;
let site: ServedSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-serve-'));
  const siteDir = join(folder, 'site');
  mkdirSync(join(siteDir, '2024/03/01'), { recursive: true });
  writeFileSync(join(siteDir, 'index.html'), 'front');
  writeFileSync(join(siteDir, 'long.txt'), long);
  writeFileSync(join(siteDir, '404.html'), 'nothing here');
  writeFileSync(join(siteDir, '2024/03/01/index.html'), 'day');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  site = await serveSite(siteDir, { base: '/archive/', port: 0, host: 'localhost' });
});

afterAll(() => {
  site.server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number | undefined;
  location: string | undefined;
  text: string;
}

/** Asks for a path as it stands: `fetch` would tidy it first. */
function ask(path: string): Promise<Answer> {
  const { hostname, port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, location: response.headers.location, text }),
      );
    })
      .on('error', reject)
      .end();
  });
}

test('pages are served below the base, folders by their index', async () => {
  expect(site.address).toMatch(/^http:\/\/localhost:\d+\/archive\/$/);
  expect(await ask('/archive/')).toMatchObject({ status: 200, text: 'front' });
  expect(await ask('/archive/2024/03/01/')).toMatchObject({ status: 200, text: 'day' });
  expect(await ask('/archive/?q=flood')).toMatchObject({ status: 200, text: 'front' });
});

test('the root, and the base without its slash, lead to the front page', async () => {
  expect(await ask('/')).toMatchObject({ status: 302, location: '/archive/' });
  expect(await ask('/archive')).toMatchObject({ status: 302, location: '/archive/' });
});

test.each([
  '/archive/2023/',
  '/elsewhere/',
  '/archives/',
  '/archive/../secret.txt',
  '/archive/%2e%2e/secret.txt',
  '/archive/..%2fsecret.txt',
  '/archive/..%5csecret.txt',
  '/archive//../secret.txt',
  '/archive/%00',
  '/archive/%E0%A4%A',
  '//evil.example/',
])('%s is not found, with the page that says so', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, text: 'nothing here' });
});

test('texts are sent compressed, parts of them as they stand', async () => {
  const address = new URL('long.txt', site.address);
  const whole = await fetch(address);
  expect(whole.headers.get('content-encoding')).toMatch(/gzip|br/);
  expect(await whole.text()).toBe(long);
  const part = await fetch(address, { headers: { range: 'bytes=5-9' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-encoding')).toBeNull();
  expect(await part.text()).toBe(long.slice(5, 10));
});

test('a port that is taken is told', async () => {
  const port = Number(new URL(site.address).port);
  await expect(serveSite(folder, { base: '/', port, host: 'localhost' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
