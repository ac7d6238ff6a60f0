// Copies of texts that are compressed already, for servers that send `page.html.br` where a browser takes Brotli
// (nginx `brotli_static` and `gzip_static`, Caddy `precompressed`).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Output } from './output.ts';
import type { RecordedFile } from './recorded-file.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** What shrinks; the search index and pictures are compressed as they are. */
const text = /\.(?:html|css|js|mjs|svg|xml|json|txt|webmanifest)$/;

/** In bytes; a smaller file is sent in one packet either way. */
const worthwhile = 1_000;

/** Brotli's highest level takes eight times as long as this one, for 3 % less. */
const brotliQuality = 9;

export const isCompressedCopy = (path: string): boolean => /\.(?:br|gz)$/.test(path);

/** The compressed copies of a folder's files. */
export function listCompressed(dir: string, files: ReadonlyMap<string, RecordedFile>): Output[] {
  return [...files]
    .filter(([path, { size }]) => text.test(path) && size >= worthwhile)
    .flatMap(([path, { digest }]) => [
      {
        path: `${path}.br`,
        key: `brotli-${brotliQuality}-${digest}`,
        make: () =>
          brotli(readFileSync(join(dir, path)), {
            params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality },
          }),
      },
      {
        path: `${path}.gz`,
        key: `gzip-9-${digest}`,
        make: () => gzipped(readFileSync(join(dir, path)), { level: 9 }),
      },
    ]);
}
