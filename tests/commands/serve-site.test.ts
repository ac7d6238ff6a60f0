import { request, type RequestOptions } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireFree, serveSite, type ServedSite } from '../../src/commands/serve-site.ts';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  writeFileSync(join(siteDir, 'ten.bin'), '0123456789');
  writeFileSync(join(siteDir, 'large.pack'), Buffer.alloc(2_000_000, 'x'));
  writeFileSync(join(siteDir, 'large.txt'), Buffer.alloc(2_000_000, 'x'));
  writeFileSync(join(siteDir, 'what? 100%.txt'), 'odd');
  mkdirSync(join(siteDir, '.well-known'));
  writeFileSync(join(siteDir, '.well-known/security.txt'), 'Contact');
  writeFileSync(join(siteDir, '2024/03/01/index.html'), 'day');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  site = await serveSite(siteDir, { base: '/archive/', port: 0, host: 'localhost' });
});

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number | undefined;
  location: string | undefined;
  text: string;
}

/** Asks for a path as it stands: `fetch` would tidy it first. */
function ask(path: string, more: RequestOptions = {}): Promise<Answer> {
  const { hostname, port } = new URL(site.address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, ...more }, (response) => {
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

test('an address without the slash at its end leads to the page', async () => {
  expect(await ask('/archive/2024/03/01?q=a')).toMatchObject({
    status: 301,
    location: '/archive/2024/03/01/?q=a',
  });
});

test('a request may name the whole address, and odd signs', async () => {
  expect(await ask('http://archive.example/archive/2024/03/01/')).toMatchObject({ text: 'day' });
  expect(await ask('/archive/what%3F%20100%25.txt')).toMatchObject({ status: 200, text: 'odd' });
  expect(await ask('/archive/.well-known/security.txt')).toMatchObject({ text: 'Contact' });
});

const ten = (): URL => new URL('ten.bin', site.address);

test.each([
  ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-1', 206, '9', 'bytes 9-9/10'],
  ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=-0', 416, '', 'bytes */10'],
  ['bytes=5-2', 416, '', 'bytes */10'],
  ['lines=0-1', 200, '0123456789', null],
  ['bytes=a-b', 200, '0123456789', null],
  ['bytes', 200, '0123456789', null],
  ['bytes=0-1,4-5', 200, '0123456789', null],
])('the range `%s` is answered with status %i', async (range, status, text, contentRange) => {
  const response = await fetch(ten(), { headers: { range } });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-range')).toBe(contentRange);
  expect(await response.text()).toBe(text);
  // The server has gone on.
  expect((await fetch(site.address)).status).toBe(200);
});

test('a range is for GET, and only for the file that its condition names', async () => {
  const head = await fetch(ten(), { method: 'HEAD', headers: { range: 'bytes=0-0' } });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '10']);
  const modified = head.headers.get('last-modified') ?? '';
  const etag = head.headers.get('etag') ?? '';
  const part = (condition: string): Promise<Response> =>
    fetch(ten(), { headers: { range: 'bytes=0-0', 'if-range': condition } });
  expect((await part(modified)).status).toBe(206);
  expect((await part('Thu, 01 Jan 1970 00:00:00 GMT')).status).toBe(200);
  expect(etag).toMatch(/^W\//);
  expect((await part(etag)).status).toBe(200);
});

test('what the reader has already is not sent again', async () => {
  const { headers } = await fetch(ten());
  const etag = headers.get('etag') ?? '';
  const modified = headers.get('last-modified') ?? '';
  const status = async (conditions: Record<string, string>): Promise<number> =>
    // `fetch` would add a header that asks past all caches.
    (await ask('/archive/ten.bin', { headers: conditions })).status ?? 0;
  expect(await status({ 'if-none-match': etag })).toBe(304);
  expect(await status({ 'if-none-match': '*' })).toBe(304);
  expect(await status({ 'if-none-match': '"other"' })).toBe(200);
  expect(await status({ 'if-modified-since': modified })).toBe(304);
  expect(await status({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200);
  expect(await status({ 'if-match': '"other"' })).toBe(412);
  expect(await status({ 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).toBe(412);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
  '%s is refused, with what is allowed',
  async (method) => {
    const response = await fetch(site.address, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  },
);

test('HEAD and OPTIONS answer without a body', async () => {
  const page = await fetch(new URL('none/', site.address), { method: 'HEAD' });
  expect([page.status, page.headers.get('content-length')]).toEqual([404, '12']);
  const options = await fetch(site.address, { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
});

const listsOpenFiles = existsSync('/proc/self/fd');

/** The files of the site that this process has open. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${fd}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return [];
    }
  });

test.runIf(listsOpenFiles).each(['large.pack', 'large.txt'])(
  '%s is closed when its reader goes away',
  async (name) => {
    const { hostname, port } = new URL(site.address);
    const dropped = Array.from(
      { length: 60 },
      () =>
        new Promise<void>((resolve, reject) => {
          const headers = { 'accept-encoding': 'gzip' };
          const asked = request(
            { hostname, port, path: `/archive/${name}`, headers },
            (response) => {
              response.destroy();
              resolve();
            },
          );
          asked.on('error', reject).end();
        }),
    );
    await Promise.all(dropped);
    await expect.poll(openFiles, { timeout: 120_000 }).toEqual([]);
    expect((await fetch(new URL(name, site.address))).status).toBe(200);
  },
);

test('a port or host that cannot be had is told, before anything is built', async () => {
  const port = Number(new URL(site.address).port);
  await expect(requireFree({ port, host: 'localhost' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await expect(serveSite(folder, { base: '/', port, host: 'localhost' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await expect(requireFree({ port: 0, host: '192.0.2.1' })).rejects.toMatchObject({
    code: 'EADDRNOTAVAIL',
  });
  await expect(requireFree({ port: 0, host: 'localhost' })).resolves.toBeUndefined();
});

test.each([
  ['0.0.0.0', /^http:\/\/localhost:\d+\/$/],
  ['127.0.0.1', /^http:\/\/127\.0\.0\.1:\d+\/$/],
])('served at %s, the address is one to open', async (host, shape) => {
  const served = await serveSite(join(folder, 'site'), { base: '/', port: 0, host });
  expect(served.address).toMatch(shape);
  expect((await fetch(served.address)).status).toBe(200);
  await served.stop();
});

test.each(['/архив/', encodeURI('/архив/'), '/my archive/', '/my%20archive/', '/a%c3%bc/'])(
  'a site lives below %s',
  async (base) => {
    const served = await serveSite(join(folder, 'site'), { base, port: 0, host: 'localhost' });
    expect(served.address).toMatch(/^[\u0020-\u007E]+$/);
    expect(await (await fetch(served.address)).text()).toBe('front');
    expect((await fetch(served.address.replace(/\/$/, ''))).url).toBe(served.address);
    await served.stop();
  },
);

test('what is being sent is sent to its end, and a reader who takes no more is not waited for', async () => {
  const served = await serveSite(join(folder, 'site'), { base: '/', port: 0, host: 'localhost' });
  const { hostname, port } = new URL(served.address);
  await new Promise<void>((resolve) => {
    request({ hostname, port, path: '/large.pack' }, (response) => {
      response.pause().on('error', () => undefined);
      resolve();
    }).end();
  });
  const began = performance.now();
  await served.stop();
  expect(performance.now() - began).toBeLessThan(60_000);
});
