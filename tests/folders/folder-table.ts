// The table of folders in `.github/CONTRIBUTING.md`: what lives where, and what it may import. The linter's rules are
// printed from it, and all imports of `src/` are held against it, so that the three cannot disagree.

import { readFileSync } from 'node:fs';

/** One row of the table. Paths are relative to `src/`; a folder ends with a slash. */
export interface FolderRow {
  path: string;
  job: string;
  /** The folders and files it may import besides itself. */
  mayImport: string[];
  /** Those of them from which it may import types only. */
  typesOnly: string[];
}

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1]!);

/**
 * Reads the table below the heading "Folders".
 *
 * @throws Error if there is no such table
 */
export function readFolderTable(file = '.github/CONTRIBUTING.md'): FolderRow[] {
  const section = /^## Folders$([\s\S]*?)(?=^## )/m.exec(readFileSync(file, 'utf8'))?.[1];
  const rows = [...(section ?? '').matchAll(/^\| `src\/([^`]+)` *\|([^|]*)\|([^|]*)\|$/gm)];
  if (rows.length === 0) throw new Error(`${file} has no table of folders below "## Folders".`);
  return rows.map(([, path, job, cell]) => {
    const [all = '', types = ''] = cell!.split('types of');
    return {
      path: path!,
      job: job!.trim(),
      mayImport: [...namesIn(all), ...namesIn(types)],
      typesOnly: namesIn(types),
    };
  });
}

/**
 * The row that a file of `src/` belongs to: the longest path that holds it.
 *
 * @param file relative to `src/`
 */
export function rowOf(rows: readonly FolderRow[], file: string): FolderRow | undefined {
  return rows
    .filter(({ path }) => (path.endsWith('/') ? file.startsWith(path) : file === path))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** Whether a file of `src/` in `row` may import `target`, another file of `src/`. */
export function mayImport(
  rows: readonly FolderRow[],
  row: FolderRow,
  target: string,
  { typesOnly }: { typesOnly: boolean },
): boolean {
  const owner = rowOf(rows, target);
  if (owner === undefined) return false;
  // A folder within another is listed by itself or comes with the folder it lies in.
  const listed = [row.path, ...row.mayImport].find(
    (path) => path === owner.path || (path.endsWith('/') && owner.path.startsWith(path)),
  );
  return listed !== undefined && (typesOnly || !row.typesOnly.includes(listed));
}
