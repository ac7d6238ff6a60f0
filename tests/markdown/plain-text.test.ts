import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlainText } from '../../src/markdown/plain-text.ts';
import { parseMarkdown, readMarkdown } from '../../src/markdown/read-markdown.ts';
import { listFiles } from '../../src/disk/list-files.ts';

/** What is read, without places in the source, which no page shows. */
const withoutPlaces = (read: unknown): unknown =>
  JSON.parse(
    JSON.stringify(read, (key, value: unknown) => (key === 'position' ? undefined : value)),
  );

const byRemark = (body: string): unknown => withoutPlaces(parseMarkdown(body));
const read = (body: string): unknown => withoutPlaces(readMarkdown(body));

test('plain paragraphs and headings are read without a parser', () => {
  const body = 'The water\nrose.\n## The night\nIt fell – at 3 a.m. & then.\n\n\nEnd.';
  expect(readPlainText(body)?.children).toHaveLength(7);
  expect(read(body)).toEqual(byRemark(body));
});

test.each([
  'A *word*.',
  'A [link](a.md).',
  'An &amp; more.',
  'A line  \nthat breaks.',
  '- A list',
  '12. A list',
  'A heading\n---',
  '    Code',
  '# The first level moves all others',
  '## Closed ##',
  '## Named {#name}',
  'A \\* star.',
  '<b>Bold</b>',
])('%j is left to the parser', (body) => expect(readPlainText(body)).toBeUndefined());

/** Pieces of which texts are made that come near to Markdown's marks. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'The water',
      ' ',
      'rose',
      ', ',
      '. ',
      '水位',
      '上昇',
      '“',
      '”',
      '—',
      '\u00A0',
      '\u00AD',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', '\n## ', '\n\n### ', '\n\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...'#>-+=~_*`[]()!&<>|:;\\"\'1.)@\t\r\f\u2028\u0085\0\uFEFF'.split(''),
      '&amp;',
      '&amp',
      '<3',
      '< b',
      '# ',
      ' #',
      '1. ',
      '- ',
      '---',
      '===',
      '~~',
      '  \n',
      '\n ',
      '\n    ',
      'www.a.b',
      'a@b.c',
      'http://a',
      '{#a}',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);

test('a text is read as remark reads it, whichever way it goes', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const body = pieces.join('');
      if (readPlainText(body)) plain++;
      expect(read(body)).toEqual(byRemark(body));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(500);
});

/** The corpus lies beside the project; where it does not, its test says so by being skipped. */
for (const folder of ['content/articles', 'tests/site/newspaper/articles', '../shared/corpus']) {
  test.skipIf(!existsSync(folder))(`every text of ${folder} is read as remark reads it`, () => {
    const plain = listFiles(folder)
      .filter((file) => /\.(?:md|markdown|txt)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^---\n.*?\n---\n/s, ''))
      .filter((body) => readPlainText(body));
    expect(plain.map(read)).toEqual(plain.map(byRemark));
  });
}
