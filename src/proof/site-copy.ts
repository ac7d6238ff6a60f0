// A copy of a site, in a folder or at an address, as far as a check has to know it.

import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listFiles } from '../disk/list-files.ts';

/** What an answer for a file is; `byHost` where the host answers in its own way: a redirect, or a file it keeps to itself. */
export type Answer =
  | { kind: 'file'; digest: string }
  | { kind: 'missing' }
  | { kind: 'byHost' }
  | { kind: 'unread'; reason: string };

export interface SiteCopy {
  /** All files that are there, relative to the copy; none where only single ones can be asked for. */
  files: (() => string[]) | undefined;
  digestOf: (path: string) => Promise<Answer>;
  /** The bytes of a small file; none where it is not there. */
  read: (path: string) => Promise<Uint8Array | undefined>;
}

export function folderCopy(folder: string): SiteCopy {
  return {
    files: () => listFiles(folder),
    async digestOf(path) {
      const hash = createHash('sha256');
      try {
        await pipeline(createReadStream(join(folder, path)), hash);
        return { kind: 'file', digest: hash.digest('hex') };
      } catch (error) {
        return isAbsent(error) ? { kind: 'missing' } : { kind: 'unread', reason: String(error) };
      }
    },
    read(path) {
      try {
        return Promise.resolve(readFileSync(join(folder, path)));
      } catch (error) {
        if (isAbsent(error)) return Promise.resolve(undefined);
        throw error;
      }
    },
  };
}

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** What hosts read and do not serve. */
const hostFiles = /^(?:\.htaccess|_headers|_redirects|_hosts\/.*)$/;

const patienceMs = 60_000;

/** @param address with a slash at its end */
export function webCopy(address: string): SiteCopy {
  const ask = (path: string): Promise<Response> => {
    const asReadersAsk = path.replace(/(^|\/)index\.html$/, '$1');
    const url = new URL(asReadersAsk.split('/').map(encodeURIComponent).join('/'), address);
    // At an old address the host may lead on, where a copy on the disk has a page.
    return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
  };
  return {
    files: undefined,
    async digestOf(path) {
      try {
        const response = await ask(path);
        const hash = createHash('sha256');
        for await (const bytes of response.body ?? []) hash.update(bytes);
        if (response.ok) return { kind: 'file', digest: hash.digest('hex') };
        const isOfHost = response.status === 410 || response.status < 400 || hostFiles.test(path);
        if (isOfHost) return { kind: 'byHost' };
        return response.status === 404
          ? { kind: 'missing' }
          : { kind: 'unread', reason: `the host answers ${response.status}` };
      } catch (error) {
        const { cause } = error as Error;
        return { kind: 'unread', reason: cause instanceof Error ? cause.message : String(error) };
      }
    },
    async read(path) {
      const response = await ask(path);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
  };
}
