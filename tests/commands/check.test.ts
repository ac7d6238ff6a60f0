import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeContent, runCommand } from './run-command.ts';

const flood = '---\ndate: 2024-03-01\ntags: [Floods]\n---\nThe water rose.\n';

test('content without a fault is told in one line, and the status is 0', async () => {
  const contentDir = makeContent({ 'articles/2024/03/01/flood.md': flood });
  const { status, stdout, stderr } = await runCommand('check', ['--content', contentDir]);
  expect(stderr).toMatch(/^Check {6}1 article without an error \(\d+\.\d s\)\n$/);
  expect([status, stdout]).toEqual([0, '']);
});

test('every problem of every file is printed with its place, and the status is 1', async () => {
  const contentDir = makeContent({
    'articles/a.md': '---\ndate: 2024-13-01\n---\n![Map](map.svg)\n',
    'articles/b.md': '---\ndate: 2024-03-01\ntitle:\n---\n![Map](map.svg)\n',
    'articles/2024/03/02/flood.md': flood,
    'articles/2024/03/01/storm.md': flood.replace('Floods', 'floods'),
    'articles/x/storm.md': flood,
  });
  const { status, stdout, stderr } = await runCommand('check', ['--content', contentDir]);
  expect(stderr).toContain('3 of 5 articles without an error');
  expect(stdout.replaceAll(contentDir, 'CONTENT'))
    .toBe(`CONTENT/articles/2024/03/01/storm.md name-spelt-twice (warning)
  Other articles spell the tag \`floods\` as \`Floods\`; both lead to the page /topics/floods/.
  Write \`Floods\`; if you mean something else, choose a name with other letters.

CONTENT/articles/2024/03/02/flood.md folder-not-date (warning)
  The file lies in the folder for 2024-03-02, but its date, which decides its address, is 2024-03-01.
  Correct the date, or move the file.

CONTENT/articles/2024/03/02/flood.md headline-twice (warning)
  The headline \`The water rose\` also stands over \`articles/2024/03/01/storm.md\` on the same day.
  If they are one article, delete one of the files; otherwise make the headlines differ.

CONTENT/articles/a.md:2:7 date-not-a-day
  \`2024-13-01\` is not a day in the calendar.
  Write year-month-day with a month from 01 to 12, for example \`2024-03-02\`.

CONTENT/articles/b.md:5:1 picture-missing (warning)
  The picture \`map.svg\` is missing; the page shows its description instead.
  Put it at \`articles/map.svg\`, or correct its name.

CONTENT/articles/x/storm.md address-taken
  The address /2024/03/01/storm/ already belongs to \`articles/2024/03/01/storm.md\`.
  Give this file another name, or correct its date.

2 errors, 4 warnings
`);
  expect(status).toBe(1);
});

test('where an archive has to be whole, a picture that is not there is an error', async () => {
  const contentDir = makeContent({
    'articles/flood.md': '---\ndate: 2024-03-01\n---\n![Map](map.svg)\n',
  });
  expect((await runCommand('check', ['--content', contentDir])).status).toBe(0);
  const { status, stdout } = await runCommand('check', ['--content', contentDir, '--strict']);
  expect(stdout).toContain('articles/flood.md:4:1 picture-missing\n');
  expect(status).toBe(1);
});

test('warnings alone leave the status at 0', async () => {
  const contentDir = makeContent({
    'articles/flood.md': '---\ndate: 2024-03-01\nmood: wet\n---\nText.\n',
  });
  const { status, stdout } = await runCommand('check', ['--content', contentDir]);
  expect(stdout).toContain('0 errors, 1 warning\n');
  expect(status).toBe(0);
});

