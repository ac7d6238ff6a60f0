// Front matter edited as text, so that everything else in the file stays as its keeper wrote it. What was meant is read
// again before it is believed: where the edit gives anything else, there is none.

import { cleanFileText } from './clean-text.ts';
import type { Autofix } from '../problem.ts';
import {
  cutFrontMatter,
  findKey,
  findValue,
  loadYaml,
  parseFrontMatter,
  type Yaml,
} from './front-matter.ts';

/** What front matter holds by its fields. */
type Data = Record<string, Yaml>;

/**
 * Edits an article file.
 *
 * @param source the file's text, with any kind of line end
 * @param edit gives the new text, whose line ends are `\n`
 * @param wanted what the front matter is to hold then, by what it holds
 * @returns the new text of the file; none where the front matter is written in a way that the edit does not know
 */
function editFrontMatter(
  source: string,
  edit: (text: string, data: Data) => string | undefined,
  wanted: (data: Data) => Data,
): string | undefined {
  const bom = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const { text, controls } = cleanFileText(source);
  // What cleaning took away could not be put back.
  if (controls || bom + text.replaceAll('\n', lineEnd) !== source) return undefined;
  const before = parseFrontMatter(text);
  if ('fault' in before) return undefined;
  const edited = edit(text, before.data);
  if (edited === undefined) return undefined;
  const after = parseFrontMatter(edited);
  if ('fault' in after || after.body !== before.body) return undefined;
  const same = isSame(wanted(before.data), after.data);
  return same ? bom + edited.replaceAll('\n', lineEnd) : undefined;
}

const membersOf = (value: Yaml | undefined): Yaml[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/**
 * Adds members to the end of a list in an article's front matter; a field that is missing or has one value becomes a list.
 *
 * @returns see `editFrontMatter`
 */
export const addToList = (
  source: string,
  field: string,
  members: readonly Yaml[],
): string | undefined =>
  editFrontMatter(
    source,
    (text, data) => insert(text, data[field], field, members.map(printFlow)),
    (data) => ({ ...data, [field]: [...membersOf(data[field] ?? []), ...members] }),
  );

/**
 * Applies a fix in an article's front matter; its body stays as it is.
 *
 * @returns see `editFrontMatter`
 */
export const fixFrontMatter = (source: string, autofix: Autofix): string | undefined =>
  editFrontMatter(
    source,
    (text) => replaceWritten(text, autofix),
    (data) => withAutofix(data, autofix),
  );

function withAutofix(data: Data, autofix: Autofix): Data {
  if (autofix.change === 'key') {
    const { [autofix.from]: value = null, ...others } = data;
    return { ...others, [autofix.to]: value };
  }
  const { field, from, to } = autofix;
  const members = membersOf(data[field]).flatMap((member) => (member === from ? to : [member]));
  const isList = Array.isArray(data[field]) || autofix.change === 'list';
  return { ...data, [field]: isList ? members : (members[0] ?? null) };
}

/** Puts what is meant in the place of what is written: a key, or a name that stands plain or in quotes. */
function replaceWritten(text: string, autofix: Autofix): string | undefined {
  const parts = cutFrontMatter(text);
  if ('fault' in parts) return undefined;
  const lines = text.split('\n');
  const place = placeOf(parts.yaml, autofix);
  if (!place) return undefined;
  const line = lines[place.line - 1] ?? '';
  const before = line.slice(0, place.column - 1).replace(/["']$/, '');
  const behind = line.slice(before.length);
  const written = [
    autofix.from,
    `'${autofix.from.replaceAll("'", "''")}'`,
    JSON.stringify(autofix.from),
  ].find((one) => behind.startsWith(one));
  if (written === undefined) return undefined;
  const meant =
    autofix.change === 'key'
      ? autofix.to
      : printFlow(autofix.change === 'list' ? [...autofix.to] : autofix.to);
  return lines.with(place.line - 1, before + meant + behind.slice(written.length)).join('\n');
}

function placeOf(yaml: string, autofix: Autofix): { line: number; column: number } | undefined {
  if (autofix.change === 'key') return findKey(yaml, [autofix.from]);
  const members = membersOf((loadYaml(yaml) as Data)[autofix.field]);
  const at = members.indexOf(autofix.from);
  // Where the right name is there, too, a person is to delete one of the two.
  return at < 0 || (autofix.change === 'name' && members.includes(autofix.to))
    ? undefined
    : findValue(yaml, [autofix.field, at]);
}

const sorted = (data: Record<string, Yaml>): string =>
  JSON.stringify(Object.entries(data).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (a: Record<string, Yaml>, b: Record<string, Yaml>): boolean =>
  sorted(a) === sorted(b);

/** A value in the flow style of YAML 1.2, which takes JSON; plain where that is sure. */
function printFlow(value: Yaml): string {
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    return /^[/\p{L}\p{N}](?:[\p{L}\p{N}/_.-]| (?=[\p{L}\p{N}]))*$/u.test(text)
      ? text
      : JSON.stringify(value);
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
