import { expect, test } from 'vitest';
import { folderNotDate } from '../../src/checks/folder-not-date.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const check = (file: string, date: string): string =>
  printAll(folderNotDate([anArticle({ file, date })]));

test('folders that say another date than the article are a warning', () => {
  expect(check('articles/2024/03/01/flood.md', '2024-03-02'))
    .toBe(`articles/2024/03/01/flood.md folder-not-date (warning)
  The file lies in the folder for 2024-03-01, but its date, which decides its address, is 2024-03-02.
  Correct the date, or move the file.`);
});

test.each([
  ['articles/2024/03/01/flood.md', '2024-03-01'],
  ['articles/2024/03/flood.md', '2024-03-01'],
  ['articles/2024/flood.md', '2024-03'],
  ['articles/flood.md', '2024-03-01'],
  ['articles/undated/flood.md', 'undated'],
  ['articles/series/7/flood.md', '2024-03-01'],
])('%s may be dated %s', (file, date) => expect(check(file, date)).toBe(''));

test.each([
  ['articles/2024/03/01/flood.md', '2024-03'],
  ['articles/2024/flood.md', 'undated'],
  ['2024/flood.md', '2023'],
])('%s may not be dated %s', (file, date) => {
  expect(check(file, date)).toContain('folder-not-date');
});
