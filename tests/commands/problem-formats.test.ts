import { expect, test } from 'vitest';
import { problemFormats } from '../../src/commands/problem-formats.ts';
import type { Problem } from '../../src/problem.ts';

const problems: Problem[] = [
  {
    place: { file: 'content/articles/a b.md', line: 4, column: 7 },
    rule: 'date-not-a-day',
    severity: 'error',
    message: '`2024-02-30`, 100 % wrong: not a day.',
    fix: 'Write one\nof March.',
  },
  {
    place: { file: '/srv/news/b.md' },
    rule: 'picture-missing',
    severity: 'warning',
    message: 'It is not there.',
    fix: 'Copy it.',
  },
];

const printAs = (format: string, some = problems): string => problemFormats[format]?.(some) ?? '';

test('as JSON each problem is an object with its place', () => {
  expect(JSON.parse(printAs('json'))).toEqual([
    {
      file: 'content/articles/a b.md',
      line: 4,
      column: 7,
      rule: 'date-not-a-day',
      severity: 'error',
      message: '`2024-02-30`, 100 % wrong: not a day.',
      fix: 'Write one\nof March.',
    },
    expect.objectContaining({ file: '/srv/news/b.md', severity: 'warning' }),
  ]);
  expect(JSON.parse(printAs('json', []))).toEqual([]);
});

test('for GitHub each problem is one line, with nothing in it that ends a property', () => {
  expect(printAs('github').split('\n')).toEqual([
    '::error file=content/articles/a b.md,line=4,col=7,title=date-not-a-day::`2024-02-30`, 100 %25 wrong: not a day.%0AWrite one%0Aof March.',
    '::warning file=/srv/news/b.md,title=picture-missing::It is not there.%0ACopy it.',
    '',
  ]);
});

test('as SARIF each result names a rule of its tool and a place that is an address', () => {
  const { version, runs } = JSON.parse(printAs('sarif')) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        locations: { physicalLocation: { artifactLocation: { uri: string }; region?: object } }[];
      }[];
    }[];
  };
  expect(version).toBe('2.1.0');
  const [run] = runs;
  for (const { ruleId, ruleIndex } of run?.results ?? []) {
    expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
  expect(run?.results.map(({ level }) => level)).toEqual(['error', 'warning']);
  expect(run?.results.map(({ locations: [place] }) => place?.physicalLocation)).toEqual([
    {
      artifactLocation: { uri: 'content/articles/a%20b.md' },
      region: { startLine: 4, startColumn: 7 },
    },
    { artifactLocation: { uri: 'file:///srv/news/b.md' } },
  ]);
});
