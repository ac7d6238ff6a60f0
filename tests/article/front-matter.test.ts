import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findKey,
  findValue,
  parseFrontMatter,
  printFrontMatter,
  type Yaml,
} from '../../src/article/front-matter.ts';
import { someOf } from '../thorough.ts';

const dataOf = (yaml: string): unknown => {
  const parts = parseFrontMatter(`---\n${yaml}\n---\nText.\n`);
  return 'fault' in parts ? parts : parts.data;
};

const anyLine = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '1984',
    '2024-03-01',
    '0x1F',
    '1e3',
    'yes',
    'null',
    '~',
    'true',
    '- a',
    '# b',
    'a: b',
    '---',
    '...',
    '---\n---\n',
    '  indented\n   more\n',
    '*alias',
    '&anchor',
    '!tag',
    '%directive',
    '`tick',
    '@at',
    '"',
    "'",
    '\\',
    '',
    ' ',
    '\n',
    '\t',
    'a\r\nb',
    '\u2028',
    '\uFEFF',
    '<<',
    '__proto__',
  ),
);

const anyYaml: fc.Arbitrary<Yaml> = fc.letrec<{ value: Yaml }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyLine,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(anyLine, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

test('what is printed parses back to the same data', () => {
  fc.assert(
    fc.property(fc.dictionary(anyLine, anyYaml, { noNullPrototype: true }), (data) => {
      const parts = parseFrontMatter(`${printFrontMatter(data)}Text.\n`);
      expect(parts).toMatchObject({ body: 'Text.\n' });
      expect('data' in parts && parts.data).toEqual(data);
    }),
    { numRuns: someOf(500) },
  );
});

test('numbers and dates stay text, as written', () => {
  expect(dataOf('date: 2023-11-12\ntitle: 1984\nsum: 007\nlong: 1_000')).toEqual({
    date: '2023-11-12',
    title: '1984',
    sum: '007',
    long: '1_000',
  });
});

test('front matter without a field is empty, not broken', () => {
  expect(dataOf('')).toEqual({});
  expect(dataOf('# only a comment')).toEqual({});
  expect(parseFrontMatter('---\n---\n')).toEqual({ data: {}, yaml: '', body: '' });
});

test('keys that have a meaning in JavaScript are keys like others', () => {
  const data = dataOf('__proto__: { title: x }\nconstructor: y') as object;
  expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect('title' in data).toBe(false);
});

test('an alias repeats its value', () => {
  expect(dataOf('title: &name Flood\ntags: [*name]')).toEqual({ title: 'Flood', tags: ['Flood'] });
});

test.each([
  ['a list in itself', 'tags: &t [a, *t]'],
  ['a map in itself', 'source: &s { name: x, more: { again: *s } }'],
])('%s is a fault, for nothing that walks it would end', (_, yaml) => {
  expect(dataOf(yaml)).toMatchObject({ fault: 'not-yaml', line: 2, column: 1 });
});

test('aliases that would multiply without end are a fault', () => {
  const yaml = `a: &a [x]\n${'bcdefghi'
    .split('')
    .map((key, i) => `${key}: &${key} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`)
    .join('\n')}`;
  expect(dataOf(yaml)).toMatchObject({ fault: 'not-yaml' });
});

test('a key given twice is a fault at its second place', () => {
  expect(dataOf('date: 2024-03-01\ndate: 2024-03-02')).toMatchObject({
    fault: 'not-yaml',
    line: 3,
    column: 1,
  });
});

test('lists nested without end are a fault', () => {
  expect(dataOf(`tags: ${'['.repeat(100_000)}`)).toMatchObject({ fault: 'not-yaml', line: 2 });
});

test('a text without front matter, or with one that does not end, says so', () => {
  expect(parseFrontMatter('Text.')).toEqual({ fault: 'missing' });
  expect(parseFrontMatter('\n---\ndate: 2024\n---\n')).toEqual({ fault: 'missing' });
  expect(parseFrontMatter('---\ndate: 2024\n')).toEqual({ fault: 'not-closed' });
  expect(dataOf('- a\n- b')).toEqual({ fault: 'not-a-map' });
});

test('three hyphens below the front matter belong to the text', () => {
  expect(parseFrontMatter('---\ndate: 2024\n---\nOne.\n\n---\n\nTwo.\n')).toMatchObject({
    body: 'One.\n\n---\n\nTwo.\n',
  });
});

test('any text has front matter or a fault', () => {
  const anyFile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .string({ unit: fc.constantFrom(...'-:[]{}&*!|>\'"%@#, \nabc'.split('')) })
      .map((t) => `---\n${t}\n---\n`),
  );
  fc.assert(
    fc.property(anyFile, (text) => {
      const parts = parseFrontMatter(text);
      return 'fault' in parts || typeof parts.body === 'string';
    }),
    { numRuns: someOf(1000) },
  );
});

const at = (yaml: string, path: PropertyKey[], find = findValue): string => {
  const { line, column } = find(yaml, path);
  return ['---', ...yaml.split('\n')][line - 1]?.slice(column - 1) ?? '';
};

test('a value is found where it stands', () => {
  const yaml = 'title: A\nsource:\n  name: B\n  url: C\ntags: [D, "E", F]\n"date": G';
  expect(at(yaml, ['title'])).toBe('A');
  expect(at(yaml, ['source', 'url'])).toBe('C');
  expect(at(yaml, ['tags', 0])).toBe('D, "E", F]');
  expect(at(yaml, ['tags', 2])).toBe('F]');
  expect(at(yaml, ['date'])).toBe('G');
});

test('a key is found where it stands', () => {
  const yaml = 'title: A\nsource:\n  name: B';
  expect(at(yaml, ['title'], findKey)).toBe('title: A');
  expect(at(yaml, ['source', 'name'], findKey)).toBe('name: B');
});

test('a single value is the first of the list that may stand in its place', () => {
  expect(at('corrections: { date: A, note: B }', ['corrections', 0, 'note'])).toBe('B }');
  expect(at('tags: A', ['tags', 0])).toBe('A');
});

test('of a path that goes on beyond what is written, the nearest value above is found', () => {
  const yaml = 'title: A\ncorrections:\n  - note: B';
  expect(at(yaml, ['corrections', 0, 'date'])).toBe('note: B');
  expect(at(yaml, ['nothing', 'here'])).toBe('title: A\n'.trim());
  expect(findValue('', ['date'])).toEqual({ line: 2, column: 1 });
});

test('every value of what is printed is found on the line that holds it', () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/);
  fc.assert(
    fc.property(fc.dictionary(word, fc.array(word, { minLength: 1, maxLength: 4 })), (data) => {
      const yaml = printFrontMatter(data).slice(4, -4);
      for (const [key, words] of Object.entries(data)) {
        for (const [i, text] of words.entries()) {
          expect(at(yaml, [key, i]).replaceAll("'", '')).toBe(text);
        }
      }
    }),
  );
});
