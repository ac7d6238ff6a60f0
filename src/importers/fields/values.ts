import type { Yaml } from '../../article/front-matter.ts';
import { textOfHtml } from '../html/html-text.ts';
import { isOffice, personName } from '../markdown/byline.ts';

/** A value as one line of text: of a list its first entry, of a map its name, title or address. */
export function textValue(value: Yaml | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return textValue(value[0]);
  const keys = [
    'name',
    'title',
    'displayName',
    'display_name',
    'label',
    'value',
    'text',
    'rendered',
    '$t',
    '#text',
  ];
  for (const key of keys) {
    const text = textValue(value[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A value as a short text without markup: for titles, names and tags. */
export function lineValue(value: Yaml | undefined): string | undefined {
  const text = textValue(value);
  const line = text === undefined ? '' : textOfHtml(text);
  return line === '' ? undefined : line;
}

/**
 * A value as a list of lines. A text is cut at semicolons, else at commas.
 *
 * @param options `atBlanks` cuts a text without commas at its blanks, as Jekyll does
 */
export function listValue(
  value: Yaml | undefined,
  options: { atBlanks?: boolean; atCommas?: boolean } = {},
): string[] {
  const { atBlanks = false, atCommas = true } = options;
  if (value === undefined || value === null || typeof value === 'boolean') return [];
  if (Array.isArray(value)) return unique(value.map(lineValue));
  if (typeof value !== 'string') {
    const line = lineValue(value);
    // A map of ids to names, as Ghost and Drupal export them, or one named thing.
    return line === undefined ? unique(Object.values(value).map(lineValue)) : [line];
  }
  const text = value.trim().replace(/^\[(.*)\]$/s, '$1');
  const separator = text.includes(';')
    ? /\s*;\s*/
    : text.includes('|')
      ? /\s*\|\s*/
      : atCommas && text.includes(',')
        ? /\s*,\s*/
        : atBlanks
          ? /\s+/
          : undefined;
  const parts = separator === undefined ? [text] : text.split(separator);
  return unique(parts.map((part) => lineValue(part.replace(/^["'](.*)["']$/, '$1'))));
}

/**
 * Names of people: cut at semicolons and "and"; at commas only where every part has two words. The office or firm
 * behind a name is no name.
 */
export function nameList(value: Yaml | undefined): string[] {
  if (typeof value !== 'string') return listValue(value, { atCommas: false }).map(withoutOffice);
  const text = textOfHtml(
    value
      .trim()
      .replace(/^by[: ]\s*/i, '')
      .replace(/^(?:[Vv]on|[Pp](?:ar|or)|[Dd]oor)(?::\s*|\s+(?=\p{Lu}\p{Ll}+ \p{Lu}))/u, '')
      .replace(/^\[(.*)\]$/s, '$1'),
  );
  const parts = text.split(/\s*;\s*|\s+(?:and|&|und|et|y)\s+/).flatMap((part) => {
    const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== '');
    if (pieces.slice(1).some(isOffice)) return personsAmong(pieces);
    return pieces.every((piece) => /\S\s+\S/.test(piece)) ? pieces : [part];
  });
  return unique(parts.map((part) => part.replace(/[\s,]+$/, '')));
}

/** `Ida Moe, Editor` in a list of names. */
const withoutOffice = (name: string): string => {
  const pieces = name.split(/\s*,\s*/);
  return pieces.length > 1 && pieces.slice(1).every(isOffice) ? (pieces[0] ?? name) : name;
};

/** The persons before the first office, and those later ones whose own office follows them. */
function personsAmong(pieces: readonly string[]): string[] {
  const first = pieces.findIndex((piece, i) => i > 0 && isOffice(piece));
  return pieces.filter(
    (piece, i) =>
      i < first ||
      (i > first && personName.test(piece) && !isOffice(piece) && isOffice(pieces[i + 1] ?? '')),
  );
}

export const isTrue = (value: Yaml | undefined): boolean =>
  value === true || (typeof value === 'string' && /^(?:true|yes|1)$/i.test(value.trim()));

export const isFalse = (value: Yaml | undefined): boolean =>
  value === false || (typeof value === 'string' && /^(?:false|no|0)$/i.test(value.trim()));

/** Each value once, whatever its case; the first spelling stays. */
export function unique(values: readonly (string | undefined)[]): string[] {
  const byCase = new Map<string, string>();
  for (const value of values) {
    if (value === undefined || value === '') continue;
    const key = value.toLowerCase();
    if (!byCase.has(key)) byCase.set(key, value);
  }
  return [...byCase.values()];
}
