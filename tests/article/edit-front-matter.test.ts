import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToList, fixFrontMatter } from '../../src/article/edit-front-matter.ts';
import type { Autofix } from '../../src/problem.ts';

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

const toSmall: Autofix = { change: 'key', from: 'Title', to: 'title' };
const toList: Autofix = {
  change: 'list',
  field: 'tags',
  from: 'New York, Rain',
  to: ['New York', 'Rain'],
};
const toUsual: Autofix = { change: 'name', field: 'tags', from: 'floods', to: 'Floods' };
const section: Autofix = { change: 'name', field: 'section', from: 'world', to: 'World' };

test.each([
  [toSmall, 'date: 2024\nTitle: "Title: x" # Title\n', 'date: 2024\ntitle: "Title: x" # Title\n'],
  [toSmall, '"Title": x\n', 'title: x\n'],
  [toList, 'tags: New York, Rain # two\n', 'tags: [New York, Rain] # two\n'],
  [toList, "tags: 'New York, Rain'\n", 'tags: [New York, Rain]\n'],
  [toUsual, 'tags: floods\n', 'tags: Floods\n'],
  [toUsual, 'tags: [Rain, "floods"]\n', 'tags: [Rain, Floods]\n'],
  [toUsual, 'tags:\n  - Rain\n  - floods # so\n', 'tags:\n  - Rain\n  - Floods # so\n'],
  [section, 'section: world\n', 'section: World\n'],
] as const)('%j makes %j %j', (autofix, before, after) => {
  expect(fixFrontMatter(file(before), autofix)).toBe(file(after));
  expect(fixFrontMatter(file(after), autofix)).toBeUndefined();
});

test.each([
  [toUsual, 'tags: [Floods, floods]\n'],
  [toUsual, 'tags: >-\n  floods\n'],
  [toUsual, 'section: floods\n'],
  [toList, 'tags: [x, New York, Rain]\n'],
] as const)('%j leaves %j to its keeper', (autofix, yaml) => {
  expect(fixFrontMatter(file(yaml), autofix)).toBeUndefined();
});

test('whatever stands in a file, a fix changes one line of it at most', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, body) => {
      const before = `---\nTitle: ${value}\ntags: [${value}, floods]\n---\n${body}`;
      for (const autofix of [toSmall, toUsual]) {
        const after = fixFrontMatter(before, autofix);
        if (after === undefined) continue;
        const lines = after.split('\n');
        const changed = before.split('\n').filter((line, i) => line !== lines[i]);
        expect([changed.length, lines.length]).toEqual([1, before.split('\n').length]);
      }
    }),
  );
});
