import { expect, test } from 'vitest';
import { dateInFuture } from '../../src/checks/date-in-future.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const check = (date: string): string =>
  printAll(dateInFuture([anArticle({ date, file: 'articles/flood.md' })], '2024-02-29'));

test('a date after today is a warning', () => {
  expect(check('2024-03-01')).toBe(`articles/flood.md date-in-future (warning)
  The date 2024-03-01 is in the future (today is 2024-02-29).
  Correct it, or add \`draft: true\` until that day, or \`publishAt\` with the moment.`);
});

test.each(['2024-02-29', '2024-02', '2024', '0001-01-01', 'undated'])(
  '%s is not in the future on 29 February 2024',
  (date) => expect(check(date)).toBe(''),
);

test.each(['2024-03', '2025', '9998-12-31'])('%s is in the future', (date) => {
  expect(check(date)).toContain('date-in-future');
});
