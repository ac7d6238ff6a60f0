import { fieldOfName } from './field-names.ts';
import { deepest, isTooDeep } from './plain-data.ts';

const expected: Readonly<Record<string, { kinds: readonly string[]; what: string }>> = {
  title: { kinds: ['string', 'object'], what: 'text' },
  date: { kinds: ['string', 'number', 'object'], what: 'a date' },
  body: { kinds: ['string', 'list', 'object'], what: 'text' },
};

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/**
 * Finds what makes a JSON record no article: its depth, or a value of the wrong type.
 *
 * @returns what is wrong, to follow "The line 3"
 */
export const findWrong = (record: Readonly<Record<string, unknown>>): string | undefined =>
  isTooDeep(record) ? `is nested more than ${deepest} levels deep` : findWrongType(record);

/**
 * Finds a value of a JSON record that cannot be what its name says: a number as headline, a list as date.
 *
 * @returns what is wrong, to follow "The line 3": `has a number as title, where text is expected`
 */
function findWrongType(record: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(record)) {
    const field = expected[fieldOfName(name) ?? ''];
    if (field === undefined || value === null || typeof value === 'boolean') continue;
    const kind = kindOf(value);
    if (!field.kinds.includes(kind)) {
      return `has ${kind === 'object' ? 'an object' : `a ${kind}`} as \`${name}\`, where ${field.what} is expected`;
    }
  }
  return undefined;
}
