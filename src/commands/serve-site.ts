import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import { serveFolder } from './serve-folder.ts';

export interface ServedSite {
  server: Server;
  /** The address of the front page, with its port and base, as this machine's browser opens it. */
  address: string;
  /** Answers what has been asked, for a second at most, and ends. */
  stop: () => Promise<void>;
}

/** Where a server listens. */
export interface Listening {
  /** 0 takes any free one. */
  port: number;
  host: string;
}

const lastAnswersMs = 1_000;

/**
 * Serves a built site on this machine, as a file host would: compressed, below its base path, with its own 404 page.
 *
 * @param base the path of the site's address, percent-encoded or not
 * @throws the system's error where the port or the host cannot be had
 */
export async function serveSite(
  siteDir: string,
  { base, ...listening }: Listening & { base: string },
): Promise<ServedSite> {
  const answer = answerFrom(siteDir, base);
  const compress = compression();
  const server = createServer((request, response) => {
    // A part of a file is counted in the file's own bytes.
    if (request.headers.range) answer(request, response);
    else compress(request, response, () => answer(request, response));
  });
  await listen(server, listening);
  const { port } = server.address() as AddressInfo;
  return {
    server,
    address: `http://${nameForBrowsers(listening.host)}:${port}${encodeURI(decode(base) ?? base)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), lastAnswersMs).unref();
      }),
  };
}

/**
 * Makes sure that a site can be served, before it is built.
 *
 * @throws the system's error where the port or the host cannot be had
 */
export async function requireFree(listening: Listening): Promise<void> {
  const server = createServer();
  await listen(server, listening);
  await new Promise((resolve) => server.close(resolve));
}

async function listen(server: Server, { port, host }: Listening): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** All addresses of a machine are no address to open; one of IPv6 stands in brackets (RFC 3986 §3.2.2). */
function nameForBrowsers(host: string): string {
  if (['0.0.0.0', '::', ''].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function answerFrom(siteDir: string, base: string): Answer {
  const files = serveFolder(siteDir);
  const root = decode(base) ?? base;
  return (request, response) => {
    if (refuseMethod(request, response)) return;
    const onMissing = (): void => void sendNotFound(siteDir, response);
    const { path, query } = readTarget(request.url ?? '/');
    if (path === undefined) return onMissing();
    const redirect = (status: 301 | 302, to: string): void =>
      void response.writeHead(status, { location: encodeURI(to) + query }).end();
    if (path === '/' && root !== '/') return redirect(302, root);
    if (`${path}/` === root) return redirect(302, root);
    if (!path.startsWith(root)) return onMissing();
    files(request, response, {
      path: path.slice(root.length - 1),
      onMissing,
      onFolder: () => redirect(301, `${path}/`),
    });
  };
}

/** Refuses what files cannot answer (RFC 9110 §9.1, §15.5.6). */
function refuseMethod({ method }: IncomingMessage, response: ServerResponse): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  response.writeHead(method === 'OPTIONS' ? 204 : 405, { allow: 'GET, HEAD, OPTIONS' }).end();
  return true;
}

/** Reads the target of a request, which may be a whole address (RFC 9112 §3.2.2). No path where it is malformed. */
function readTarget(target: string): { path: string | undefined; query: string } {
  const [, path = '', query = ''] = /^(?:https?:\/\/[^/?]*)?([^?]*)(.*)$/is.exec(target) ?? [];
  return { path: decode(path === '' ? '/' : path), query };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function sendNotFound(siteDir: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(siteDir, '404.html')).catch(() => Buffer.from('Not found.\n'));
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page.length,
    'cache-control': 'no-cache',
  };
  response.writeHead(404, headers).end(response.req.method === 'HEAD' ? undefined : page);
}
