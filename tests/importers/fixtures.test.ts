// Each folder `<format>/<case>` holds an original, `input.*`, and `expected/`, what its import makes: the articles,
// and in `told.txt` what the end of the import tells. To add a case, drop in an original, run, and read what
// appears; to change one, delete its `expected/`, run, and read the difference.

import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findImporters } from '../../src/commands/importing/find-importers.ts';
import { importInto } from './import-into.ts';

const folder = import.meta.dirname;
const importers = await findImporters();

for (const { format } of importers) {
  const cases = await readdir(join(folder, format)).catch(() => []);
  describe(format, () => {
    test('has at least one case', () => expect(cases).not.toEqual([]));
    for (const name of cases.sort()) {
      test(name.replaceAll('-', ' '), async () => {
        const input = (await readdir(join(folder, format, name))).find((file) => file.startsWith('input'));
        const content = await mkdtemp(join(tmpdir(), 'dateline-'));
        try {
          const { told } = await importInto(content, [join(folder, format, name, input ?? '')]);
          await compare(join(folder, format, name, 'expected'), { 'told.txt': `${told}\n`, ...(await readTree(content)) });
        } finally {
          await rm(content, { recursive: true, force: true });
        }
      });
    }
  });
}

async function readTree(root: string): Promise<Record<string, string>> {
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(
    await Promise.all(texts.sort().map(async (file) => [file.slice(root.length + 1), await readFile(file, 'utf8')] as const)),
  );
}

async function compare(expectedFolder: string, made: Record<string, string>): Promise<void> {
  const recorded = await readTree(expectedFolder).catch(() => undefined);
  if (recorded === undefined) {
    for (const [name, text] of Object.entries(made)) {
      await mkdir(dirname(join(expectedFolder, name)), { recursive: true });
      await writeFile(join(expectedFolder, name), text);
    }
    return;
  }
  expect(made).toEqual(recorded);
}
