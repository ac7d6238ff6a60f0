// The examples of the guide's page on data are run as they stand, where their tools are installed.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import type { FullRecord } from '../../src/archive/data/record.ts';

const guide = readFileSync('content/pages/guide/data.md', 'utf8');

/** The examples in a language, in their order; the one that sets the address is left out. */
const examples = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))]
    .map(([, code = '']) => code)
    .filter((code) => !code.startsWith('ARCHIVE='));

/** Runs where the files of the data lie. */
const run = (command: string, args: string[], input = ''): string => {
  const cwd = join(inject('siteDir'), 'data');
  const env = { ...process.env, ARCHIVE: inject('siteAddress').replace(/\/$/, '') };
  const { status, stdout, stderr } = spawnSync(command, args, {
    input,
    env,
    cwd,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
};

const has = (tool: string): boolean => !spawnSync(tool, ['--version']).error;

const articles = (): FullRecord[] =>
  gunzipSync(readFileSync(join(inject('siteDir'), 'data/2024.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FullRecord);

test.skipIf(!has('curl') || !has('jq'))('curl and jq (skipped without them)', () => {
  const [headlines = '', topics = ''] = examples('sh');
  const ofMonth = articles().filter(({ date }) => date?.startsWith('2024-03'));
  expect(run('bash', ['-c', headlines]).trim().split('\n').toSorted()).toEqual(
    ofMonth.map(({ date, title }) => `${date} ${title}`).toSorted(),
  );
  const counts = Map.groupBy(
    articles().flatMap(({ topics: of }) => of),
    (topic) => topic,
  );
  const lines = run('bash', ['-c', topics]).trim().split('\n');
  expect(lines.map((line) => line.trim()).toSorted()).toEqual(
    [...counts].map(([topic, { length }]) => `${length} ${topic}`).toSorted(),
  );
});

test.skipIf(!has('python3'))('Python (skipped without it)', () => {
  const [words = ''] = examples('python');
  expect(Number(run('python3', ['-'], words))).toBe(
    articles().reduce((sum, { wordCount }) => sum + wordCount, 0),
  );
});

test.skipIf(!has('duckdb'))('DuckDB (skipped without it)', () => {
  const [sections = ''] = examples('sql');
  const rows = JSON.parse(run('duckdb', ['-json', '-c', sections])) as { articles: number }[];
  expect(rows.reduce((sum, row) => sum + row.articles, 0)).toBe(articles().length);
});
