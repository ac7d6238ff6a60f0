// The head of an article file: YAML between two lines of three hyphens. Numbers and dates stay text, so that
// `date: 2023-11-12` is never shifted by a zone and `title: 1984` never becomes a number.

import {
  boolCoreTag,
  CORE_SCHEMA,
  dump,
  EVENT_ID,
  load,
  mapTag,
  nullCoreTag,
  parseEvents,
  Schema,
  seqTag,
  strTag,
  YAMLException,
} from 'js-yaml';

/** YAML without numbers and dates: text, null, true and false, lists and maps. */
const textSchema = new Schema([strTag, nullCoreTag, boolCoreTag, mapTag, seqTag]);

/** A value in front matter, as written. */
export type Yaml = string | boolean | null | Yaml[] | { [key: string]: Yaml };

export type FrontMatterFault =
  | { fault: 'missing' }
  | { fault: 'not-closed' }
  | { fault: 'not-yaml'; reason: string; line: number; column: number }
  | { fault: 'not-a-map' };

export interface FrontMatter {
  data: Record<string, Yaml>;
  /** The YAML text alone. */
  yaml: string;
  body: string;
}

/**
 * Reads YAML with numbers and dates as text. Throws a `YAMLException` where it is none, where a field is
 * given twice, and where aliases multiply without bound.
 */
export function loadYaml(yaml: string): Yaml {
  return (load(yaml, { schema: textSchema, maxAliases: 20 }) ?? null) as Yaml;
}

const opening = /^---[ \t]*(?:\n|$)/;
const closing = /^---[ \t]*(?:\n|$)/m;

/**
 * Cuts an article file at its two fences.
 *
 * @param text the file's text, with `\n` as line end and without a byte-order mark
 */
export function cutFrontMatter(
  text: string,
): { yaml: string; body: string } | { fault: 'missing' | 'not-closed' } {
  const open = opening.exec(text);
  if (!open) return { fault: 'missing' };
  const rest = text.slice(open[0].length);
  const close = closing.exec(rest);
  if (!close) return { fault: 'not-closed' };
  return { yaml: rest.slice(0, close.index), body: rest.slice(close.index + close[0].length) };
}

/**
 * Cuts an article file into front matter and body.
 *
 * @param text see `cutFrontMatter`
 * @returns the parts, or what is wrong with them (lines and columns from 1, counted in the file)
 */
export function parseFrontMatter(text: string): FrontMatter | FrontMatterFault {
  const parts = cutFrontMatter(text);
  if ('fault' in parts) return parts;
  const { yaml, body } = parts;
  // To the parser no document at all is an error; here it is front matter without a field.
  if (/^(?:[ \t]*(?:#.*)?\n)*$/.test(yaml)) return { data: {}, yaml, body };
  try {
    const data = loadYaml(yaml) ?? {};
    if (typeof data !== 'object' || Array.isArray(data)) return { fault: 'not-a-map' };
    const reason = faultOfAliases(data);
    if (reason !== undefined) return { fault: 'not-yaml', reason, line: 2, column: 1 };
    return { data, yaml, body };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return {
      fault: 'not-yaml',
      reason: error.reason,
      line: (error.mark?.line ?? 0) + 2,
      column: (error.mark?.column ?? 0) + 1,
    };
  }
}

/** Values that aliases may make of front matter; those of the longest lists are a tenth of it. */
const mostValues = 50_000;

/** Whoever walks the data must come to an end: aliases can make a list its own member, or a thousand of few. */
function faultOfAliases(data: Yaml): string | undefined {
  if (holdsItself(data))
    return 'an alias (`*name`) stands inside the value that it repeats (`&name`)';
  let left = mostValues;
  const walk = (value: Yaml): void => {
    if (--left > 0 && typeof value === 'object' && value !== null)
      Object.values(value).forEach(walk);
  };
  walk(data);
  return left > 0
    ? undefined
    : 'aliases (`*name`) repeat values without bound, or there are too many';
}

/** YAML can write a list that is its own member. */
export function holdsItself(
  value: unknown,
  above: ReadonlySet<unknown> = new Set(),
  done = new Set<unknown>(),
): boolean {
  if (typeof value !== 'object' || value === null || done.has(value)) return false;
  if (above.has(value)) return true;
  const inside = new Set(above).add(value);
  const found = Object.values(value).some((inner) => holdsItself(inner, inside, done));
  done.add(value);
  return found;
}

/**
 * Finds where the value under a path of keys stands in a file's front matter; where the path is longer
 * than what was written, the nearest value above it. A value that stands where a list may stand counts as
 * the list's only member. Line and column count from 1, in the file.
 */
export const findValue = (yaml: string, path: readonly PropertyKey[]): LineAndColumn =>
  findPlace(yaml, path, false);

/** Finds where a key itself stands, in the same manner. */
export const findKey = (yaml: string, path: readonly PropertyKey[]): LineAndColumn =>
  findPlace(yaml, path, true);

interface LineAndColumn {
  line: number;
  column: number;
}

function findPlace(yaml: string, path: readonly PropertyKey[], ofKey: boolean): LineAndColumn {
  const events = parseEvents(yaml, {});
  let next = 0;
  let found = 0;

  const skip = (): void => {
    const event = events[next++];
    if (event === undefined || event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS)
      return;
    while (events[next] !== undefined && events[next]?.type !== EVENT_ID.POP) skip();
    next++;
  };

  const walk = (depth: number): void => {
    const event = events[next];
    if (event === undefined) return;
    const start = startOf(event);
    if (start !== undefined) found = start;
    if (depth === path.length) return;
    if (typeof path[depth] === 'number' && event.type !== EVENT_ID.SEQUENCE) return walk(depth + 1);
    next++;
    if (event.type === EVENT_ID.MAPPING) {
      while (events[next] !== undefined && events[next]?.type !== EVENT_ID.POP) {
        const key = events[next];
        const name = key?.type === EVENT_ID.SCALAR ? yaml.slice(key.valueStart, key.valueEnd) : '';
        const keyStart = key === undefined ? undefined : startOf(key);
        skip();
        if (name === String(path[depth])) {
          if (keyStart !== undefined) found = keyStart;
          if (ofKey && depth === path.length - 1) return;
          return walk(depth + 1);
        }
        skip();
      }
    } else if (event.type === EVENT_ID.SEQUENCE) {
      for (let i = 0; i < Number(path[depth]); i++) skip();
      walk(depth + 1);
    }
  };

  if (events[0]?.type === EVENT_ID.DOCUMENT) next++;
  walk(0);
  const before = yaml.slice(0, found).split('\n');
  return { line: before.length + 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

type Event = ReturnType<typeof parseEvents>[number];

function startOf(event: Event): number | undefined {
  const start =
    event.type === EVENT_ID.SCALAR
      ? event.valueStart
      : event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE
        ? event.start
        : -1;
  return start >= 0 ? start : undefined;
}

/**
 * Prints front matter with its two fences. What is printed parses back to the same data, here and in any
 * YAML 1.2 parser.
 */
export function printFrontMatter(data: Record<string, unknown>): string {
  return `---\n${dump(data, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })}---\n`;
}
