import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { mayImport, readFolderTable, rowOf } from './folder-table.ts';
import { importsOf } from './imports-of.ts';
import { configWithRules } from './linter-rules.ts';

const rows = readFolderTable();
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:ts|astro|css)$/.test(file),
);

test('every file of src belongs to a row of the table, and every row has files', () => {
  expect(sources.filter((file) => !rowOf(rows, file))).toEqual([]);
  expect(rows.filter((row) => !sources.some((file) => rowOf(rows, file) === row))).toEqual([]);
});

test('no file imports what its row of the table does not name', () => {
  const breaches = sources
    .filter((file) => !file.endsWith('.css'))
    .flatMap((file) =>
      importsOf(join('src', file))
        .map(({ target, typesOnly }) => ({ target: relative('src', target), typesOnly }))
        .filter(({ target }) => !target.startsWith('..'))
        .filter(
          ({ target, typesOnly }) => !mayImport(rows, rowOf(rows, file)!, target, { typesOnly }),
        )
        .map(({ target }) => `src/${file} imports src/${target}`),
    );
  expect(breaches).toEqual([]);
});

test('the linter has the rules of the table', async () => {
  expect(
    readFileSync('.oxlintrc.json', 'utf8'),
    'Run `node tests/folders/linter-rules.ts --write`.',
  ).toBe(await configWithRules());
});

test('the linter refuses a breach of each row', () => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-folders-'));
  try {
    cpSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
    const expected = rows.flatMap((row) => {
      const forbidden = rows.find(
        (other) =>
          other.path.endsWith('/') &&
          !row.path.startsWith(other.path) &&
          !other.path.startsWith(row.path) &&
          !mayImport(rows, row, other.path, { typesOnly: true }),
      );
      if (!forbidden) return [];
      const file = join('src', row.path.endsWith('/') ? `${row.path}breach.ts` : row.path);
      const target = relative(dirname(file), join('src', forbidden.path, 'anything.ts'));
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(
        join(root, file),
        `import { x } from '${target.startsWith('.') ? target : `./${target}`}';\n\nexport const y = x;\n`,
      );
      return [file];
    });
    const { stdout } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'node_modules/oxlint/bin/oxlint'), '--format', 'json', 'src'],
      { cwd: root, encoding: 'utf8' },
    );
    const refused = (
      JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
    ).diagnostics
      .filter(({ code }) => code.includes('no-restricted-imports'))
      .map(({ filename }) => filename);
    expect(refused.toSorted()).toEqual(expected.toSorted());
    expect(expected.length).toBeGreaterThan(rows.length / 2);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
