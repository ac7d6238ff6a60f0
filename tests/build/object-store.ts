// As much of Amazon's S3 protocol as rclone needs to send a site: list, put, head and delete, in memory.

import { hash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredObject {
  body: Buffer;
  contentType: string;
  cacheControl: string;
}

export interface ObjectStore {
  port: number;
  objects: Map<string, StoredObject>;
  /** `PUT index.html`, `DELETE old/index.html`, in the order in which they came. */
  log: string[];
  close(): void;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function startObjectStore(bucket: string): Promise<ObjectStore> {
  const objects = new Map<string, StoredObject>();
  const log: string[] = [];
  const etag = (body: Buffer): string => `"${hash('md5', body)}"`;
  const list = (prefix: string): string =>
    `<?xml version="1.0"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>false</IsTruncated>${[
      ...objects,
    ]
      .filter(([key]) => key.startsWith(prefix))
      .map(
        ([key, { body }]) =>
          `<Contents><Key>${escape(key)}</Key><Size>${body.length}</Size><ETag>${etag(body)}</ETag><LastModified>2024-01-01T00:00:00.000Z</LastModified><StorageClass>STANDARD</StorageClass></Contents>`,
      )
      .join('')}</ListBucketResult>`;
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://store');
      const key = decodeURIComponent(url.pathname.slice(bucket.length + 2));
      const body = await read(request);
      const object = objects.get(key);
      if (request.method === 'PUT' && key !== '') {
        const { 'content-type': contentType = '', 'cache-control': cacheControl = '' } =
          request.headers;
        objects.set(key, { body, contentType, cacheControl });
        log.push(`PUT ${key}`);
        response.setHeader('etag', etag(body)).end();
      } else if (request.method === 'DELETE') {
        objects.delete(key);
        log.push(`DELETE ${key}`);
        response.writeHead(204).end();
      } else if (request.method === 'POST' && url.searchParams.has('delete')) {
        const keys = [...body.toString().matchAll(/<Key>(.*?)<\/Key>/g)].map(
          ([, name]) => name ?? '',
        );
        for (const name of keys) {
          objects.delete(name);
          log.push(`DELETE ${name}`);
        }
        response.end('<DeleteResult/>');
      } else if (key === '') response.end(list(url.searchParams.get('prefix') ?? ''));
      else if (object) {
        response
          .setHeader('etag', etag(object.body))
          .setHeader('content-length', object.body.length);
        response.setHeader('last-modified', 'Mon, 01 Jan 2024 00:00:00 GMT');
        response.end(request.method === 'HEAD' ? undefined : object.body);
      } else response.writeHead(404).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    objects,
    log,
    close: () => server.close(),
  };
}
