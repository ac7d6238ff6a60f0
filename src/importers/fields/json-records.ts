import type { Yaml } from '../../article/front-matter.ts';
import type { ImportContext, Refusal } from '../importer.ts';
import { plainData } from './plain-data.ts';
import { refuse } from '../refuse.ts';

export type JsonRecord = Record<string, Yaml>;

export const isJsonRecord = (value: Yaml | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a key of what may be an object. */
export const at = (value: Yaml | undefined, key: string): Yaml | undefined =>
  isJsonRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The objects of what may be a list. */
export const recordsIn = (value: Yaml | undefined): JsonRecord[] =>
  Array.isArray(value) ? value.filter(isJsonRecord) : [];

/** A value that is a text, without outer blanks; none where it is empty. */
export function textAt(value: Yaml | undefined, key: string): string | undefined {
  const text = at(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** Parses JSON, numbers as they are written; or says what is wrong. */
export function parseJson(text: string, context: ImportContext): { data: Yaml } | Refusal {
  try {
    return { data: plainData(JSON.parse(text)) };
  } catch (error) {
    const { message } = error as Error;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
    return refuse(context, {
      rule: 'json-broken',
      line: text.slice(0, position).split('\n').length,
      message: `It is not JSON: ${message.replace(/\s+/g, ' ').slice(0, 120)}.`,
      fix: 'Export it again; a list of objects with a comma between them is expected.',
    });
  }
}
