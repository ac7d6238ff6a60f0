import { expect, test } from 'vitest';
import { exportAs } from '../../../src/browser/search/export.ts';

const article = {
  id: '1969/07/20/eagle',
  title: 'Eagle, "landed"',
  date: '1969-07-20',
  section: 'Space',
  authors: ['Doe, Jane', 'Roe, Jo'],
  tags: ['moon'],
  lang: 'en',
};
const context = {
  site: 'https://example.org/a/',
  archive: 'Dateline',
  search: 'https://example.org/a/search/?q=x',
};

test('CSV quotes what must be quoted, and disarms what a spreadsheet would calculate', () => {
  const { text } = exportAs('csv', [article, { ...article, title: '=1+1', authors: [] }], context);
  expect(text.split('\r\n').slice(1, 3)).toEqual([
    '1969-07-20,"Eagle, ""landed""",Space,"Doe, Jane; Roe, Jo",moon,en,https://example.org/a/1969/07/20/eagle/',
    "1969-07-20,'=1+1,Space,,moon,en,https://example.org/a/1969/07/20/eagle/",
  ]);
});

test('RIS has a newspaper article for each, with as much of the date as is known', () => {
  const { text } = exportAs('ris', [{ ...article, date: '1969-07' }], context);
  expect(text).toContain('TY  - NEWS\r\n');
  expect(text).toContain('AU  - Doe, Jane\r\nAU  - Roe, Jo\r\n');
  expect(text).toContain('PY  - 1969\r\nDA  - 1969/07//\r\n');
  expect(text.endsWith('ER  - \r\n')).toBe(true);
});

test('JSON says which search it is of', () => {
  const parsed = JSON.parse(exportAs('json', [article], context).text) as {
    search: string;
    articles: unknown[];
  };
  expect(parsed.search).toBe(context.search);
  expect(parsed.articles).toHaveLength(1);
});
