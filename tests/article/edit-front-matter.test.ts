import { expect, test } from 'vitest';
import { addToList } from '../../src/article/edit-front-matter.ts';

const file = (yaml: string): string => `---\n${yaml}---\n\nText --- with marks.\n`;

test.each([
  ['', 'aliases: [/old/]\n'],
  ['title: x # note\n', 'title: x # note\naliases: [/old/]\n'],
  ['aliases: [/a/]\ndate: 2024\n', 'aliases: [/a/, /old/]\ndate: 2024\n'],
  ["aliases: ['/a,b/', ]\n", "aliases: ['/a,b/', /old/]\n"],
  ['aliases: []\n', 'aliases: [/old/]\n'],
  ['aliases: /a/\n', 'aliases: [/a/, /old/]\n'],
  [
    'aliases:\n  - /a/\n  - /b/\n\n# more\ndate: 2024\n',
    'aliases:\n  - /a/\n  - /b/\n  - /old/\n\n# more\ndate: 2024\n',
  ],
  ['aliases:\n- /a/\ndate: 2024\n', 'aliases:\n- /a/\n- /old/\ndate: 2024\n'],
])('%j becomes %j', (before, after) => {
  expect(addToList(file(before), 'aliases', ['/old/'])).toBe(file(after));
});

test('line ends and a byte-order mark stay', () => {
  const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  expect(addToList(windows(file('title: x\n')), 'aliases', ['/old/'])).toBe(
    windows(file('title: x\naliases: [/old/]\n')),
  );
});

test('a member may be a map of any texts', () => {
  const note = 'It was “12”, not 11: # "so" {x}\n';
  const edited = addToList(
    file('corrections:\n  - date: 2024-03-01\n    note: |\n      One\n'),
    'corrections',
    [{ date: '2024-03-02', note }],
  );
  expect(edited).toContain(`  - { date: 2024-03-02, note: ${JSON.stringify(note)} }\n---`);
});

test.each([
  'aliases: [/a/,\n  /b/]\n',
  'aliases: *x\n',
  'aliases: &x [/a/]\n',
  '{ title: x }\n',
  'aliases: [/a/] # why [so]\n',
])('%j is left to its keeper', (yaml) => {
  expect(addToList(file(yaml), 'aliases', ['/old/'])).toBeUndefined();
});

test('a file without front matter, or with control characters, is left alone', () => {
  expect(addToList('Text\n', 'aliases', ['/old/'])).toBeUndefined();
  expect(addToList(file('title: x\u0000\n'), 'aliases', ['/old/'])).toBeUndefined();
});
