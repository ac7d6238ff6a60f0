// YAML as people write it by hand. What a strict parser refuses and only one meaning fits is fixed and told:
// a tab for blanks, a value with `: ` or `#` that has no quotes, a field given twice.

import { YAMLException } from 'js-yaml';
import { holdsItself, loadYaml, type Yaml } from '../../article/front-matter.ts';

export interface LenientYaml {
  data: Record<string, Yaml>;
  /** The lines that were fixed, from 1 in the YAML, and how. */
  fixed: { line: number; how: string }[];
}

export interface YamlFault {
  reason: string;
  /** From 1, in the YAML. */
  line: number;
  column: number;
}

/** Reads a map in YAML, fixing what can be fixed without a doubt. */
export function readLenientYaml(yaml: string): LenientYaml | YamlFault {
  const strict = tryYaml(yaml);
  if (!('reason' in strict)) return { data: strict.data, fixed: [] };
  const indented = fixLines(yaml, '  ');
  const lenient = indented.fixed.length > 0 ? tryYaml(indented.text) : strict;
  if (!('reason' in lenient)) return { data: lenient.data, fixed: indented.fixed };
  const flush = yaml.includes('\t') ? fixLines(yaml, '') : indented;
  const flat = flush === indented ? lenient : tryYaml(flush.text);
  if (!('reason' in flat)) return { data: flat.data, fixed: flush.fixed };
  const { text, fixed } = indented;
  const once = dropRepeatedKeys(text);
  const unique = once.dropped.length > 0 ? tryYaml(once.text) : lenient;
  if (!('reason' in unique)) return { data: unique.data, fixed: [...fixed, ...once.dropped] };
  return strict;
}

function tryYaml(yaml: string): { data: Record<string, Yaml> } | YamlFault {
  // To the parser no document at all is an error.
  if (/^(?:[ \t]*(?:#.*)?(?:\n|$))*$/.test(yaml)) return { data: {} };
  try {
    const data = loadYaml(yaml) ?? {};
    if (typeof data !== 'object' || Array.isArray(data)) {
      return { reason: 'it is not a list of fields', line: 1, column: 1 };
    }
    if (holdsItself(data))
      return { reason: 'a value repeats itself inside itself', line: 1, column: 1 };
    return { data };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return { reason, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
  }
}

/** `key: value` at the left edge or in a list, where the value is plain and holds what needs quotes. */
const plainValue = /^(\s*(?:- )?[\w-]+:[ ]+)([^\s'"|>[{].*)$/;
const bracketed = /^(\s*(?:- )?[\w-]+:[ ]+)(\[[^\]\n]*\]\s*[^\s,#\]].*|[|?] \S.*)$/;
const glued =
  /^(title|date|author|authors|tags|category|categories|slug|summary|description):(?=[^\s/])/i;
const needsQuotes = /:(?:\s|$)| #|^[@`%]|^\*[^\s*]+(?:\s[^*]*)?\*|^\*\*|^- /;

function fixLines(yaml: string, tab: string): { text: string; fixed: LenientYaml['fixed'] } {
  const fixed: LenientYaml['fixed'] = [];
  let blockIndent: number | undefined;
  let openQuote: string | undefined;
  const lines = yaml.split('\n').map((written, i) => {
    if (openQuote !== undefined) {
      // YAML 1.2 §7.3.1 wants continued text indented; earlier parsers did not ask for it.
      if (closesQuote(written, openQuote)) openQuote = undefined;
      if (/^[ \t]/.test(written) || written === '') return written;
      fixed.push({ line: i + 1, how: 'it was indented' });
      return `  ${written}`;
    }
    openQuote = opensQuote(written);
    if (openQuote !== undefined) return written;
    const spaced = written.replace(glued, '$1: ');
    if (spaced !== written) fixed.push({ line: i + 1, how: 'a blank was put behind the colon' });
    const line = /^[ \t]*\t/.test(spaced)
      ? spaced.replace(/^[ \t]+/, (blanks) => blanks.replaceAll('\t', tab))
      : spaced;
    if (line !== spaced) fixed.push({ line: i + 1, how: 'tabs became blanks' });
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (blockIndent !== undefined && (line.trim() === '' || indent > blockIndent)) return line;
    blockIndent = /[|>][+-]?\d?\s*$/.test(line) && /:\s*[|>]/.test(line) ? indent : undefined;
    const marked = bracketed.exec(line);
    const value = marked ?? plainValue.exec(line);
    if (!value || (!marked && !needsQuotes.test(value[2] ?? ''))) return closeQuote(line, i, fixed);
    fixed.push({ line: i + 1, how: 'its value was put into quotes' });
    return `${value[1]}'${(value[2] ?? '').trim().replaceAll("'", "''")}'`;
  });
  return { text: lines.join('\n'), fixed };
}

/** The quotation mark of a value that goes on below its line. */
function opensQuote(line: string): string | undefined {
  const value = /^[\w-]+:[ ]+((["']).*)$/.exec(line);
  const quote = value?.[2];
  return quote !== undefined && !closesQuote((value?.[1] ?? '').slice(1), quote)
    ? quote
    : undefined;
}

const closesQuote = (line: string, quote: string): boolean =>
  quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(line) : /^(?:[^']|'')*'(?!')/.test(line);

/** `title: "Flood" hits coast`: a quoted beginning is no quoted value. */
function closeQuote(line: string, i: number, fixed: LenientYaml['fixed']): string {
  const value = /^([\w-]+:[ ]+)((["'])[^"']*\3[^\s#,\]}].*|(["'])[^"']*\4\s+[^\s#].*)$/.exec(line);
  if (!value) return line;
  fixed.push({ line: i + 1, how: 'its value was put into quotes' });
  return `${value[1]}'${(value[2] ?? '').trim().replaceAll("'", "''")}'`;
}

const keyOf = (line: string): string | undefined => /^([\w-]+):/.exec(line)?.[1];

/** Keeps the last of fields at the left edge that are given twice, as the programs did that wrote such files. */
function dropRepeatedKeys(yaml: string): { text: string; dropped: LenientYaml['fixed'] } {
  const lines = yaml.split('\n');
  const last = new Map(lines.map((line, i) => [keyOf(line), i]));
  const dropped: LenientYaml['fixed'] = [];
  let dropping = false;
  const kept = lines.filter((line, i) => {
    const key = keyOf(line);
    if (key === undefined) return !dropping || !/^(?:\s|- )/.test(line);
    dropping = last.get(key) !== i;
    if (dropping) dropped.push({ line: i + 1, how: `\`${key}\` is given twice; the last counts` });
    return !dropping;
  });
  return { text: kept.join('\n'), dropped };
}

/** A value of which a strict parser takes a part for a comment (`Storm #1`) or a name (`&c.`). */
const markInValue =
  /^(?:title|headline|summary|description|author)[ \t]*:[ \t]+((&)[^\s,]+ \S.*|[^\s'"|>[{&*!#].*?[ \t](#)[^\s#].*)$/i;

/** Finds values that lose a part though they are YAML: what looks like a comment or an anchor in a headline. */
export function marksInValues(yaml: string): { line: number; mark: string; value: string }[] {
  return yaml.split('\n').flatMap((text, i) => {
    const [, value = '', anchor, comment] = markInValue.exec(text) ?? [];
    return value === ''
      ? []
      : [{ line: i + 1, mark: anchor ?? comment ?? '', value: value.slice(0, 60) }];
  });
}
