import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeContent, runCommand } from './run-command.ts';

const old = { 'out/index.html': 'the old site' };

test('a build of a folder that is not there builds nothing, and the status is 2', async () => {
  const folder = makeContent(old);
  const { status, stderr } = await runCommand('build', [
    '--content',
    `${folder}/nowhere`,
    '--out',
    `${folder}/out`,
  ]);
  expect(stderr).toContain(`There is no content folder at ${folder}/nowhere.`);
  expect(status).toBe(2);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the old site');
});

test('content with errors leaves the old site as it was, and the status is 1', async () => {
  const folder = makeContent({ ...old, 'articles/a.md': 'No front matter.\n' });
  const { status, stderr } = await runCommand('build', [
    '--content',
    folder,
    '--out',
    `${folder}/out`,
  ]);
  expect(stderr).toContain('front-matter-missing');
  expect(stderr).toContain('Nothing was built; the site is as it was.');
  expect(status).toBe(1);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the old site');
});

test('a text that is nested too deep stops a build, and the old site stays', async () => {
  const folder = makeContent({
    ...old,
    'articles/deep.md': `---\ndate: 2024-03-01\n---\n${'<div>'.repeat(5000)}\n`,
  });
  const { status, stderr } = await runCommand('build', [
    '--content',
    folder,
    '--out',
    `${folder}/out`,
  ]);
  expect(stderr).toContain('articles/deep.md nested-too-deep');
  expect(stderr).toContain('Nothing was built; the site is as it was.');
  expect(status).toBe(1);
  expect(readdirSync(join(folder, 'out'))).toEqual(['index.html']);
  expect(readFileSync(join(folder, 'out/index.html'), 'utf8')).toBe('the old site');
});

test.each(['/dev/null/site', '/proc/site', '/sys/site'])(
  'a site that cannot be written to %s is one sentence',
  async (out) => {
    if (!statSync(dirname(out), { throwIfNoEntry: false })) return;
    const folder = makeContent({
      'articles/flood.md': '---\ndate: 2024-03-01\n---\nThe water rose.\n',
    });
    const args = ['--content', folder, '--out', out, '--cache', `${folder}/cache`];
    const { status, stderr } = await runCommand('build', args);
    expect(status).toBe(1);
    expect(stderr).not.toContain('    at ');
    expect(stderr).toContain('The site is as it was.');
  },
);
