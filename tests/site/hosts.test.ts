// The files for hosts, read by the hosts: each server that is installed here serves the built site with its file, and
// says what its headers are.

import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, describe, expect, inject, test } from 'vitest';

const work = mkdtempSync(join(tmpdir(), 'dateline-hosts-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill();
  rmSync(work, { recursive: true, force: true });
});

function findProgram(name: string): string | undefined {
  return ['/usr/sbin', '/usr/bin', '/usr/local/bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Each with its configuration, and how it is started. */
const servers = {
  nginx: (port: number, folder: string) => ({
    config: `${userInfo().uid === 0 ? `user ${userInfo().username};` : ''}
daemon off; pid nginx.pid; error_log stderr;
events {}
http { access_log off; include /etc/nginx/mime.types; default_type application/octet-stream;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
include ${work}/www/archive/_hosts/nginx-maps.conf;
server { listen 127.0.0.1:${port}; root ${work}/www;
include ${work}/www/archive/_hosts/nginx-server.conf; } }`,
    args: ['-p', folder, '-c', join(folder, 'config')],
  }),
  apache2: (port: number, folder: string) => ({
    config: `ServerName localhost
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'alias', 'setenvif']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${work}/www
<Directory ${work}/www>
AllowOverride All
Options FollowSymLinks
Require all granted
</Directory>
<Directory ${inject('siteDir')}>
AllowOverride All
Require all granted
</Directory>`,
    args: ['-f', join(folder, 'config'), '-DFOREGROUND'],
  }),
  caddy: (port: number, folder: string) => ({
    config: `{
	admin off
	auto_https off
	storage file_system ${folder}/data
}
http://127.0.0.1:${port} {
	root * ${work}/www
	import ${work}/www/archive/_hosts/Caddyfile
	file_server
}`,
    args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'config')],
  }),
};

async function start(name: keyof typeof servers, program: string): Promise<string> {
  mkdirSync(join(work, 'www'), { recursive: true });
  if (!existsSync(join(work, 'www/archive')))
    symlinkSync(inject('siteDir'), join(work, 'www/archive'));
  const folder = join(work, name);
  mkdirSync(folder);
  const port = await freePort();
  const { config, args } = servers[name](port, folder);
  writeFileSync(join(folder, 'config'), config);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  running.push(child);
  let said = '';
  for (const out of [child.stdout, child.stderr])
    out.on('data', (data: Buffer) => (said += data.toString()));
  const address = `http://127.0.0.1:${port}/archive/`;
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`);
    try {
      await fetch(address);
      return address;
    } catch {
      await later(100);
    }
  }
  throw new Error(`${name} does not answer: ${said}`);
}

const read = (path: string): string => readFileSync(join(inject('siteDir'), path), 'utf8');

describe.each(Object.keys(servers) as (keyof typeof servers)[])('%s', (name) => {
  const program = findProgram(name);

  test.skipIf(program === undefined)(
    'serves pages, parts, feeds and old addresses with the headers that are described',
    async () => {
      const address = await start(name, program ?? name);
      const head = async (path: string, init?: RequestInit) => {
        const response = await fetch(address + path, { redirect: 'manual', ...init });
        await response.arrayBuffer();
        return response;
      };
      const page = await head('2024/03/01/dike-holds/');
      expect(page.status).toBe(200);
      const policy =
        /http-equiv="content-security-policy" content="([^"]+)"/.exec(read('index.html'))?.[1] ??
        'none';
      expect(page.headers.get('content-security-policy')).toBe(
        `${policy.replaceAll('&#39;', "'")}; frame-ancestors 'none'`,
      );
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('referrer-policy')).toBe('same-origin');
      expect(page.headers.get('permissions-policy')).toContain('camera=()');
      expect(page.headers.get('cache-control')).toBe('no-cache');

      const [style = ''] = /_astro\/[^"]+\.css/.exec(read('index.html')) ?? [];
      const kept = await head(style);
      expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(kept.headers.get('x-content-type-options')).toBe('nosniff');
      expect(kept.headers.get('content-type')).toContain('text/css');

      const part = await head('search-index/manifest.pack', { headers: { range: 'bytes=0-9' } });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toMatch(/^bytes 0-9\//);
      expect(part.headers.get('content-encoding')).toBeNull();

      for (const [path, type] of [
        ['feed.xml', 'application/atom+xml'],
        ['rss.xml', 'application/rss+xml'],
        ['feed.json', 'application/feed+json'],
        ['on-this-day/calendar.ics', 'text/calendar'],
      ] as const) {
        expect((await head(path)).headers.get('content-type'), path).toContain(type);
      }

      for (const old of ['news/1207/', 'paper/d%C3%ADke.html']) {
        const moved = await head(old);
        expect(moved.status, old).toBe(301);
        expect(moved.headers.get('location'), old).toMatch(
          /\/archive\/2024\/03\/01\/dike-holds\/$|\/archive\/\d{4}\//,
        );
      }
      const gone = await fetch(`${address}2024/03/01/mill-burns/`);
      // Apache would send a page of its own in place of the one that says why.
      expect(gone.status).toBe(name === 'apache2' ? 200 : 410);
      expect(await gone.text()).toContain('It was another mill, and it stands.');
      const lost = await fetch(`${address}nothing/here/`);
      expect(lost.status).toBe(404);
      expect(await lost.text()).toContain('Page not found');
    },
  );
});

test('the files of Netlify and Cloudflare have the same headers and addresses', () => {
  expect(read('_headers')).toMatch(
    /^\/archive\/\*\n {2}Content-Security-Policy: default-src 'none'.*frame-ancestors 'none'\n/,
  );
  expect(read('_headers')).toContain(
    '/archive/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  );
  expect(read('_redirects')).toContain('/archive/news/1207/ /archive/2024/03/01/dike-holds/ 301\n');
  expect(read('_redirects')).toContain('/archive/paper/d%C3%ADke.html ');
});
