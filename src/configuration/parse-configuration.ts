// `archive.yaml` as text: its fields, or all that is wrong with them, each with its place and its fix.

import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { firstOfEachPath, valueAt } from '../article/explain-issue.ts';
import type { Yaml } from '../article/front-matter.ts';
import { adviseOnYaml } from '../article/yaml-advice.ts';
import {
  parseYamlFile,
  placeOfKey,
  placeOfValue,
  type YamlFileFault,
} from '../article/yaml-file.ts';
import type { Problem } from '../problem.ts';
import { archiveFields, archiveSchema, currentFormat, exampleOf, type Site } from './schema.ts';

/**
 * Reads an archive's configuration.
 *
 * @param file where it lies, as problems name it
 * @returns the configuration, or at least one problem
 */
export function parseConfiguration(
  source: string,
  file: string,
): { site: Site } | { problems: Problem[] } {
  const parts = parseYamlFile(source);
  if ('fault' in parts) return { problems: [explainFault(parts, file)] };
  const { data } = parts;
  const newer = explainFormat(data, parts.yaml, file);
  if (newer) return { problems: [newer] };
  const result = archiveSchema.safeParse(data);
  if (!result.success) {
    const issues = firstOfEachPath(result.error.issues);
    return { problems: issues.flatMap((issue) => explainIssue(issue, data, parts.yaml, file)) };
  }
  const { format: _, ...fields } = result.data;
  return { site: { ...fields, publisher: fields.publisher ?? fields.name } };
}

const problem = (place: Problem['place'], rule: string, message: string, fix: string): Problem => ({
  place,
  rule: `archive-${rule}`,
  severity: 'error',
  message,
  fix,
});

function explainFault(fault: YamlFileFault, file: string): Problem {
  if (fault.fault === 'not-a-map') {
    const message = 'The configuration is not a list of fields.';
    const fix = 'Write one field on a line, for example `name: The Zeeland Courier`.';
    return problem({ file, line: 1, column: 1 }, 'not-fields', message, fix);
  }
  const { line, column } = fault;
  if (fault.fault === 'second-document') {
    const message = 'A line of three hyphens begins a second document; the configuration is one.';
    return problem({ file, line, column }, 'not-yaml', message, 'Delete the line.');
  }
  const { reason, yaml } = fault;
  const advice = adviseOnYaml(yaml, line - 1, 1);
  return problem(
    advice ? { file, line: advice.line + 1, column: advice.column + 1 } : { file, line, column },
    'not-yaml',
    advice?.message ?? `The configuration cannot be read here: ${reason}.`,
    advice?.fix ??
      'Begin each field at the start of a line, with a colon and a space after its name; indent only what belongs to the field above.',
  );
}

/** A file of a later form may have fields of any kind; of those nothing is said. */
function explainFormat(
  data: Record<string, Yaml>,
  yaml: string,
  file: string,
): Problem | undefined {
  const { format } = data;
  if (typeof format !== 'string' || !(Number(format) > currentFormat)) return undefined;
  return problem(
    { file, ...placeOfValue(yaml, ['format']) },
    'too-new',
    `The archive was written for a newer Dateline: its form is ${format}, and this program reads ${currentFormat}.`,
    'Bring the program up to date (`git pull && npm ci`) and try again.',
  );
}

type Issue = z.core.$ZodIssue;

function explainIssue(issue: Issue, data: unknown, yaml: string, file: string): Problem[] {
  const field = String(issue.path[0] ?? '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => explainKey(key, issue.path, yaml, file));
  }
  const name = issue.path.join('.');
  const example = exampleOf(field);
  const fix = example === undefined ? 'Delete it.' : `Write it like this: \`${example}\`.`;
  const value = valueAt(data, issue.path);
  const place = { file, ...placeOfValue(yaml, issue.path) };
  if (value === undefined) {
    return [problem(place, `${field}-missing`, `\`${name}\` is missing.`, fix)];
  }
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    return [problem(place, `${field}-missing`, `\`${name}\` has no value.`, fix)];
  }
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return [problem(place, `${field}-wrong`, `\`${name}: ${written}\` ${whatIsWrong(issue)}.`, fix)];
}

function whatIsWrong(issue: Issue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  if (issue.code !== 'invalid_value') return 'is not what stands there';
  const choices = issue.values.map((choice) => `\`${String(choice)}\``);
  return `is none of ${new Intl.ListFormat('en', { type: 'unit' }).format(choices)}`;
}

function explainKey(
  key: string,
  path: readonly PropertyKey[],
  yaml: string,
  file: string,
): Problem {
  const place = { file, ...placeOfKey(yaml, [...path, key]) };
  const known = Object.keys(archiveFields);
  const meant = path.length === 0 ? closest(key.toLowerCase(), known) : undefined;
  const isLike = meant !== undefined && distance(key.toLowerCase(), meant.toLowerCase()) <= 3;
  const where = path.length === 0 ? 'a field of an archive' : `a part of \`${path.join('.')}\``;
  return problem(
    place,
    'key-unknown',
    `\`${key}\` is not ${where}.`,
    isLike
      ? `Write \`${meant}\`, if that is meant; else delete it.`
      : path.length === 0
        ? `Delete it; the fields are ${known.join(', ')}.`
        : `Delete it, or write the whole like this: \`${exampleOf(String(path[0]))}\`.`,
  );
}
