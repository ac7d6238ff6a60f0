// The README and the keeper's guide say what is true: commands, paths, messages, fields, and what commands print.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { parseArticle } from '../src/article/article.ts';
import { fieldNames } from '../src/article/schema.ts';
import { parseConfiguration } from '../src/configuration/parse-configuration.ts';
import { parseTopicNotes } from '../src/article/topic-notes.ts';
import { readOwnPages } from '../src/content-folder/own-pages.ts';
import { printProblem } from '../src/problem.ts';
import { makeContent } from './commands/run-command.ts';

const guideDir = 'content/pages/guide';
const guide = Object.fromEntries(
  readdirSync(guideDir).map((file) => [file, readFileSync(join(guideDir, file), 'utf8')]),
);
const texts = { 'README.md': readFileSync('README.md', 'utf8'), ...guide };
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
};

const blocksIn = (file: string, language: string): string[] =>
  [...(guide[file] ?? '').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );

const read = (text: string) =>
  parseArticle(text, { file: 'content/articles/2024/03/02/flood.md', language: 'en' });

test('the README is short', () => {
  expect(texts['README.md'].split('\n').length).toBeLessThanOrEqual(150);
});

test.each(Object.entries(texts))('every command that %s names is there', (_, text) => {
  for (const [, script = ''] of text.matchAll(/npm run ([a-z]+)\b/g)) {
    expect(scripts).toHaveProperty(script);
  }
});

test('every path that the README names is there', () => {
  const paths = [
    ...texts['README.md'].matchAll(/\]\((?!https?:|#)([^)]+)\)|`((?:src|tests)\/[\w./-]+)`/g),
  ].map((match) => match[1] ?? match[2] ?? '');
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths) expect(() => readFileSync(path), path).not.toThrow(/ENOENT/);
});

test('every page that pages of the demonstration link to is there', () => {
  const { pages, problems } = readOwnPages('content');
  expect(problems).toEqual([]);
  const known = pages.map(({ id }) => `/${id}/`);
  for (const { file, body } of pages) {
    const prose = body.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
    for (const [, path] of prose.matchAll(/\]\((\/[^)#]*)/g)) expect(known, file).toContain(path);
  }
});

test('the article that the guide writes has no problem', () => {
  const [article = ''] = blocksIn('writing.md', 'markdown');
  expect(article).not.toBe('');
  expect(read(article).problems.map(printProblem)).toEqual([]);
});

test('the message that the guide shows is the one that is printed', () => {
  const { problems } = read(
    '---\ntitle: Flood\nsection: Disasters\ndate: 2024-02-30\n---\n\nA text.\n',
  );
  expect(`${problems.map(printProblem).join('\n')}\n`).toBe(blocksIn('checking.md', 'text')[0]);
});

test('what the guide writes into archive.yaml can be read, and its fault is told as it shows', () => {
  const sound = readFileSync('content/archive.yaml', 'utf8').replace(/^navigation:[^]*/m, '');
  const allowing = blocksIn('archive.md', 'yaml').find((text) => text.startsWith('allow:')) ?? '';
  expect(allowing).not.toBe('');
  expect(parseConfiguration(`${sound}\n${allowing}`, 'archive.yaml')).toHaveProperty('site');
  const parsed = parseConfiguration(
    `${'\n'.repeat(8)}adress: x\n${sound}`,
    '../my-archive/archive.yaml',
  );
  const shown = 'problems' in parsed ? parsed.problems.map(printProblem) : [];
  expect(shown.map((text) => `${text}\n`)).toEqual([blocksIn('archive.md', 'text')[0]]);
});

test('what the guide writes into topics.yaml can be read', () => {
  const topics = blocksIn('archive.md', 'yaml').find((text) => text.includes('wikidata:')) ?? '';
  const { notes, problems } = parseTopicNotes(topics, 'topics.yaml');
  expect(problems).toEqual([]);
  expect(notes.map(({ name, names }) => [name, names])).toEqual([
    ['United Nations', ['UN', 'UNO']],
  ]);
});

test('the guide explains every field of an article', () => {
  for (const field of fieldNames) {
    expect(guide['writing.md']).toMatch(new RegExp(`^\\|[^|]*\`${field}\``, 'm'));
  }
});

test('what the guide has keepers type prints what it shows', () => {
  const archive = relative(process.cwd(), join(makeContent(), 'my-archive'));
  const [shown = ''] = blocksIn('index.md', 'console');
  const commands = [...shown.matchAll(/^\$ npm run (\w+) -- (.*)$/gm)];
  expect(commands.length).toBeGreaterThan(2);
  const printed = commands.map(([line, name = '', args = '']) => {
    const typed = args.replaceAll('../my-archive', archive);
    const { stdout } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" src/commands/${name}.ts ${typed} 2>&1`],
      { encoding: 'utf8', env: { ...process.env, DATELINE_CONTENT: undefined } },
    );
    return `${line}\n${stdout.replaceAll(archive, '../my-archive')}`;
  });
  const withoutTimes = (text: string): string => text.replaceAll(/\(\d+\.\d s\)/g, '(0.0 s)');
  expect(withoutTimes(printed.join(''))).toBe(shown);
});
