import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { countWords, openingText, picturesOf } from '../../src/article/plain-text.ts';

test('the opening is the text of the first paragraphs without marks, headings or pictures', () => {
  expect(
    openingText(
      '## Storm\n\n![Dike](dike.jpg)\n\nThe *water* [rose](https://a.example).\n\n- one\n\nTwo.',
    ),
  ).toBe('The water rose.\n\nTwo.');
});

test('the opening ends with the paragraph that makes it long enough', () => {
  const long = 'word '.repeat(50).trim();
  expect(openingText(`Short.\n\n${long}\n\nNever read.`)).toBe(`Short.\n\n${long}`);
  expect(openingText('')).toBe('');
});

test('a table is no opening', () => {
  expect(openingText('| Town | Lost |\n|---|---|\n| Aa | 1 |\n\nThe *water* rose.')).toBe(
    'The water rose.',
  );
});

test('plain paragraphs open as the Markdown parser reads them', () => {
  const pieces = fc.constantFrom(
    'Word',
    'two words',
    '1953',
    '1. x',
    '2) y',
    '- z',
    '# h',
    '> q',
    '=',
    '---',
    '*',
    '_',
    '`',
    '&amp;',
    '<b>',
    '[',
    '|',
    ':',
    '~~~',
    '+',
    '\n',
    '\n\n',
    '\n \n',
    ' ',
    '  ',
    '\t',
    '    ',
    'x'.repeat(90),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
      const body = parts.join('');
      const paragraphs = unified()
        .use(remarkParse)
        .parse(body)
        .children.filter(({ type }) => type === 'paragraph')
        .map((node) => toString(node, { includeImageAlt: false, includeHtml: false }).trim())
        .filter((text) => text !== '' && !text.startsWith('|'));
      const end = paragraphs.findIndex(
        (_, i) => paragraphs.slice(0, i + 1).join('\n\n').length >= 200,
      );
      expect(openingText(body)).toBe(
        paragraphs.slice(0, end < 0 ? undefined : end + 1).join('\n\n'),
      );
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['![A](map.svg)', ['map.svg']],
  ['![A](./map.svg "Title") and ![B](/pictures/b.png)', ['./map.svg', '/pictures/b.png']],
  ['![A][m]\n\n[m]: map.svg\n[m]: other.svg', ['map.svg']],
  ['<figure><img alt="A" src="map.svg"></figure>', ['map.svg']],
  ["Text <IMG SRC='map.svg'> text", ['map.svg']],
  ['![A](my%20map.svg) ![B](<my map.svg>)', ['my map.svg', 'my map.svg']],
  ['![A](100%.svg)', ['100%.svg']],
  ['![A](map.svg?v=2#top)', ['map.svg']],
  ['![A](https://a.example/a.png) ![B](//a.example/b.png) ![C](data:image/png,x)', []],
  ['![A]() ![B](#top) ![C][none]', []],
  ['`![A](map.svg)`', []],
  ['[A](map.svg)', []],
])('%j shows the local pictures %j', (body, pictures) => {
  expect(picturesOf(body)).toEqual(pictures);
});

test.each([
  ['The water rose.', 3],
  ['L’eau monte – 3 m', 4],
  ['', 0],
  ['— … —', 0],
  ['北京奥运会', 3],
  ['北京 hello', 2],
  ['भारत बना गणतंत्र', 3],
])('%j counts as %i words', (text, words) => expect(countWords(text)).toBe(words));
