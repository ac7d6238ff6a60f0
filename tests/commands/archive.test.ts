import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeContent, runCommand } from './run-command.ts';

const configuration = `format: 1
name: The Zeeland Courier
description: News of the islands.
address: https://example.org/
language: en
licence: CC BY 4.0
`;

test('an archive anywhere on the disk is checked, and what belongs to it beside articles is no litter', async () => {
  const archive = makeContent({
    'archive.yaml': configuration,
    'articles/1953/02/01/flood.md': '---\ndate: 1953-02-01\ntitle: Flood\n---\n\nDikes broke.\n',
    'pages/imprint.md': '---\ntitle: Imprint\n---\n\nWe.\n',
    'public/robots.txt': 'User-agent: *\n',
    'dist/index.html': '<!doctype html>',
    'articles/1953/02/01/public/notes.txt': 'Notes\n',
  });
  const { status, stdout } = await runCommand('check', ['--archive', archive]);
  expect(status).toBe(0);
  expect(stdout.match(/^\S+ file-not-read/gm)).toEqual([
    `${archive}/articles/1953/02/01/public/notes.txt file-not-read`,
  ]);
});

test('DATELINE_ARCHIVE names an archive as --archive does, which counts more', async () => {
  const sound = makeContent({ 'archive.yaml': configuration });
  const faulty = makeContent({ 'archive.yaml': 'format: 1\n' });
  const env = { DATELINE_ARCHIVE: faulty };
  expect((await runCommand('check', [], env)).status).toBe(1);
  expect((await runCommand('check', [`--archive=${sound}`], env)).status).toBe(0);
});

test.each([
  ['is not there', (folder: string) => join(folder, 'none'), 'archive-folder-missing'],
  ['is a file', (folder: string) => join(folder, 'archive.yaml'), 'archive-folder-missing'],
  ['has no configuration', (folder: string) => join(folder, 'articles'), 'archive-missing'],
  ['is empty', (folder: string) => join(folder, 'empty'), 'archive-missing'],
])('an archive that %s is one problem, and nothing is written', async (_, at, rule) => {
  const folder = makeContent({ 'archive.yaml': configuration, 'articles/x.md': '' });
  mkdirSync(join(folder, 'empty'));
  const before = readdirSync(folder, { recursive: true });
  const { status, stderr } = await runCommand('build', ['--archive', at(folder)]);
  expect(status).toBe(1);
  expect(stderr).toContain(` ${rule}\n`);
  expect(stderr).toContain('1 error, 0 warnings');
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

test('a warning is an error, or not said, where the configuration says so', async () => {
  const files = {
    'articles/1953/02/01/flood.md': '---\ndate: 1953-02-01\ntitle: Flood\n---\n\nDikes broke.\n',
    'articles/1953/02/01/notes.txt': 'Notes\n',
    'articles/1953/02/01/empty.md': '---\ndate: 1953-02-01\ntitle: Empty\n---\n',
  };
  const checks = 'checks: { file-not-read: error, body-empty: off }\n';
  const archive = makeContent({ 'archive.yaml': configuration + checks, ...files });
  const { status, stdout } = await runCommand('check', ['--archive', archive]);
  expect(stdout.match(/^\S+ [-\w]+(?: \(warning\))?$/gm)).toEqual([
    `${archive}/articles/1953/02/01/notes.txt file-not-read`,
  ]);
  expect(status).toBe(1);
});

test('a faulty configuration stops a command with all that is wrong, but not its help', async () => {
  const archive = makeContent({});
  writeFileSync(join(archive, 'archive.yaml'), 'format: 1\nnaem: x\n');
  const { status, stderr } = await runCommand('build', ['--archive', archive]);
  expect(status).toBe(1);
  expect(stderr).toContain(`${archive}/archive.yaml:2:1 archive-key-unknown`);
  expect((await runCommand('build', ['--archive', archive, '--help'])).status).toBe(0);
});

const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

test.each([
  ['missing', {}, 'is not there'],
  ['unsafe', { 'public/logo.svg': drawing('<script>1</script>') }, 'it holds `<script`'],
  ['unreadable', { 'public/logo.svg': '404: not found' }, 'cannot be read as a picture'],
] as const)('a logo that is %s is an error at its place', async (fault, files, says) => {
  const archive = makeContent({
    'archive.yaml': `${configuration}logo: { src: /logo.svg, width: 90, height: 30 }\n`,
    'articles/flood.md': '---\ndate: 1953-02-01\ntitle: Flood\n---\n\nDikes broke.\n',
    ...files,
  });
  const { status, stdout } = await runCommand('check', ['--archive', archive]);
  expect(stdout).toContain(`${archive}/archive.yaml:7:14 logo-${fault}\n`);
  expect(stdout).toContain(says);
  expect(status).toBe(1);
});

test('a logo that is a drawing without anything that runs is sound', async () => {
  const archive = makeContent({
    'archive.yaml': `${configuration}logo: { src: /logo.svg, width: 90, height: 30 }\n`,
    'articles/flood.md': '---\ndate: 1953-02-01\ntitle: Flood\n---\n\nDikes broke.\n',
    'public/logo.svg': drawing('<path d="M0 0h9v9z"/>'),
  });
  expect((await runCommand('check', ['--archive', archive])).status).toBe(0);
});
