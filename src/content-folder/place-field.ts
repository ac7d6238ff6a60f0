import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanFileText } from '../article/clean-text.ts';
import { cutFrontMatter, findValue } from '../article/front-matter.ts';
import type { Place } from '../problem.ts';

/** Finds the line and column of a field, where a place names one; articles are held without them. */
export function placeField(contentDir: string, { field, ...place }: Place): Place {
  if (field === undefined || place.line !== undefined) return place;
  try {
    const { text } = cleanFileText(readFileSync(join(contentDir, place.file), 'utf8'));
    const parts = cutFrontMatter(text);
    return 'fault' in parts ? place : { ...place, ...findValue(parts.yaml, field) };
  } catch {
    // Moved or deleted since it was read.
    return place;
  }
}
