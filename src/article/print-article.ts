import { printFrontMatter } from './front-matter.ts';
import { fieldNames } from './schema.ts';

/**
 * Prints an article file: front matter in the order of the schema, unknown keys after it, then the body.
 * Fields without a value are left out; so are lists without an entry.
 */
export function printArticle(fields: Record<string, unknown>, body: string): string {
  const order = [...fieldNames, ...Object.keys(fields).filter((key) => !fieldNames.includes(key))];
  const entries = order
    .filter((key) => Object.hasOwn(fields, key))
    .map((key): [string, unknown] => [key, fields[key]])
    .filter(
      ([, value]) =>
        value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    );
  // An assignment to `__proto__` would be no entry.
  const data = Object.fromEntries(entries);
  return `${printFrontMatter(data)}\n${body.trim()}\n`;
}
