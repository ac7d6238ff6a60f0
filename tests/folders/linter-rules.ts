// Prints the linter's rules for imports from the table of folders.
//   node tests/folders/linter-rules.ts --write     puts them into .oxlintrc.json

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { type FolderRow, mayImport, readFolderTable } from './folder-table.ts';

const CONFIG = '.oxlintrc.json';
const RULE = 'eslint/no-restricted-imports';

interface Override {
  files: string[];
  rules: Record<string, unknown>;
}

const pattern = (path: string): string => (path.endsWith('/') ? `**/${path}**` : `**/${path}`);

/** The rule for one folder: a pattern for each other folder that it may not import. */
function overrideFor(rows: readonly FolderRow[], row: FolderRow): Override {
  const restricted = (typesOnly: boolean): string[] =>
    rows
      .filter(
        (other) =>
          !row.path.startsWith(other.path) && !mayImport(rows, row, other.path, { typesOnly }),
      )
      .map(({ path }) => pattern(path));
  // What lies in a folder that is restricted, but may be imported itself, is let through again.
  const allowed = row.mayImport
    .filter((path) =>
      restricted(true).some(
        (p) => pattern(path).startsWith(p.replace(/\*\*$/, '')) && p !== pattern(path),
      ),
    )
    .map((path) => `!${pattern(path)}`);
  // So is a folder of the same name within one that may be imported: `search/` is not `browser/search/`.
  const namesakes = row.mayImport
    .filter((path) => path.endsWith('/'))
    .flatMap((path) => rows.map((other) => path + other.path))
    .filter((path) => path.endsWith('/') && existsSync(`src/${path}`))
    .map((path) => `!${pattern(path)}`);
  const names = row.mayImport.map((path) => path.replace(/\/$/, '')).join(', ') || 'nothing else';
  const message = `src/${row.path} may import ${names} (see the table in .github/CONTRIBUTING.md).`;
  const never = restricted(true);
  const valuesOnly = restricted(false).filter((p) => !never.includes(p));
  const patterns = [
    ...(never.length > 0 ? [{ group: [...never, ...allowed, ...namesakes], message }] : []),
    ...(valuesOnly.length > 0 ? [{ group: valuesOnly, message, allowTypeImports: true }] : []),
  ];
  return {
    files: [row.path.endsWith('/') ? `src/${row.path}**` : `src/${row.path}`],
    rules: { [RULE]: patterns.length > 0 ? ['error', { patterns }] : 'off' },
  };
}

/** The linter's configuration with the rules of the table in the place of those it has. */
export async function configWithRules(): Promise<string> {
  const config = JSON.parse(readFileSync(CONFIG, 'utf8')) as { overrides: Override[] };
  const rows = readFolderTable();
  // The linter lets the last rule that fits decide: folders within folders come after them.
  const byDepth = rows.toSorted((a, b) => a.path.split('/').length - b.path.split('/').length);
  config.overrides = [
    ...byDepth.map((row) => overrideFor(rows, row)).filter(({ rules }) => rules[RULE] !== 'off'),
    ...config.overrides.filter(({ rules }) => !(RULE in rules)),
  ];
  return await format(JSON.stringify(config), {
    ...(await resolveConfig(CONFIG)),
    filepath: CONFIG,
  });
}

if (process.argv.includes('--write')) writeFileSync(CONFIG, await configWithRules());
