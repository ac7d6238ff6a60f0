import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { exampleOf, explainDate, fieldNames, frontMatterSchema } from '../../src/article/schema.ts';

test('each field explains itself, and the example that its message shows is accepted', () => {
  for (const field of fieldNames) {
    expect(
      frontMatterSchema.shape[field as keyof typeof frontMatterSchema.shape].meta()?.description,
    ).toMatch(/^[A-Z][^]*\.$/);
    const example = exampleOf(field) ?? '';
    const date = field === 'date' ? '' : 'date: 1953-02-01\n';
    const { problems } = parseArticle(`---\n${date}${example}\n---\nText.\n`, {
      file: 'articles/a.md',
      language: 'en',
    });
    expect({ example, problems }).toEqual({ example, problems: [] });
  }
});

test.each([
  ['time', '18:53+01:00', true],
  ['time', '18:53:07Z', true],
  ['time', '18:53 Europe/Berlin', true],
  ['time', '18:53 Etc/GMT+5', true],
  ['time', '18:53 Europe/Nowhere', false],
  ['time', '24:00Z', false],
  ['time', '18:53', false],
  ['lang', 'zh-Hans', true],
  ['lang', 'en-GB-oed', false],
  ['lang', 'en_US', false],
  ['lang', 'x-house', false],
  ['dir', 'rtl', true],
  ['dir', 'right', false],
  ['updated', '2024-02-29', true],
  ['updated', '2023-02-29', false],
  ['aliases', ['/2009/05/old/', '/?p=12', '/news/1207.html'], true],
  ['aliases', 'old/', false],
  ['aliases', '/a/../b/', false],
  ['aliases', '/a b/', false],
  ['aliases', '/"onload=', false],
  ['image', { src: 'map.svg' }, true],
  ['image', { src: '/pictures/map.svg' }, true],
  ['image', { src: 'https://example.org/map.svg' }, false],
  ['image', { src: '//example.org/map.svg' }, false],
  ['image', { src: '..\\map.svg' }, false],
  ['image', { src: 'map.svg', alt: '' }, true],
  ['source', { url: 'http://example.org/', more: ['kept'] }, true],
  ['source', { url: 'ftp://example.org/' }, false],
  ['source', { sha256: 'ab'.repeat(32) }, true],
  ['source', { sha256: 'AB'.repeat(32) }, false],
  ['tags', 'Floods', true],
  ['tags', [], true],
  ['tags', [' '], false],
  ['draft', true, true],
  ['draft', 'true', false],
])('%s %j: accepted is %s', (field, value, accepted) => {
  const result = frontMatterSchema.safeParse({ date: '2024-03-01', [field]: value });
  expect(result.success).toBe(accepted);
});

test('what is wrong with a date is said in words', () => {
  expect(explainDate('2024-13').message).toBe('`2024-13` is not a month in the calendar.');
  expect(explainDate('9999').message).toBe('`9999` is not a year in the calendar.');
  expect(explainDate('9999-01-01').fix).toContain('undated');
  expect(explainDate('yesterday').message).toBe('`yesterday` is not a date this archive can read.');
});
