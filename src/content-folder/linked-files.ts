// Files beside articles that the articles link to: whether they are there, and whether they may be published.

import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileReading } from '../article/file-facts.ts';
import { isPublishable } from '../article/file-names.ts';
import { hash } from 'node:crypto';
import type { FileMemory } from './file-memory.ts';
import { isFile } from '../disk/locate.ts';
import { looksLikePicture } from '../article/picture-facts.ts';
import { pictureFile, readNamedPicture } from './pictures.ts';

/**
 * Reads the files that articles link to, each once.
 *
 * @param paths in the content folder
 * @param memory spares the reading of files that have not changed
 */
export async function readLinkedFiles(
  contentDir: string,
  paths: Iterable<string>,
  memory?: FileMemory<FileReading>,
): Promise<Map<string, FileReading>> {
  const readings = new Map<string, FileReading>();
  for (const path of new Set(paths)) {
    const file = pictureFile(contentDir, path);
    if (!isFile(file)) readings.set(path, { fault: 'missing', reason: file });
    else if (!isPublishable(path)) readings.set(path, { fault: 'refused', reason: 'its kind' });
    else {
      const make = (bytes: Uint8Array): Promise<FileReading> => readLinked(path, bytes);
      const reading = memory
        ? (await memory.readSlowly(path, file, make)).value
        : await make(readFileSync(file));
      readings.set(path, reading);
      await nextTurn();
    }
  }
  return readings;
}

async function readLinked(path: string, bytes: Uint8Array): Promise<FileReading> {
  const reason = looksLikePicture(path) ? await noPicture(path, bytes) : disguised(bytes);
  if (reason !== undefined) return { fault: 'refused', reason };
  return { digest: hash('sha256', bytes) };
}

async function noPicture(path: string, bytes: Uint8Array): Promise<string | undefined> {
  const reading = await readNamedPicture(path, bytes);
  return 'fault' in reading ? reading.reason : undefined;
}

/** What browsers take for a page although its name says something else (WHATWG MIME Sniffing §7.1). */
const page =
  /^(?:\uFEFF)?[\t\n\f\r ]*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--|\?xml)[\s>-]/i;

function disguised(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 1445));
  return page.test(start) ? 'it is a page of HTML or XML' : undefined;
}
