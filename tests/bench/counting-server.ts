// Serves a folder as a file host does, texts compressed, and counts what it sends.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Sent {
  requests: number;
  bytes: number;
}

export interface CountingServer {
  address: string;
  server: Server;
  /** What has been sent since the last call, by path prefix where one is given. */
  take(): Sent;
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
const compressed = new Set(['html', 'js', 'css', 'svg']);

/** @param folders are looked through in turn for each path */
export async function serveCounting(folders: readonly string[]): Promise<CountingServer> {
  let sent: Sent = { requests: 0, bytes: 0 };
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/\?.*$/, ''));
    const file = folders
      .map((folder) => join(folder, path.endsWith('/') ? `${path}index.html` : path))
      .find((name) => existsSync(name));
    sent.requests++;
    if (file === undefined) return void response.writeHead(404).end();
    const extension = /\.([^.]+)$/.exec(file)?.[1] ?? '';
    const headers = {
      'content-type': types[extension] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
    };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (range) {
      const [start, end] = [Number(range[1]), Number(range[2])];
      sent.bytes += end - start + 1;
      const { size } = statSync(file);
      response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}` });
      createReadStream(file, { start, end }).pipe(response);
    } else if (compressed.has(extension)) {
      const body = gzipSync(readFileSync(file));
      sent.bytes += body.length;
      response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(body);
    } else {
      sent.bytes += statSync(file).size;
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    server,
    take() {
      const taken = sent;
      sent = { requests: 0, bytes: 0 };
      return taken;
    },
  };
}
