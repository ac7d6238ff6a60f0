// Why a line of YAML cannot be read, in words, and how the same line is written so that it can. YAML's own reason
// names its grammar, and often a line further down than the one to fix.

import { YAMLException } from 'js-yaml';
import { loadYaml } from './front-matter.ts';

export interface Advice {
  /** Counted from 0, in the YAML. */
  line: number;
  column: number;
  message: string;
  fix: string;
}

/** A line that gives a field or a member of a list its value: indentation, key, value. */
const given = /^(\s*(?:-\s+)?)([^\s:#'"[{][^:]*:)(\s+)(\S.*)$/;
const member = /^(\s*-\s+)()()(\S.*)$/;

const reasons: Record<string, string> = {
  '@': 'begins with `@`, which YAML keeps for itself',
  '`': 'begins with a backtick, which YAML keeps for itself',
  '%': 'begins with `%`, which YAML keeps for itself',
  '*': 'begins with `*`, which to YAML refers to another value',
  '&': 'begins with `&`, which to YAML is the name of a value',
  '!': 'begins with `!`, which to YAML is a kind of value',
  '|': 'begins with `|`, which to YAML begins a text of several lines',
  '>': 'begins with `>`, which to YAML begins a text of several lines',
  '[': 'begins with `[`, which to YAML begins a list',
  '{': 'begins with `{`, which to YAML begins a list of fields',
  ']': 'begins with `]`, which to YAML ends a list',
  '}': 'begins with `}`, which to YAML ends a list of fields',
  ',': 'begins with a comma, which to YAML parts the members of a list',
};

/**
 * Finds the line that keeps YAML from being read, at or above the place where its parser gave up.
 *
 * @param failedAt the line where the parser gave up, from 0
 * @param firstLine the line of the file, from 1, on which the YAML begins
 * @returns none where no line of its own is at fault
 */
export function adviseOnYaml(yaml: string, failedAt: number, firstLine = 2): Advice | undefined {
  const lines = yaml.split('\n');
  return findTab(lines) ?? findTwice(lines, firstLine) ?? findUnreadable(lines, failedAt);
}

/** Writes a value so that YAML reads it as the text it is. */
export function quoteForYaml(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function findTab(lines: readonly string[]): Advice | undefined {
  const line = lines.findIndex((text) => /^ *\t/.test(text) && text.trim() !== '');
  if (line === -1) return undefined;
  return {
    line,
    column: (lines[line] ?? '').indexOf('\t'),
    message: 'The line is indented with a tab, which YAML does not allow.',
    fix: 'Indent it with spaces.',
  };
}

/** A field that is given twice, at its second place. */
function findTwice(lines: readonly string[], firstLine: number): Advice | undefined {
  const seen = new Map<string, number>();
  for (const [line, text] of lines.entries()) {
    const key = /^(['"]?)([\w-]+)\1:(?:\s|$)/.exec(text)?.[2];
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first !== undefined) {
      return {
        line,
        column: 0,
        message: `\`${key}\` is given a second time; the first is on line ${first + firstLine}.`,
        fix: 'Keep one of the two.',
      };
    }
    seen.set(key, line);
  }
  return undefined;
}

function findUnreadable(lines: readonly string[], failedAt: number): Advice | undefined {
  for (let line = Math.min(failedAt, lines.length - 1); line >= 0; line--) {
    const text = lines[line] ?? '';
    if (text.trim() === '' || /^\s*#/.test(text)) continue;
    const glued = /^(\s*(?:-\s+)?[A-Za-z][\w-]*:)(\S.*)$/.exec(text);
    if (glued && !/^\s*-/.test(text) && loads(`${glued[1]} ${glued[2]}`) && !text.includes('://')) {
      return {
        line,
        column: glued[1]?.length ?? 0,
        message: 'A space is missing after the colon.',
        fix: `Write \`${glued[1]?.trim()} ${glued[2]}\`.`,
      };
    }
    const [, indent = '', key = '', blank = '', value = ''] =
      given.exec(text) ?? member.exec(text) ?? [];
    if (value === '' || loads(`x: ${value}`)) continue;
    const before = `${indent}${key}${blank}`;
    const shown = `${indent.trim()}${indent.trim() && ' '}${key}${key && ' '}`;
    return { line, column: before.length, ...explainValue(shown, value, lines[line + 1]) };
  }
  return undefined;
}

function explainValue(
  before: string,
  value: string,
  next: string | undefined,
): { message: string; fix: string } {
  const first = value.charAt(0);
  const whole = (text: string): string =>
    `Put the whole value in quotes: \`${before}${quoteForYaml(text)}\`.`;
  const written = value.trimEnd();
  if (first === "'" || first === '"') return explainQuoted(first, before, written, next);
  const reason = reasons[first];
  if (reason) return { message: `The value ${reason}.`, fix: whole(written) };
  if (/^[-?:](?:\s|$)/.test(value)) {
    return {
      message: `The value begins with \`${first} \`, which means something else to YAML.`,
      fix: whole(written),
    };
  }
  if (/:(?:\s|$)/.test(value)) {
    return {
      message:
        'The value has a colon at its end or before a space, which YAML reads as the start of another field.',
      fix: whole(written),
    };
  }
  return { message: 'YAML cannot read the value.', fix: whole(written) };
}

function explainQuoted(
  mark: string,
  before: string,
  written: string,
  next: string | undefined,
): { message: string; fix: string } {
  const closed =
    mark === "'" ? /^'(?:[^']|'')*'/.exec(written) : /^"(?:[^"\\]|\\.)*"/.exec(written);
  if (closed && closed[0].length === written.length) {
    const text = written.slice(1, -1);
    return {
      message:
        'Inside double quotes a backslash and the sign after it stand for another sign, and this pair for none.',
      fix: `Use single quotes: \`${before}${quoteForYaml(text)}\`.`,
    };
  }
  const whole = `\`${before}${quoteForYaml(written)}\``;
  if (closed) {
    return {
      message: 'The value begins with a word in quotes, and to YAML it ends where the quotes end.',
      fix: `Put the whole value in quotes: ${whole}.`,
    };
  }
  const goesOn = next !== undefined && /^\s+\S/.test(next);
  return {
    message: `The value begins with \`${mark}\`, which is not closed${goesOn ? ' on its line' : ''}.`,
    fix: `Close it at the end of the value, or, if it is part of the text, write ${whole}.`,
  };
}

function loads(yaml: string): boolean {
  try {
    loadYaml(yaml);
    return true;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return false;
  }
}
