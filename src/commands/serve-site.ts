import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { createReadStream } from 'node:fs';
import compression from 'compression';
import sirv from 'sirv';

export interface ServedSite {
  server: Server;
  /** The address of the front page, with its port and base. */
  address: string;
}

/**
 * Serves a built site on this machine, as a file host would: compressed, below its base path, with its own 404 page.
 *
 * @param port 0 takes any free one
 */
export async function serveSite(
  siteDir: string,
  { base, port, host }: { base: string; port: number; host: string },
): Promise<ServedSite> {
  const files = sirv(siteDir, { dev: true, etag: true });
  const compress = compression();
  const server = createServer((request, response) => {
    // A part of a file is counted in the file's own bytes.
    if (request.headers.range) answer(request, response);
    else compress(request, response, () => answer(request, response));
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      createReadStream(join(siteDir, '404.html'))
        .on('error', () => response.end())
        .pipe(response);
    };
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      if (url === '/' || url === base.slice(0, -1))
        response.writeHead(302, { location: base }).end();
      else notFound();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    files(request, response, notFound);
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  return { server, address: `http://${host}:${bound.port}${base}` };
}
