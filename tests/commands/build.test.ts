import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeContent, runCommand } from './run-command.ts';

const old = { 'out/index.html': 'the old site' };

test('a build of a folder that is not there builds nothing, and the status is 2', () => {
  const folder = makeContent(old);
  const { status, stderr } = runCommand('build', [
    '--content',
    `${folder}/nowhere`,
    '--out',
    `${folder}/out`,
  ]);
  expect(stderr).toContain(`There is no content folder at ${folder}/nowhere.`);
  expect(status).toBe(2);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the old site');
});

test('content with errors leaves the old site as it was, and the status is 1', () => {
  const folder = makeContent({ ...old, 'articles/a.md': 'No front matter.\n' });
  const { status, stderr } = runCommand('build', ['--content', folder, '--out', `${folder}/out`]);
  expect(stderr).toContain('front-matter-missing');
  expect(stderr).toContain('Nothing was built; the site is as it was.');
  expect(status).toBe(1);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the old site');
});

test('a build that fails names the file, leaves the old site as it was, and nothing beside it', () => {
  const folder = makeContent({
    ...old,
    'articles/deep.md': `---\ndate: 2024-03-01\n---\n${'<div>'.repeat(5000)}\n`,
  });
  const { status, stderr } = runCommand('build', ['--content', folder, '--out', `${folder}/out`]);
  expect(stderr).toContain('The text of articles/deep.md cannot be rendered.');
  expect(stderr).not.toContain('ENOTEMPTY');
  expect(status).toBe(1);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the old site');
  expect(readdirSync(join(folder, 'out'))).toEqual(['index.html']);
  // What stays is what the next build can use; nothing is half a site.
  expect(readdirSync(join(folder, '.dateline'))).toEqual([
    '.gitignore',
    'articles',
    'bundle',
    'files',
  ]);
});
