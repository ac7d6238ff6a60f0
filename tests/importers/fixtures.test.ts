// Each folder `<format>/<case>` holds an original, `input.*`, and `expected/`, what its import makes: the articles,
// and in `told.txt` what the end of the import tells. To add a case, drop in an original, run, and read what
// appears; to change one, delete its `expected/`, run, and read the difference.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import { importInto } from './import-into.ts';
import { readTree, recorded } from './recorded.ts';

const folder = import.meta.dirname;
const importers = await findImporters();

for (const { format } of importers) {
  const cases = (await readdir(join(folder, format)).catch((): string[] => [])).toSorted();
  describe(`the reader of ${format}`, () => {
    test('has at least one case', () => expect(cases).not.toEqual([]));
    test.each(cases)('imports the case %s as recorded', async (name) => {
      const files = await readdir(join(folder, format, name));
      const input = files.find((file) => file.startsWith('input')) ?? '';
      const content = await mkdtemp(join(tmpdir(), 'dateline-'));
      try {
        const { told } = await importInto(content, [join(folder, format, name, input)]);
        const made = { 'told.txt': `${told}\n`, ...(await readTree(content)) };
        expect(made).toEqual(
          await recorded(join(folder, format, name, 'expected'), made, process.env['CI']),
        );
      } finally {
        await rm(content, { recursive: true, force: true });
      }
    });
  });
}
