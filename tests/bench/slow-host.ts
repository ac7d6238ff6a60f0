// A file host at the end of a slow network: HTTP/2 with range requests, each answer delayed by a round trip and all answers together
// held to a bandwidth. The network is slow at the host, so it is so for pages and workers of any browser alike.

import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Network {
  name: string;
  roundTripMs: number;
  /** Bytes in a second, to the reader. */
  bandwidth: number;
}

/** A request that was answered: when it came, when its last byte left, in milliseconds, and how many bytes. */
export interface Exchange {
  path: string;
  from: number;
  to: number;
  bytes: number;
}

export interface SlowHost {
  address: string;
  network: Network;
  /** What has been asked for since the last call. */
  take(): Exchange[];
  close(): void;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Headers of a request and its answer, compressed by HTTP/2, are about so many bytes. */
const headerBytes = 120;

/** @param folders are looked through in turn for each path */
export async function startSlowHost(
  folders: readonly string[],
  network: Network,
): Promise<SlowHost> {
  let exchanges: Exchange[] = [];
  let freeAt = 0;
  const answer = (request: Http2ServerRequest, response: Http2ServerResponse): void => {
    const from = performance.now();
    const path = decodeURIComponent(request.url.replace(/\?.*$/, ''));
    const { status, headers, body } = readFile(folders, path, request.headers.range);
    const bytes = body.length + headerBytes;
    freeAt =
      Math.max(performance.now() + host.network.roundTripMs, freeAt) +
      (bytes / host.network.bandwidth) * 1000;
    setTimeout(() => {
      response.writeHead(status, headers);
      response.end(body);
      exchanges.push({ path, from, to: performance.now(), bytes });
    }, freeAt - performance.now());
  };
  const server: Http2SecureServer = createSecureServer(
    { ...makeCertificate(), allowHTTP1: true },
    answer,
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const host: SlowHost = {
    address: `https://localhost:${port}/`,
    network,
    take() {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    close: () => server.close(),
  };
  return host;
}

/** Reads what is asked for and no more: reading whole files would be the bottleneck of the measurement. */
function readFile(
  folders: readonly string[],
  path: string,
  range: string | undefined,
): { status: number; headers: Record<string, string>; body: Buffer } {
  const file = folders
    .map((folder) => join(folder, path.endsWith('/') ? `${path}index.html` : path))
    .find((name) => existsSync(name) && statSync(name).isFile());
  if (file === undefined) return { status: 404, headers: {}, body: Buffer.alloc(0) };
  const type = types[extname(file)] ?? 'application/octet-stream';
  const headers: Record<string, string> = { 'content-type': type, 'cache-control': 'max-age=600' };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (first !== undefined && last !== undefined) {
    const [start, end] = [Number(first), Number(last)];
    const body = Buffer.alloc(end - start + 1);
    const descriptor = openSync(file, 'r');
    const length = readSync(descriptor, body, 0, body.length, start);
    closeSync(descriptor);
    headers['content-range'] = `bytes ${start}-${start + length - 1}/${statSync(file).size}`;
    return { status: 206, headers, body: body.subarray(0, length) };
  }
  const body = readFileSync(file);
  if (!types[extname(file)]) return { status: 200, headers, body };
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}

/** A certificate for this machine that nobody trusts; made by openssl, as Node makes none. */
function makeCertificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const name = ['-subj', '/CN=localhost', '-days', '2'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-nodes', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert, ...name],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The requests by how many others they waited for, one behind the other: those of the first trip, those of the second … */
export function chainOf(exchanges: readonly Exchange[]): Exchange[][] {
  const trips: Exchange[][] = [];
  for (const exchange of exchanges.toSorted((a, b) => a.from - b.from)) {
    const before = trips.findLastIndex((trip) => trip.some(({ to }) => to <= exchange.from));
    (trips[before + 1] ??= []).push(exchange);
  }
  return trips;
}
