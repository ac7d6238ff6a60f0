import { expect, test } from 'vitest';
import { dateOutsideSpan } from '../../src/checks/date-outside-span.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const filesOutside = (span: { first?: string; last?: string }, ...dates: string[]): string[] =>
  dateOutsideSpan(
    dates.map((date) => anArticle({ date })),
    span,
  ).map(({ place }) => place.file);

test('a date outside of the time of the archive is told', () => {
  expect(
    printAll(
      dateOutsideSpan([anArticle({ date: '1806-05-02' })], { first: '1906-05', last: '1971' }),
    ),
  ).toBe(`articles/1806/05/02/flood.md date-outside-span (warning)
  The date 1806-05-02 is before 1906-05, when the archive begins (\`timeSpan\` in \`archive.yaml\`).
  Correct the date; or, where it is right, \`timeSpan\`.`);
});

test('a date counts as far as it is known', () => {
  const inside = ['1906', '1906-05', '1906-05-01', '1971-12-31', '1971', 'undated'];
  expect(filesOutside({ first: '1906-05-01', last: '1971' }, ...inside)).toEqual([]);
  expect(filesOutside({ first: '1906-05-01' }, '1906-04-30', '1905', '1906-04')).toHaveLength(3);
  expect(filesOutside({ last: '1971' }, '1972', '1972-01-01')).toHaveLength(2);
});
