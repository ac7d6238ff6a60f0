import { readFile, stat, writeFile } from 'node:fs/promises';
import { isRecordField } from '../../importers/fields/field-names.ts';

/**
 * Reads a column map, a JSON object of column to field.
 *
 * @returns none where the file does not exist; a sentence where it is no map
 */
export async function readColumnMap(
  path: string,
): Promise<Record<string, string> | string | undefined> {
  const info = await stat(path).catch(() => undefined);
  if (info && !info.isFile()) return `${path} is no file.`;
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const map: unknown = JSON.parse(text);
    if (typeof map !== 'object' || map === null || Array.isArray(map))
      return `${path} is not an object of column to field.`;
    const wrong = Object.entries(map).find(
      ([, field]) => field !== '' && !(typeof field === 'string' && isRecordField(field)),
    );
    if (wrong)
      return `${path} maps \`${wrong[0]}\` to \`${String(wrong[1])}\`, which is no field. The fields are title, date, updated, authors, tags, categories, summary, body, lang, slug, url, aliases, draft, status, image, name, licence, dateline, id; an empty one leaves the column out.`;
    return map as Record<string, string>;
  } catch {
    return `${path} is not JSON.`;
  }
}

/** Saves a guessed map, to be looked at, changed and used again. */
export async function writeColumnMap(
  path: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  await writeFile(path, `${JSON.stringify(columns, null, 2)}\n`);
}
