// Values of JSON and TOML as the importers go on with them.

import { TomlDate } from 'smol-toml';
import type { Yaml } from '../../article/front-matter.ts';
import { cleanText } from '../text/clean-text.ts';

/** Values nested deeper than this are a trap, not data. */
export const deepest = 100;

/** Whether a value is nested deeper than `plainData` goes. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null && !(one instanceof TomlDate)
        ? (Object.values(one) as unknown[])
        : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

/**
 * Data of JSON or TOML with numbers and dates as text, and its text clean (see `cleanText`). What is nested more than
 * 100 levels deep is left out.
 */
export function plainData(value: unknown, depth = 0): Yaml {
  if (value === null || value === undefined || depth > deepest) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return cleanText(value).text;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((inner) => plainData(inner, depth + 1));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, plainData(inner, depth + 1)]),
    );
  }
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null;
}
