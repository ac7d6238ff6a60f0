import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/article/article.ts';
import { today } from '../../src/commands/today.ts';
import { askForFields, choicesFor } from '../../src/commands/new-questions.ts';
import { makeContent, runCommand } from './run-command.ts';

test('an article begins as a draft at its place, with the other fields as comments', async () => {
  const contentDir = makeContent();
  const { status, stdout, stderr } = await runCommand('new', [
    'Sea breaks: the dikes of Zeeland',
    '--date=1953-02-01',
    '--section=Disasters',
    '--tags=Floods, Netherlands,',
    `--content=${contentDir}`,
  ]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /articles\/1953\/02\/01\/sea-breaks-the-dikes-of-zeeland\.md\nhttps:\/\/dateline\.example\/1953\/02\/01\/sea-breaks-the-dikes-of-zeeland\/\n$/,
  );
  const file = 'articles/1953/02/01/sea-breaks-the-dikes-of-zeeland.md';
  const text = readFileSync(join(contentDir, file), 'utf8');
  expect(text).toBe(`---
title: 'Sea breaks: the dikes of Zeeland'
date: 1953-02-01
section: Disasters
tags:
  - Floods
  - Netherlands

# Delete this line and the next to publish the article.
draft: true

# More fields: take away the # and write your own after the colon.
# summary: Dikes broke in the night after a storm from the north-west.
# authors: [Jane Doe, John Roe]
# dateline: MIDDELBURG, Netherlands
---

`);
  const { article, problems } = parseArticle(text, { file, language: 'en' });
  expect(problems).toEqual([]);
  expect(article).toMatchObject({ draft: true, id: '1953/02/01/sea-breaks-the-dikes-of-zeeland' });
  const uncommented = text.replace(/^# (?=summary|authors|dateline)/gm, '');
  expect(parseArticle(uncommented, { file, language: 'en' }).problems).toEqual([]);
});

test('what was begun passes the check', async () => {
  const contentDir = makeContent();
  await runCommand('new', ['Flood', '--content', contentDir]);
  const { status, stdout } = await runCommand('check', ['--content', contentDir]);
  expect([status, stdout]).toEqual([0, '']);
});

test.each([
  ['2024-03', 'articles/2024/03/flood.md'],
  ['1999', 'articles/1999/flood.md'],
  ['undated', 'articles/undated/flood.md'],
  [undefined, `articles/${today().replaceAll('-', '/')}/flood.md`],
])('dated %s it lies in the folder of its date', async (date, file) => {
  const contentDir = makeContent();
  const dated = date === undefined ? [] : ['--date', date];
  await runCommand('new', ['Flood', ...dated, '--content', contentDir]);
  expect(readFileSync(join(contentDir, file), 'utf8')).toContain('title: Flood\n');
});

test('today is the day of the place, not that of Greenwich', () => {
  expect(today(new Date(2024, 1, 29, 0, 5))).toBe('2024-02-29');
  expect(today(new Date(2024, 11, 31, 23, 55))).toBe('2024-12-31');
});

test('what is there already is left alone, and the status is 1', async () => {
  const contentDir = makeContent();
  mkdirSync(join(contentDir, 'articles/2024/03/01'), { recursive: true });
  const path = join(contentDir, 'articles/2024/03/01/flood.md');
  writeFileSync(path, 'mine');
  const { status, stdout, stderr } = await runCommand('new', [
    'Flood!',
    '--date',
    '2024-03-01',
    '--content',
    contentDir,
  ]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('is there already; it was left alone. Choose another headline.');
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

test.each([
  [[], 'The headline is missing.'],
  [['  '], 'The headline is missing.'],
  [['Sea', 'breaks'], 'A headline of several words goes into quotes.'],
  [['Flood', '--date', '2024-02-30'], '--date: `2024-02-30` is not a day in the calendar.'],
  [['Flood', '--date', '../../x'], '--date: `../../x` is not a date this archive can read.'],
  [['Flood', '--content', '/nowhere'], 'There is no content folder at /nowhere.'],
  [['Flood', '--colour', 'blue'], '`--colour` is not an option of `npm run new`.'],
])('misused as %j it says how it is used, and the status is 2', async (args, message) => {
  const contentDir = makeContent();
  const { status, stdout, stderr } = await runCommand('new', args, {
    DATELINE_CONTENT: contentDir,
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('names are written as the archive writes them already', async () => {
  const contentDir = makeContent({
    'articles/flood.md':
      '---\ndate: 2024-03-01\nsection: World\ntags: [United Nations]\nauthors: [Nora Préss]\n---\nText.\n',
  });
  await runCommand('new', [
    'Flood',
    '--date=2024-03-02',
    '--section=WORLD',
    '--tags=united nations, Rain',
    '--authors=Nora Press',
    `--content=${contentDir}`,
  ]);
  const text = readFileSync(join(contentDir, 'articles/2024/03/02/flood.md'), 'utf8');
  expect(text).toContain(
    'section: World\nauthors:\n  - Nora Préss\ntags:\n  - United Nations\n  - Rain\n',
  );
});

/** Types lines at a terminal, each when the question before it has been answered. */
async function type(input: PassThrough, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await delay(20);
    for (const key of line) input.write(key);
    await delay(20);
    input.write('\r');
  }
}

test('at a terminal it asks for what was not given, and completes names', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const names = {
    sections: ['World', 'Weather'],
    topics: ['Floods', 'Netherlands', 'Storm floods'],
    authors: ['Nora Press'],
  };
  const asked = askForFields({ title: 'Sea breaks' }, names, { input, output });
  await type(input, ['1953-02-01', 'wea', 'nether', 'Dikes', '', '']);
  expect(await asked).toEqual({
    title: 'Sea breaks',
    date: '1953-02-01',
    section: 'Weather',
    tags: ['Netherlands', 'Dikes'],
    authors: [],
  });
});

test('names that begin with what is typed come before those that hold it, and what is new last', () => {
  const inUse = ['Storm floods', 'Floods'];
  const values = (typed: string): string[] => choicesFor(typed, inUse).map(({ value }) => value);
  expect(values('')).toEqual(['', 'Storm floods', 'Floods']);
  expect(values(' flo ')).toEqual(['Floods', 'Storm floods', 'flo']);
  expect(values('FLOODS')).toEqual(['Floods', 'Storm floods']);
});
