import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingText, readBodyFacts } from '../../src/article/body-facts.ts';
import { openingOf, plainOpening } from '../../src/opening/opening-text.ts';
import { readMarkdown } from '../../src/markdown/read-markdown.ts';
import { textOf } from '../../src/markdown/text-of-node.ts';
import { countWords } from '../../src/markdown/word-count.ts';
import { someOf } from '../thorough.ts';

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

test.each([
  ['two blanks', 'The bell rang  \ntwice.', 'The bell rang twice.'],
  ['a backslash', 'The bell rang\\\ntwice.', 'The bell rang twice.'],
  ['a tag', 'The bell rang<br>twice.', 'The bell rang twice.'],
  [
    'a reference',
    '[The bell][b] rang [twice].\n\n[b]: /bell/\n[twice]: /twice/',
    'The bell rang twice.',
  ],
  ['a note', 'The bell rang.[^n] Twice.\n\n[^n]: By count.', 'The bell rang. Twice.'],
  ['struck words', 'The bell rang ~~once~~ <s>thrice</s> twice.', 'The bell rang twice.'],
  ['a comment', 'The bell <!-- of the town --> rang.', 'The bell rang.'],
  ['character references', 'The bell &amp; the clock&nbsp;rang.', 'The bell & the clock rang.'],
  ['a table', '| Bell | Rang |\n|---|---|\n| Old | twice |\n\nThe *bell* rang.', 'The bell rang.'],
  [
    'a reading above the line',
    '<ruby>鐘<rp>(</rp><rt>かね</rt><rp>)</rp></ruby>が*鳴る*。',
    '鐘が鳴る。',
  ],
  ['HTML paragraphs', '<div><p>The bell rang.</p></div>', 'The bell rang.'],
  ['words in no paragraph', '<div>The bell<br>rang.</div>', 'The bell rang.'],
  ['lines in Japanese', '鐘が鳴り、\n**人が**\n集まった。', '鐘が鳴り、人が集まった。'],
  ['plain lines in Japanese', '鐘が鳴り、\n人が集まった。', '鐘が鳴り、人が集まった。'],
  ['lines in Korean', '종이\n울렸다.', '종이\n울렸다.'],
  ['a single tilde', 'Open 9~17 *daily*, 10~14 on feasts.', 'Open 9~17 daily, 10~14 on feasts.'],
])('with %s the opening is what a reader sees', (_, body, opening) => {
  expect(openingText(body)).toBe(opening);
});

test('a definition behind thousands of letters counts in the opening', () => {
  const long = 'The bell rang again in the tower of the town. '.repeat(200);
  expect(openingText(`[The bell][b] rang.\n\n${long}\n\n[b]: /bell/`)).toMatch(
    /^The bell rang\.\n/,
  );
});

test.each([
  ['a list', '- The bell is old.\n- The tower is high.', 'The bell is old.\n\nThe tower is high.'],
  ['a list of words', '1. Bell\n2. Tower', 'Bell ·\n\nTower'],
  ['a list in a list', '- Bells:\n  - old\n  - new', 'Bells:\n\nold ·\n\nnew'],
  ['a quotation', '> The bell *rang*.\n>\n> Twice.', 'The bell rang.\n\nTwice.'],
  ['a table', '| Bell | Rang |\n|---|---|\n| Old | twice |', 'Bell ·\n\nRang\n\nOld ·\n\ntwice'],
  ['code', '```\nring\n```', 'ring'],
  ['headings', '## The bell', 'The bell'],
  ['a picture', '![The bell in its tower](bell.jpg)', 'The bell in its tower'],
  [
    'a note to the editor first',
    `<!-- ${'note '.repeat(2000)}-->\n\n- The bell rang.`,
    'The bell rang.',
  ],
])('a text that is only %s opens with it', (_, body, opening) => {
  expect(openingText(body)).toBe(opening);
});

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
  '``` js',
  '&amp;',
  '<b>',
  '<!-- note -->',
  '[',
  '[a b](/x)',
  '[a](/x "t")',
  '![a](/x)',
  '[](/x)',
  '[r]',
  '[r]: /x',
  '[^1]',
  '|',
  ':',
  '~',
  '~~',
  '~~~',
  '+',
  '港',
  '。',
  'กา',
  'https://a.example/港。',
  '\\',
  '\n',
  '\n\n',
  '\n \n',
  ' ',
  '  ',
  '\t',
  '    ',
  'x'.repeat(90),
);
const bodies = fc.array(pieces, { maxLength: 16 }).map((parts) => parts.join(''));

test('a plain text opens as its tree does', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const opening = plainOpening(body);
      fc.pre(opening !== undefined);
      const collapsed = opening?.split('\n\n').map((text) => text.replace(/\s+/g, ' '));
      expect(collapsed?.join('\n\n')).toBe(openingOf(readMarkdown(body).tree));
    }),
    { numRuns: someOf(700) },
  );
});

test('the words of a text are those of its tree', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { words } = readBodyFacts(body, { withOpening: false });
      expect(words).toBe(countWords(textOf(readMarkdown(body).tree)));
    }),
    { numRuns: someOf(1000) },
  );
});

test('the references of a text are those of its tree', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const { references } = readBodyFacts(body, { withOpening: false });
      const read = references.map(({ kind, address, line, column }) => ({
        kind,
        address,
        line,
        column,
      }));
      expect(read).toEqual(readMarkdown(body).references);
    }),
    { numRuns: someOf(700) },
  );
});

test.each([
  ['![A](map.svg)', [['picture', 'map.svg', 1, 1]]],
  ['Text.\n\n> See [A](./flood.md#part).', [['link', './flood.md#part', 3, 7]]],
  ['[A][m]\n\n[m]: flood.md\n[m]: other.md', [['link', 'flood.md', 1, 1]]],
  ['<figure><img alt="A" src="map.svg"></figure>', [['picture', 'map.svg', 1, 9]]],
  ['Call [us](tel:+1) or [me](JavaScript:a).', [['link', 'JavaScript:a', 1, 22]]],
  ['<blah:x>', [['link', 'blah:x', 1, 1]]],
  ['[A](https://a.example/) ![B](//b.example/b.png) <mailto:a@a.example>', []],
  ['`[A](flood.md)`', []],
  ['A note.[^1]\n\n[^1]: Text.', []],
])('%j refers to %j', (body, references) => {
  const found = readBodyFacts(body, { withOpening: false }).references;
  expect(found.map(({ kind, address, line, column }) => [kind, address, line, column])).toEqual(
    references,
  );
});

test.each([
  ['## Causes\n\nSee [there](#causes).', false],
  ['## Causes {#why}\n\nSee [there](#why).', false],
  ['<a name="wind"></a>\n\nSee [there](#wind).', false],
  ['## Où ?\n\nSee [there](#o%C3%B9-).', false],
  ['See [above](#top), [words](#:~:text=sea) or [more](flood.md#rest).', false],
  ['## Causes\n\nSee [there](#cause).', true],
  ['A note.[^1] See [it](#fn-1).\n\n[^1]: Text.', true],
])('in %j a link leads to no part of the text: %s', (body, isMissing) => {
  const { references } = readBodyFacts(body, { withOpening: false });
  expect(references.some(({ isPartMissing }) => isPartMissing === true)).toBe(isMissing);
});
