import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Importer } from '../../importers/importer.ts';

const folder = join(import.meta.dirname, '../../importers/formats');

/** Finds every reader in `src/importers/formats/`: each file there exports one as `importer`. */
export async function findImporters(): Promise<Importer[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const module = (await import(join(folder, file))) as { importer?: Importer };
      if (!module.importer)
        throw new Error(`src/importers/formats/${file} exports no \`importer\`.`);
      return module.importer;
    }),
  );
}
