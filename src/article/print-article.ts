import { printFrontMatter } from './front-matter.ts';
import { fieldNames } from './schema.ts';

/**
 * Prints an article file: front matter in the order of the schema, unknown keys after it, then the body.
 * Fields without a value are left out; so are lists without an entry.
 */
export function printArticle(fields: Record<string, unknown>, body: string): string {
  const order = [...fieldNames, ...Object.keys(fields).filter((key) => !fieldNames.includes(key))];
  const data: Record<string, unknown> = {};
  for (const key of order) {
    const value = fields[key];
    if (value === undefined || value === null) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    data[key] = value;
  }
  return `${printFrontMatter(data)}\n${body.trim()}\n`;
}
