import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import type { Reading, TextImporter } from '../../src/importers/importer.ts';

const context = { path: 'folder/original', latestDay: '2026-11-23' };
const importers = (await findImporters()).filter(
  (importer): importer is TextImporter => 'readLarge' in importer,
);

describe.each(importers)('the reader of $format', ({ format, read, readLarge }) => {
  test('finds the same in pieces as in one, wherever the text is cut', async () => {
    for (const name of await readdir(join(import.meta.dirname, format))) {
      const folder = join(import.meta.dirname, format, name);
      const input = (await readdir(folder)).find((file) => file.startsWith('input')) ?? '';
      const text = await readFile(join(folder, input), 'utf8');
      const whole = read(text, context);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: text.length }), async (size) => {
          async function* open() {
            for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
          }
          const readings: Reading[] = [];
          for await (const reading of readLarge?.(open, context) ?? []) readings.push(reading);
          const drafts = (list: Reading[]): Reading[] =>
            list.filter(
              ({ kind }) => kind === 'draft' || kind === 'refused' || kind === 'left-out',
            );
          expect(drafts(readings)).toEqual(drafts(whole));
        }),
        { numRuns: 10 },
      );
    }
  });
});
