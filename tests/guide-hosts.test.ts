// The recipes of the guide, each read by the server that it is for, where that is installed.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';

const work = mkdtempSync(join(tmpdir(), 'dateline-recipes-'));
const www = join(work, 'www');
const page = `<!doctype html><title>Flood</title>${'The water rose. '.repeat(100)}`;
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill();
  rmSync(work, { recursive: true, force: true });
});
for (const [path, text] of Object.entries({
  '2024/index.html': page,
  '404.html': 'Nothing is here.',
  '_astro/a.css': 'a { color: red }',
})) {
  mkdirSync(join(www, path, '..'), { recursive: true });
  writeFileSync(join(www, path), text);
}
writeFileSync(join(www, '2024/index.html.gz'), gzipSync(page));

const guide = readFileSync('content/pages/guide/hosts.md', 'utf8');

/** The recipe of a server, served at another address and from another folder. */
function recipe(language: string, changes: readonly [RegExp, string][]): string {
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';
  return changes.reduce((text, [from, to]) => {
    expect(text).toMatch(from);
    return text.replaceAll(new RegExp(from, 'gm'), to);
  }, block);
}

/** Each with its program, its configuration, and how it is started. */
const servers = {
  nginx: (port: number, folder: string) => ({
    program: '/usr/sbin/nginx',
    config: `${userInfo().uid === 0 ? `user ${userInfo().username};` : ''}
daemon off; pid nginx.pid; error_log stderr;
events {}
http { access_log off; include /etc/nginx/mime.types;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
${recipe('nginx', [
  [/listen 443 ssl;/, `listen 127.0.0.1:${port};`],
  [/^ *ssl_certificate.*$/m, ''],
  // A module of its own, which the guide tells to leave out where it is not installed.
  [/^ *brotli_static.*$/m, ''],
  [/\/var\/www\/archive/, www],
])} }`,
    args: ['-p', folder, '-c', join(folder, 'config')],
  }),
  apache: (port: number, folder: string) => ({
    program: '/usr/sbin/apache2',
    config: `ServerName localhost
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
Listen 127.0.0.1:${port}
${['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${www}
<Directory ${www}>
Require all granted
${recipe('apache', [])}
</Directory>`,
    args: ['-f', join(folder, 'config'), '-DFOREGROUND'],
  }),
  caddyfile: (port: number, folder: string) => ({
    program: '/usr/bin/caddy',
    config: `{
	admin off
	auto_https off
	storage file_system ${folder}/data
}
${recipe('caddyfile', [
  [/^archive\.example\.org/m, `http://127.0.0.1:${port}`],
  [/\/var\/www\/archive/, www],
])}`,
    args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'config')],
  }),
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

async function start(name: keyof typeof servers): Promise<string> {
  const folder = join(work, name);
  mkdirSync(folder);
  const port = await freePort();
  const { program, config, args } = servers[name](port, folder);
  writeFileSync(join(folder, 'config'), config);
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  running.push(child);
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer) return `http://127.0.0.1:${port}`;
    await later(100);
  }
  throw new Error(`${name} does not answer: ${said}`);
}

const names = Object.keys(servers) as (keyof typeof servers)[];

test.each(names)(
  'the recipe for %s serves pages, says what is not there, and how long to keep',
  async (name) => {
    const { program } = servers[name](0, work);
    if (!existsSync(program)) {
      process.stderr.write(`${program} is not installed here: its recipe is not tried.\n`);
      return;
    }
    const address = await start(name);
    const found = await fetch(`${address}/2024/`);
    expect([found.status, await found.text()]).toEqual([200, page]);
    expect(found.headers.get('cache-control')).toBe('no-cache');
    expect(found.headers.get('x-content-type-options')).toBe('nosniff');
    // Node's fetch asks for compressed answers and takes them apart.
    expect(found.headers.get('content-encoding')).toBe('gzip');
    const missing = await fetch(`${address}/2025/`);
    expect([missing.status, await missing.text()]).toEqual([404, 'Nothing is here.']);
    const style = await fetch(`${address}/_astro/a.css`);
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(style.headers.get('x-content-type-options')).toBe('nosniff');
  },
);
