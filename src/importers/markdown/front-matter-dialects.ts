// The head of a Markdown file as the site generators write it: YAML between `---` (Jekyll, Eleventy, Hugo,
// Astro), YAML that `---` ends and nothing begins (Hexo), TOML between `+++` (Hugo, Zola), JSON (Hugo), or
// `Key: value` lines without fences (Pelican, MultiMarkdown), or in a comment (Nikola).

import { parse as parseToml, TomlError } from 'smol-toml';
import type { Yaml } from '../../article/front-matter.ts';
import { plainData } from '../fields/plain-data.ts';
import type { Finding } from '../refuse.ts';
import { marksInValues, readLenientYaml } from './lenient-yaml.ts';
import { nikolaHead } from './nikola.ts';

export interface Head {
  data: Record<string, Yaml>;
  body: string;
  /** The line the body begins on, from 1. */
  bodyLine: number;
  /** What was fixed, as warnings. */
  findings: Finding[];
}

/** Cuts the head from a file, whatever dialect it is in; a file without any has no data. */
export function cutHead(written: string): Head | { finding: Finding } {
  const nikola = nikolaHead(written);
  if (nikola) {
    const { data, lines } = nikola;
    const body = written.split('\n').slice(lines).join('\n');
    return { data, body, bodyLine: lines + 1, findings: [] };
  }
  // Some editors put a comment above the front matter.
  const blank =
    /^(?:[^\S\n]*(?:<!--(?:(?!-->)[^\n]){0,300}-->[^\S\n]*)?\n)*/.exec(written)?.[0] ?? '';
  const text = written.slice(blank.length);
  const before = blank.split('\n').length - 1;
  if (/^ {0,3}-{3,}[ \t]*\n/.test(text)) return yamlHead(text, before);
  const named = /^---[ \t]*(json|toml|yaml|js|javascript|coffee)[ \t]*\n/i.exec(text)?.[1];
  if (named !== undefined) return namedHead(text, named.toLowerCase(), before);
  if (/^\+\+\+[ \t]*\n/.test(text)) return tomlHead(text, before);
  if (/^\{[ \t]*\n?\s*"/.test(text) || /^;;;[ \t]*\n/.test(text)) return jsonHead(text, before);
  return endFencedHead(text, before) ?? unfencedHead(text, before);
}

/** Hexo needs no `---` above the front matter, only one below it. */
function endFencedHead(text: string, before: number): Head | undefined {
  const first = keyLine.exec(text.split('\n', 1)[0] ?? '');
  const end = /^-{3,}[ \t]*(?:\n|$)/m.exec(text.slice(0, 20_000));
  // A text underlined with hyphens is a heading of Markdown (CommonMark §4.3).
  if (!first || !end || end.index === 0) return undefined;
  const lines = text.slice(0, end.index).trimEnd().split('\n');
  const isHead = lines.every((line) => /^(?:[\w-]+[ \t]*:(?:\s|$)|[ \t]|- |#|$)/.test(line));
  const keys = lines.filter((line) => tellingKeys.test(/^([\w-]+)[ \t]*:/.exec(line)?.[1] ?? ''));
  if (!isHead || keys.length === 0 || (lines.length < 2 && lines.at(-1) !== '')) return undefined;
  const head = yamlHead(`---\n${text}`, before - 1);
  return 'finding' in head ? undefined : head;
}

const lineCount = (text: string): number => text.split('\n').length - 1;

/** Whether what stands behind `---` begins like a list of fields, and not like a text. */
const hasField = (text: string): boolean =>
  /^(?:#.*\n\s*)*(?:[\w"'.-]+[ \t]*:(?:\s|$)|(?:title|date|author|tags):\S|\{|&|!)/i.test(
    text.trimStart(),
  );

/** Eleventy names the language of front matter behind its first fence. */
function namedHead(text: string, language: string, before: number): Head | { finding: Finding } {
  const plain = text.replace(/^---[^\n]*/, '---');
  if (language === 'yaml') return yamlHead(plain, before);
  const fences = { toml: '+++', json: ';;;' }[language];
  if (fences === undefined)
    return {
      finding: {
        rule: 'front-matter-is-a-program',
        line: before + 1,
        message: `The front matter is written in \`${language}\`, which is a program.`,
        fix: 'Write it as YAML between two lines of `---`.',
      },
    };
  const fenced = plain.replace(/^---/, fences).replace(/^---[ \t]*$/m, fences);
  return language === 'toml' ? tomlHead(fenced, before) : jsonHead(fenced, before);
}

function yamlHead(text: string, before: number): Head | { finding: Finding } {
  const open = text.indexOf('\n') + 1;
  const close = /^ {0,3}(?:-{3,}|\.\.\.)[ \t]*(?:\n|$)/m.exec(text.slice(open));
  if (!close) {
    // A rule of three hyphens can begin a text; a field behind it tells the difference.
    if (!hasField(text.slice(open))) return noHead(text, before);
    return {
      finding: {
        rule: 'front-matter-not-closed',
        line: before + 1,
        message: 'The front matter that begins with `---` does not end.',
        fix: 'Write `---` on a line of its own between the front matter and the text.',
      },
    };
  }
  const yaml = text.slice(open, open + close.index);
  const end = open + close.index + close[0].length;
  if (yaml.trim() !== '' && !hasField(yaml)) return noHead(text, before);
  const read = readLenientYaml(yaml);
  if ('reason' in read) {
    return {
      finding: {
        rule: 'front-matter-not-yaml',
        line: before + 1 + read.line,
        column: read.column,
        message: `The front matter cannot be read here: ${read.reason}.`,
        fix: "Put a value that holds `: ` or ` #` into quotes, as in `title: 'Flood: 1,836 dead'`; indent with blanks, not tabs.",
      },
    };
  }
  const findings = [
    ...read.fixed.map(({ line, how }) => ({
      rule: 'front-matter-mended',
      line: before + 1 + line,
      message: `This line of the front matter is not YAML; ${how}.`,
      fix: 'Look at the article; correct the original if it is imported again.',
    })),
    ...marksInValues(yaml).map(({ line, mark, value }) => ({
      rule: 'front-matter-mark',
      line: before + 1 + line,
      message: `To YAML the \`${mark}\` in \`${value}\` is a mark, so that a part of the value is lost.`,
      fix: 'Put the value into quotes in the original, if that part belongs to it.',
    })),
  ];
  return {
    data: read.data,
    body: text.slice(end),
    bodyLine: before + lineCount(text.slice(0, end)) + 1,
    findings,
  };
}

function tomlHead(text: string, before: number): Head | { finding: Finding } {
  const open = text.indexOf('\n') + 1;
  const close = /^\+\+\+[ \t]*(?:\n|$)/m.exec(text.slice(open));
  if (!close) {
    return {
      finding: {
        rule: 'front-matter-not-closed',
        line: before + 1,
        message: 'The front matter that begins with `+++` does not end.',
        fix: 'Write `+++` on a line of its own between the front matter and the text.',
      },
    };
  }
  const end = open + close.index + close[0].length;
  try {
    const data = plainData(parseToml(text.slice(open, open + close.index))) as Record<string, Yaml>;
    return {
      data,
      body: text.slice(end),
      bodyLine: before + lineCount(text.slice(0, end)) + 1,
      findings: [],
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return {
      finding: {
        rule: 'front-matter-not-toml',
        line: before + 1 + error.line,
        column: error.column,
        message: `The front matter cannot be read here: ${(error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '')}.`,
        fix: 'Correct this line of the original.',
      },
    };
  }
}

/** JSON ends where its first value ends; `;;;` fences it where it has fences. */
function jsonHead(text: string, before: number): Head | { finding: Finding } {
  const fenced = text.startsWith(';;;');
  const start = fenced ? text.indexOf('\n') + 1 : 0;
  const end = fenced ? text.indexOf('\n;;;', start) : endOfJson(text);
  if (end > 0) {
    try {
      const data: unknown = JSON.parse(text.slice(start, end));
      if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
        const bodyStart = fenced ? end + 4 : end;
        return {
          data: plainData(data) as Record<string, Yaml>,
          body: text.slice(bodyStart),
          bodyLine: before + lineCount(text.slice(0, bodyStart)) + 1,
          findings: [],
        };
      }
    } catch {
      // Reported below: the place is not known.
    }
  }
  return {
    finding: {
      rule: 'front-matter-not-json',
      line: before + 1,
      message: 'The front matter begins like JSON and is none.',
      fix: 'Correct the JSON of the original.',
    },
  };
}

function endOfJson(text: string): number {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < Math.min(text.length, 200_000); i++) {
    const character = text[i];
    if (inText) {
      if (character === '\\') i++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

const keyLine = /^([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$/;
const tellingKeys =
  /^(?:title|date|author|authors|slug|category|categories|tags|status|summary|modified|lang)$/i;

function unfencedHead(text: string, before: number): Head {
  const data: Record<string, string> = {};
  const lines = text.split('\n', 60);
  let taken = 0;
  let lastKey: string | undefined;
  for (const line of lines) {
    const key = keyLine.exec(line);
    if (key) {
      lastKey = (key[1] ?? '').trim();
      data[lastKey] = (key[2] ?? '').trim();
    } else if (lastKey !== undefined && /^(?: {2,}|\t)\S/.test(line)) {
      data[lastKey] = `${data[lastKey] ?? ''} ${line.trim()}`.trim();
    } else break;
    taken++;
  }
  const telling = Object.keys(data).filter((key) => tellingKeys.test(key));
  const ends = taken > 0 && (lines[taken] ?? '').trim() === '';
  if (telling.length === 0 || !ends || !tellingKeys.test(Object.keys(data)[0] ?? ''))
    return noHead(text, before);
  const head = lines.slice(0, taken).join('\n').length;
  return { data, body: text.slice(head), bodyLine: before + taken + 1, findings: [] };
}

const noHead = (text: string, before: number): Head => ({
  data: {},
  body: text,
  bodyLine: before + 1,
  findings: [],
});
