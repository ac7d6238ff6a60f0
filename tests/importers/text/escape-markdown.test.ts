import fc from 'fast-check';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { textOfHtml } from '../../../src/importers/html/html-text.ts';
import { renderMarkdown } from '../../../src/markdown/render-markdown.ts';
import { escapeMarkdown } from '../../../src/importers/text/escape-markdown.ts';
import { printParagraphs, splitParagraphs } from '../../../src/importers/text/paragraphs.ts';
import { someOf } from '../../thorough.ts';

const marks = fc.constantFrom(
  '*',
  '_',
  '`',
  '#',
  '>',
  '-',
  '+',
  '=',
  '1.',
  '2)',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '&amp;',
  '|',
  '~',
  '\\',
  '!',
  ':',
  'a',
  'Bc',
  ' ',
  '  ',
  '\n',
  '    ',
  'http://x.org/a_b*c',
  'www.x.org/`',
  'http://x.org/[1]',
  'x_y@z.org',
  'é',
  '.',
);
const markedText = fc.array(marks, { maxLength: 25 }).map((parts) => parts.join(''));
const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('any paragraph of plain text shows as the same text', () => {
  fc.assert(
    fc.property(markedText, (text) => {
      const shown = renderMarkdown(escapeMarkdown(text)).html;
      expect(collapse(textOfHtml(shown))).toBe(collapse(text));
      expect(shown).not.toMatch(/<(?:em|strong|code|h\d|ul|ol|blockquote|hr|table|del)\b/);
    }),
    { numRuns: someOf(1000) },
  );
});

test('nothing is escaped that needs no escaping', () => {
  expect(escapeMarkdown('It cost 5 + 6 - 7 = 4 (about 1.5 %), said a_b & Co. of 3.2.1921!')).toBe(
    'It cost 5 + 6 - 7 = 4 (about 1.5 %), said a_b & Co. of 3.2.1921!',
  );
});

test('paragraphs are cut at blank lines, at long lines, at indents, and nowhere in a text broken to a width', () => {
  expect(splitParagraphs('a\nb\n\n \nc')).toEqual(['a\nb', 'c']);
  const long = `${'word '.repeat(30)}end.`;
  expect(splitParagraphs(`${long}\n${long}`)).toEqual([long, long]);
  expect(splitParagraphs('   First line\nsecond line\n   Third line\nfourth line')).toHaveLength(2);
  expect(splitParagraphs('broken to\na width of\nten')).toHaveLength(1);
});

test('lines that are all items become a list', () => {
  const tree = unified()
    .use(remarkParse)
    .parse(printParagraphs(['- one\n- two', '1. one\n2. two']));
  expect(tree.children.map(({ type }) => type)).toEqual(['list', 'list']);
});