test('a command misused says how in one line, and the status is 2', async () => {
  const nowhere = `${makeContent()}/nowhere`;
  expect(await runCommand('check', ['--content', nowhere])).toEqual({
    status: 2,
    stdout: '',
    stderr: `There is no content folder at ${nowhere}.\n`,
  });
  for (const args of [['--contents', 'x'], ['--content'], ['articles']]) {
    const { status, stdout, stderr } = await runCommand('check', args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('    at ');
  }
});

test('the content folder can be named by the environment', async () => {
  const contentDir = makeContent({ 'articles/flood.md': flood });
  const { status, stderr } = await runCommand('check', [], { DATELINE_CONTENT: contentDir });
  expect(stderr).toContain('1 article without an error');
  expect(status).toBe(0);
});

test('what is wrong among articles is told with the line of its field, and keys by what was meant', async () => {
  const contentDir = makeContent({
    'articles/2024/03/01/flood.md':
      '---\nTitle: Flood\ndate: 2024-03-01\naliases:\n  - /old/\n  - /%66eed.xml\n---\nThe water rose.\n',
  });
  const { stdout } = await runCommand('check', ['--content', contentDir]);
  expect(stdout).toContain('flood.md:2:1 key-unknown (warning)');
  expect(stdout).toContain('Write it in small letters: `title`.');
  expect(stdout).toContain('flood.md:6:5 alias-is-page\n');
});

test('problems are printed for other programs where they are asked for in their format', async () => {
  const contentDir = makeContent({ 'articles/a.md': '---\ndate: 2024-13-01\n---\nText.\n' });
  const asJson = await runCommand('check', ['--content', contentDir, '--format', 'json']);
  expect(asJson.status).toBe(1);
  expect(JSON.parse(asJson.stdout)).toMatchObject([{ rule: 'date-not-a-day', line: 2, column: 7 }]);
  const unknown = await runCommand('check', ['--content', contentDir, '--format', 'xml']);
  expect([unknown.status, unknown.stderr]).toEqual([
    2,
    expect.stringContaining('`--format xml` is none of text, json, github, sarif.'),
  ]);
});

test('what is sure is fixed where it is asked for, said, and left alone the second time', async () => {
  const text = '\r\nThe water rose: Title, floods.\r\n';
  const rain = '---\ntitle: Rain\ndate: 2024-03-03\ntags: [Floods]\n---\nIt rained.\n';
  const contentDir = makeContent({
    'articles/2024/03/01/flood.md': `---\r\nTitle: Flood\r\ndate: 2024-03-01\r\ntags: floods, Rain\r\nmood: wet\r\n---\r\n${text}`,
    'articles/2024/03/02/storm.md': flood.replace('03-01', '03-02').replace('Floods', 'floods'),
    'articles/2024/03/03/rain.md': rain,
    'articles/2024/03/04/rain.md': rain.replace('03-03', '03-04'),
    'articles/addresses.txt': '/2024/03/03/old-rain/ 000000000000\n',
  });
  const read = (file: string): string =>
    readFileSync(join(contentDir, 'articles/2024/03', file), 'utf8');
  const first = await runCommand('check', ['--content', contentDir, '--fix']);
  expect(first.stderr.replaceAll(contentDir, 'CONTENT').split('\n').slice(0, 3)).toEqual([
    'CONTENT/articles/2024/03/01/flood.md: the field `Title` is called `title` now.',
    'CONTENT/articles/2024/03/01/flood.md: `tags: floods, Rain` is the list `[floods, Rain]` now.',
    'CONTENT/articles/2024/03/02/storm.md: `floods` among its tags is `Floods` now.',
  ]);
  expect(read('01/flood.md')).toBe(
    `---\r\ntitle: Flood\r\ndate: 2024-03-01\r\ntags: [floods, Rain]\r\nmood: wet\r\n---\r\n${text}`,
  );
  expect(read('02/storm.md')).toBe(flood.replace('03-01', '03-02'));
  expect(read('03/rain.md')).toBe(rain);
  // The list shows what was hidden in one name.
  const second = await runCommand('check', ['--content', contentDir, '--fix']);
  expect(second.stderr).toContain('`floods` among its tags is `Floods` now.');
  const files = ['01/flood.md', '02/storm.md', '03/rain.md', '04/rain.md'];
  const fixed = files.map(read);
  const third = await runCommand('check', ['--content', contentDir, '--fix']);
  expect(third.stderr).not.toContain(' now.');
  expect(files.map(read)).toEqual(fixed);
  expect(third.stdout).not.toMatch(/name-spelt-twice|names-in-one|`Title`/);
  expect(third.stdout).toContain('flood.md:5:1 key-unknown (warning)');
});
