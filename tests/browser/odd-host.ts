// A host of a folder that answers as odd hosts do.

import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** How a host answers requests for parts of files, and what it does to bytes. */
export type Manner =
  | 'plain'
  | 'sends whole files'
  | 'sends whole files, compressed'
  | 'keeps files compressed, and cuts those'
  | 'compresses parts'
  | 'refuses parts'
  | 'calls whole files parts'
  | 'sends other parts';

export interface OddHost {
  /** The address of the front page, with a slash at its end. */
  address: string;
  /** The folder that is served; it may be exchanged. */
  dir: string;
  manner: Manner;
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** Gives other bytes for a file; nothing for those that it leaves as they are, `null` for none at all. */
  spoil: (path: string, bytes: Buffer) => Buffer | null | undefined;
  /** The paths asked for, in order. */
  log: string[];
  server: Server;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves a folder below `/archive/`. */
export async function startOddHost(dir: string): Promise<OddHost> {
  const server = createServer((request, response) => answer(host, request, response));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const host: OddHost = {
    address: `http://localhost:${port}/archive/`,
    dir,
    manner: 'plain',
    headers: {},
    spoil: () => undefined,
    log: [],
    server,
  };
  return host;
}

function answer(host: OddHost, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', host.address);
  const path = decodeURIComponent(url.pathname).replace(/^\/archive\//, '');
  host.log.push(path);
  const bytes = readFile(host, path);
  if (!bytes) {
    response.writeHead(404, { 'content-type': 'text/html', ...host.headers }).end('<p>Not here');
    return;
  }
  const isPage = path === '' || path.endsWith('/');
  const head = {
    'content-type': types[isPage ? '.html' : extname(path)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    ...host.headers,
  };
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  if (range)
    sendPart(host, response, { bytes, head, from: Number(range[1]), to: Number(range[2]) });
  else if (/compressed/.test(host.manner)) {
    response.writeHead(200, { ...head, 'content-encoding': 'gzip' }).end(gzipSync(bytes));
  } else response.writeHead(200, head).end(bytes);
}

function readFile(host: OddHost, path: string): Buffer | undefined {
  const file = join(host.dir, path === '' || path.endsWith('/') ? `${path}index.html` : path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const bytes = readFileSync(file);
  const spoilt = host.spoil(path, bytes);
  return spoilt === null ? undefined : (spoilt ?? bytes);
}

interface Part {
  bytes: Buffer;
  head: Record<string, string>;
  from: number;
  to: number;
}

function sendPart({ manner }: OddHost, response: ServerResponse, part: Part): void {
  const { bytes, head, from, to } = part;
  const partial = (of: Buffer, shift = 0): Record<string, string> => ({
    ...head,
    'content-range': `bytes ${from + shift}-${Math.min(to, of.length - 1)}/${of.length}`,
  });
  switch (manner) {
    case 'plain':
      return void response.writeHead(206, partial(bytes)).end(bytes.subarray(from, to + 1));
    case 'sends whole files':
      return void response.writeHead(200, head).end(bytes);
    case 'sends whole files, compressed':
      return void response
        .writeHead(200, { ...head, 'content-encoding': 'gzip' })
        .end(gzipSync(bytes));
    case 'keeps files compressed, and cuts those': {
      const packed = gzipSync(bytes);
      const headers = { ...partial(packed), 'content-encoding': 'gzip' };
      return void response.writeHead(206, headers).end(packed.subarray(from, to + 1));
    }
    case 'compresses parts': {
      const headers = { ...partial(bytes), 'content-encoding': 'gzip' };
      return void response.writeHead(206, headers).end(gzipSync(bytes.subarray(from, to + 1)));
    }
    case 'refuses parts':
      return void response.writeHead(416, head).end();
    case 'calls whole files parts':
      return void response.writeHead(206, partial(bytes)).end(bytes);
    case 'sends other parts':
      return void response.writeHead(206, partial(bytes)).end(bytes.subarray(0, to + 1 - from));
  }
}
