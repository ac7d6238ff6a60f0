import { expect, test } from 'vitest';
import { parseConfiguration } from '../../src/configuration/parse-configuration.ts';
import { printProblem } from '../../src/problem.ts';

const sound = `format: 1
name: The Zeeland Courier
description: News of the islands.
address: https://example.org/archive/
language: nl
licence: CC BY 4.0
`;

const problemsOf = (text: string): string => {
  const parsed = parseConfiguration(text, 'paper/archive.yaml');
  return 'problems' in parsed ? parsed.problems.map(printProblem).join('\n') : '';
};

const changed = (line: RegExp, text: string): string => problemsOf(sound.replace(line, text));

test('a configuration is read, and what is left out has its default', () => {
  expect(parseConfiguration(sound, 'archive.yaml')).toEqual({
    site: {
      name: 'The Zeeland Courier',
      description: 'News of the islands.',
      address: 'https://example.org/archive/',
      language: 'nl',
      publisher: 'The Zeeland Courier',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      sharePictures: 'auto',
      data: 'publish',
      watches: [],
      robots: { searchEngines: 'allow', aiTraining: 'allow', preservation: 'allow' },
      typeface: 'newsreader',
      navigation: ['dates', 'topics', 'sections', 'authors', 'search', 'about'],
      allow: { scripts: [], images: [], connections: [], frames: [] },
      checks: {},
    },
  });
});

test('a byte-order mark, line ends of Windows and the fence of a document change nothing', () => {
  const plain = parseConfiguration(sound, 'archive.yaml');
  const written = `\uFEFF---\n${sound}`.replaceAll('\n', '\r\n');
  expect(parseConfiguration(written, 'archive.yaml')).toEqual(plain);
});

test('a licence of one’s own has its own address, or none', () => {
  const read = (licence: string): unknown => {
    const parsed = parseConfiguration(sound.replace(/licence: .*/, licence), 'archive.yaml');
    return 'site' in parsed ? parsed.site.licence : parsed.problems.map(printProblem);
  };
  expect(read('licence: All rights reserved')).toEqual({ name: 'All rights reserved' });
  expect(read('licence: { name: Ours, url: https://example.org/licence }')).toEqual({
    name: 'Ours',
    url: 'https://example.org/licence',
  });
});

test('an unknown field is told at its place, with the one that is meant', () => {
  expect(changed(/^licence/m, 'adress: x\nlicence')).toBe(
    `paper/archive.yaml:6:1 archive-key-unknown
  \`adress\` is not a field of an archive.
  Write \`address\`, if that is meant; else delete it.`,
  );
});

test('a tab is told at its place', () => {
  expect(changed(/licence: .*/, 'licence:\n\tname: Ours')).toBe(
    `paper/archive.yaml:7:1 archive-not-yaml
  The line is indented with a tab, which YAML does not allow.
  Indent it with spaces.`,
  );
});

test('a field that is given twice is told with the line of the first', () => {
  expect(changed(/^licence/m, 'name: Another\nlicence')).toBe(
    `paper/archive.yaml:6:1 archive-not-yaml
  \`name\` is given a second time; the first is on line 2.
  Keep one of the two.`,
  );
});

test.each([
  ['language: english_', '5:11', '`language: english_` is not a language tag (BCP 47).'],
  [
    'address: example.org',
    '4:10',
    '`address: example.org` is not a whole address with `https://` at its beginning.',
  ],
  [
    'address: https://example.org/?q=a',
    '4:10',
    '`address: https://example.org/?q=a` has more than a host and a path.',
  ],
  [
    "accent: { light: '#ffcc00', dark: '#9cc3ff' }",
    '7:19',
    '`accent.light: #ffcc00` has a contrast of 1.3:1 on light paper, where text needs 4.5:1 (WCAG 2.2, 1.4.3).',
  ],
  ['name:', '2:1', '`name` has no value.'],
  [
    'logo: { src: logo.svg, width: 90, height: 30 }',
    '7:14',
    '`logo.src: logo.svg` is not a picture in `public/`, written from there: `/logo.svg`.',
  ],
  [
    'logo: { src: /logo.svg, width: 900, height: 30 }',
    '7:32',
    '`logo.width: 900` is not a number of pixels from 1 to 320.',
  ],
  ['timeSpan: { first: 1971, last: 1906 }', '7:32', '`timeSpan.last: 1906` ends before it begins.'],
  [
    'timeSpan: { first: May 1906 }',
    '7:20',
    '`timeSpan.first: May 1906` is not a day, a month or a year such as `1906-05-01`, `1906-05` or `1906`.',
  ],
  [
    "allow: { images: ['https://a.example; script-src *'] }",
    '7:20',
    '`allow.images.0: https://a.example; script-src *` is not an address of a host with `https://` at its beginning.',
  ],
  [
    'licence: { name: Ours, url: ours }',
    '6:29',
    '`licence.url: ours` is not a whole address with `https://` at its beginning.',
  ],
])('%s is told at %s', (line, place, message) => {
  const [field = ''] = line.split(':');
  const replaced = new RegExp(`^${field}: .*`, 'm');
  const text = replaced.test(sound) ? sound.replace(replaced, line) : `${sound}${line}\n`;
  const [first, second] = problemsOf(text).split('\n');
  expect(first).toMatch(new RegExp(`^paper/archive\\.yaml:${place} archive-${field}-`));
  expect(second?.trim()).toBe(message);
});

