import { expect, test } from 'vitest';
import {
  compareProblems,
  isError,
  printPlace,
  printProblem,
  type Problem,
} from '../src/problem.ts';

const problem: Problem = {
  place: { file: 'content/articles/flood.md', line: 4, column: 12 },
  rule: 'date-not-a-day',
  severity: 'error',
  message: '`2024-13-02` is not a day in the calendar.',
  fix: 'Write year-month-day.',
};

test('a problem is printed with its place, rule, sentence and fix', () => {
  expect(printProblem(problem)).toBe(`content/articles/flood.md:4:12 date-not-a-day
  \`2024-13-02\` is not a day in the calendar.
  Write year-month-day.`);
});

test('a warning says that it is one', () => {
  const warning: Problem = { ...problem, severity: 'warning' };
  expect(printProblem(warning).split('\n')[0]).toBe(
    'content/articles/flood.md:4:12 date-not-a-day (warning)',
  );
  expect([isError(problem), isError(warning)]).toEqual([true, false]);
});

test('a place is printed as far as it is known', () => {
  expect(printPlace({ file: 'a.md' })).toBe('a.md');
  expect(printPlace({ file: 'a.md', line: 3 })).toBe('a.md:3');
  expect(printPlace({ file: 'a.md', column: 3 })).toBe('a.md');
});

const at = (file: string, line?: number, column?: number): Problem => ({
  ...problem,
  place: { file, line, column },
});

test('problems are listed by file, then line, then column, as numbers', () => {
  const problems = [
    at('b.md', 1),
    at('a.md', 10, 2),
    at('a.md', 9, 30),
    at('a.md', 10, 1),
    at('a.md'),
  ];
  expect(problems.toSorted(compareProblems).map(({ place }) => printPlace(place))).toEqual([
    'a.md',
    'a.md:9:30',
    'a.md:10:1',
    'a.md:10:2',
    'b.md:1',
  ]);
});

test('what would command a terminal, end a line or turn it round is seen and does nothing', () => {
  expect(
    printProblem({
      place: { file: 'articles/a\n0 errors\u001B[2J.md', line: 2 },
      rule: 'title-wrong',
      severity: 'error',
      message: 'The title is `\u009B31m\u202Egnp.exe\u0007\u007F`.',
      fix: 'Write it like this:\ntitle: Flood\r',
    }),
  ).toBe(
    'articles/a␊0 errors␛[2J.md:2 title-wrong\n' +
      '  The title is `\\u{9b}31m\\u{202e}gnp.exe␇␡`.\n' +
      '  Write it like this:\ntitle: Flood␍',
  );
});
