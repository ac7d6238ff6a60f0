// Front matter edited as text, so that everything else in the file stays as its keeper wrote it. What was meant is read
// again before it is believed: where the edit gives anything else, there is none.

import { cleanFileText } from './clean-text.ts';
import { cutFrontMatter, findKey, parseFrontMatter, type Yaml } from './front-matter.ts';

/**
 * Adds members to the end of a list in an article's front matter; a field that is missing or has one value becomes a list.
 *
 * @param source the file's text, with any kind of line end
 * @returns the new text of the file; none where the front matter is written in a way that this does not know
 */
export function addToList(
  source: string,
  field: string,
  members: readonly Yaml[],
): string | undefined {
  const bom = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const { text, controls } = cleanFileText(source);
  // What cleaning took away could not be put back.
  if (controls || bom + text.replaceAll('\n', lineEnd) !== source) return undefined;
  const before = parseFrontMatter(text);
  if ('fault' in before) return undefined;
  const edited = insert(text, before.data[field], field, members.map(printFlow));
  if (edited === undefined) return undefined;
  const after = parseFrontMatter(edited);
  if ('fault' in after || after.body !== before.body) return undefined;
  const value = before.data[field] ?? [];
  const wanted = {
    ...before.data,
    [field]: [...(Array.isArray(value) ? value : [value]), ...members],
  };
  const same = isSame(wanted, after.data);
  return same ? bom + edited.replaceAll('\n', lineEnd) : undefined;
}

const sorted = (data: Record<string, Yaml>): string =>
  JSON.stringify(Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (a: Record<string, Yaml>, b: Record<string, Yaml>): boolean =>
  sorted(a) === sorted(b);

/** A value in the flow style of YAML 1.2, which takes JSON; plain where that is sure. */
function printFlow(value: Yaml): string {
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    return /^[/\p{L}\p{N}][\p{L}\p{N}/_.-]*$/u.test(text) ? text : JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(printFlow).join(', ')}]`;
  const fields = Object.entries(value).map(([key, inner]) => `${key}: ${printFlow(inner)}`);
  return `{ ${fields.join(', ')} }`;
}

function insert(
  text: string,
  value: Yaml | undefined,
  field: string,
  members: readonly string[],
): string | undefined {
  const parts = cutFrontMatter(text);
  if ('fault' in parts) return undefined;
  const lines = text.split('\n');
  if (value === undefined) {
    const closing = 1 + parts.yaml.split('\n').length - 1;
    return lines.toSpliced(closing, 0, `${field}: [${members.join(', ')}]`).join('\n');
  }
  const at = findKey(parts.yaml, [field]).line - 1;
  const [, head = '', rest = ''] = /^([^:]+: *)(.*)$/.exec(lines[at] ?? '') ?? [];
  if (rest === '') return addToBlock(lines, at, members);
  const flow = /^\[(.*)\]\s*$/.exec(rest);
  if (!flow && (Array.isArray(value) || /^[|>&*!#{[]/.test(rest))) return undefined;
  const known = flow ? (flow[1] ?? '').trim().replace(/,$/, '') : rest.trim();
  const all = [...(known === '' ? [] : [known]), ...members].join(', ');
  return lines.with(at, `${head}[${all}]`).join('\n');
}

/** @param at the line of the list's key */
function addToBlock(
  lines: readonly string[],
  at: number,
  members: readonly string[],
): string | undefined {
  const indent = /^( *)- /.exec(lines[at + 1] ?? '')?.[1];
  if (indent === undefined) return undefined;
  let end = at + 1;
  for (let i = at + 1; i < lines.length && !/^[^\s-]|^---/.test(lines[i] ?? ''); i++) {
    if (lines[i]?.trim() !== '') end = i + 1;
  }
  return [
    ...lines.slice(0, end),
    ...members.map((member) => `${indent}- ${member}`),
    ...lines.slice(end),
  ].join('\n');
}