test('all problems are told at once', () => {
  expect(problemsOf('format: 1\nname: Paper\n').match(/archive-\w+-missing/g)).toEqual([
    'archive-description-missing',
    'archive-address-missing',
    'archive-language-missing',
    'archive-licence-missing',
  ]);
});

test('of a file of a newer program only that is said', () => {
  expect(changed(/format: 1/, 'format: 2\nfresh: x')).toBe(
    `paper/archive.yaml:1:9 archive-too-new
  The archive was written for a newer Dateline: its form is 2, and this program reads 1.
  Bring the program up to date (\`git pull && npm ci\`) and try again.`,
  );
});

test.each(['', '- a\n- b\n', 'just text\n'])('what is no list of fields is told: %j', (text) => {
  expect(problemsOf(text)).toMatch(/archive-(?:not-fields|name-missing)/);
});

test('a second document is told', () => {
  expect(problemsOf(`${sound}---\nname: Other\n`)).toContain('paper/archive.yaml:7:1');
});

test('each kind of robot has a permission of its own', () => {
  const parsed = parseConfiguration(`${sound}robots: { aiTraining: refuse }\n`, 'archive.yaml');
  expect('site' in parsed && parsed.site.robots).toEqual({
    searchEngines: 'allow',
    aiTraining: 'refuse',
    preservation: 'allow',
  });
  expect(problemsOf(`${sound}robots: { aiTraining: perhaps }\n`)).toContain(
    'paper/archive.yaml:7:',
  );
});

test('a contact for security holds until a day within a year', () => {
  const inDays = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const withExpiry = (day: string): string =>
    `${sound}security: { contact: desk@news.example, expires: ${day} }\n`;
  const parsed = parseConfiguration(withExpiry(inDays(100)), 'archive.yaml');
  expect('site' in parsed && parsed.site.security?.contact).toBe('mailto:desk@news.example');
  expect(problemsOf(withExpiry(inDays(-2)))).toContain('is past');
  expect(problemsOf(withExpiry(inDays(500)))).toContain('more than a year ahead');
  expect(problemsOf(withExpiry('2026-02-30'))).toContain('is not a day');
});

test('a watch has an address that follows from its name', () => {
  const parsed = parseConfiguration(
    `${sound}watches: [{ name: Høje vande!, query: 'flood* date:1953-02' }]`,
    'archive.yaml',
  );
  expect('site' in parsed && parsed.site.watches).toEqual([
    { name: 'Høje vande!', query: 'flood* date:1953-02', slug: 'hoje-vande' },
  ]);
});

test.each([
  ['"harbour strike', 'has a quotation mark at character 1 that is not closed'],
  ['(moon OR mars', 'has a parenthesis at character 1 that is not closed'],
  ['titel:dike', 'has `titel:`, which is no operator of the search'],
  ['date:1953-02-30', 'has `1953-02-30`, which is no day of the calendar'],
  ['-tide', 'says only what to leave out'],
  ['…', 'asks for nothing'],
])('a watch whose query %s cannot be read is told at its place', (query, message) => {
  const told = problemsOf(`${sound}watches:\n  - name: Floods\n    query: '${query}'\n`);
  expect(told).toContain('paper/archive.yaml:9:13 archive-watches-wrong');
  expect(told).toContain(`\`watches.0.query: ${query}\` ${message}.`);
});

test('two watches with one address are told at the second', () => {
  const watch = (name: string): string => `  - { name: ${name}, query: flood }\n`;
  const told = problemsOf(`${sound}watches:\n${watch('High water')}${watch('High-water')}`);
  expect(told).toContain('paper/archive.yaml:9:13 archive-watches-wrong');
  expect(told).toContain('would have the address of `High water`, `/watches/high-water/`');
});
