// A BagIt bag (RFC 8493): the package in which libraries and archives take digital holdings over.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Stop } from '../disk/stop.ts';
import type { Digests } from './manifest.ts';

export interface Bag {
  /** The folders that it holds, by their names in the payload, with their files. */
  payload: Readonly<Record<string, { folder: string; files: readonly string[] }>>;
  /** What is known of files of the payload before. */
  expected: Digests;
  /** What `bag-info.txt` says (RFC 8493 §2.2.2), beside the size. */
  info: readonly (readonly [label: string, value: string])[];
}

/** What a bag came to hold. */
export interface Bagged {
  files: number;
  bytes: number;
  /** SHA-256 of each file of the payload, by its path below `data/`. */
  digests: Map<string, string>;
}

/**
 * Makes a bag. It appears under its name when it is whole.
 *
 * @param dir a folder that is not there yet
 * @throws Stop where a file is not as was expected
 */
export async function makeBag(
  dir: string,
  { payload, expected, info }: Bag,
  onProgress: (done: number, total: number) => void,
): Promise<Bagged> {
  const work = join(dirname(dir), `.${basename(dir)}.${process.pid}`);
  try {
    const bagged = await copyPayload(join(work, 'data'), payload, onProgress);
    requireExpected(bagged.digests, expected);
    const tags = {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': [...info, ['Payload-Oxum', `${bagged.bytes}.${bagged.files}`] as const]
        .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
        .join(''),
      'manifest-sha256.txt': [...bagged.digests]
        .map(([path, digest]) => `${digest}  data/${encodeName(path)}\n`)
        .join(''),
    };
    const ofTags = Object.entries(tags).map(
      ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
    );
    for (const [name, text] of Object.entries(tags)) await writeFile(join(work, name), text);
    await writeFile(join(work, 'tagmanifest-sha256.txt'), ofTags.join(''));
    await rename(work, dir);
    return bagged;
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}

async function copyPayload(
  dataDir: string,
  payload: Bag['payload'],
  onProgress: (done: number, total: number) => void,
): Promise<Bagged> {
  const files = Object.entries(payload).flatMap(([name, { folder, files: ofFolder }]) =>
    ofFolder.map((path) => ({ from: join(folder, path), path: `${name}/${path}` })),
  );
  await mkdir(dataDir, { recursive: true });
  const bagged: Bagged = { files: files.length, bytes: 0, digests: new Map() };
  for (const { from, path } of files) {
    const hash = createHash('sha256');
    const digesting = new Transform({
      transform(bytes: Buffer, _, next) {
        hash.update(bytes);
        bagged.bytes += bytes.length;
        next(null, bytes);
      },
    });
    const to = join(dataDir, path);
    await mkdir(dirname(to), { recursive: true });
    await pipeline(createReadStream(from), digesting, createWriteStream(to));
    bagged.digests.set(path, hash.digest('hex'));
    onProgress(bagged.digests.size, files.length);
  }
  return bagged;
}

function requireExpected(digests: Digests, expected: Digests): void {
  for (const [path, digest] of expected) {
    if (digests.get(path) === digest) continue;
    throw new Stop(
      `\`${path}\` is not as it was built: \`npm run verify\` names all that has changed. Build the site again, then pack it.`,
    );
  }
}

/** A line of a manifest ends with its path (RFC 8493 §2.1.3). */
const encodeName = (path: string): string => path.replace(/[%\r\n]/g, encodeURIComponent);
