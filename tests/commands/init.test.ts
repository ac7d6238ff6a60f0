import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gatherAnswers } from '../../src/commands/init-questions.ts';
import { readOldSite } from '../../src/configuration/old-site.ts';
import { requireFree } from '../../src/commands/new-archive.ts';
import { makeContent, runCommand } from './run-command.ts';

const plainText =
  'date 1953-02-01\n\nSea breaks through the dikes\n\nDikes broke in the night to Sunday.\n';

test('an archive is begun, filled and checked by one command, and says what is next', async () => {
  const folder = makeContent({ 'texts/flood.txt': plainText });
  const archive = join(folder, 'paper');
  const { status, stdout } = await runCommand('init', [
    archive,
    '--name=The Courier: Zeeland',
    '--address=https://example.org/courier/',
    '--language=nl',
    '--licence=CC BY 4.0',
    `--import=${join(folder, 'texts')}`,
  ]);
  expect(status).toBe(0);
  expect(readdirSync(archive).toSorted()).toEqual([
    '.gitignore',
    'archive.yaml',
    'articles',
    'pages',
    'public',
  ]);
  expect(readdirSync(join(archive, 'articles/1953/02/01'))).toHaveLength(1);
  expect(stdout).toContain(`npm start -- --archive ${archive}\n`);
  const configuration = readFileSync(join(archive, 'archive.yaml'), 'utf8');
  expect(configuration).toContain("name: 'The Courier: Zeeland'\n");
  expect(configuration).toContain('language: nl\n');
});

test('begun without a name nothing is written', async () => {
  const folder = makeContent({ file: 'x' });
  const { status, stderr } = await runCommand('init', [join(folder, 'new')]);
  expect(stderr).toContain('write `--name "…"`');
  expect(status).toBe(2);
  expect(readdirSync(folder)).toEqual(['file']);
});

test.each([
  [{ address: 'example.org' }, '--address: `address: example.org` is not a whole address'],
  [{ language: 'english_' }, '--language: `language: english_` is not a language tag (BCP 47).'],
  [{ import: 'nowhere' }, '--import: There is nothing at `nowhere`.'],
])('what is answered is checked before anything is written: %j', async (given, says) => {
  await expect(gatherAnswers({ name: 'x', ...given }, false)).rejects.toThrow(says);
});

test.each([
  ['with files in it', '.', 'is not empty'],
  ['that is a file', 'file', 'is a file'],
  ['below a file', 'file/new/deep', 'is a file'],
])('a folder %s is not free', (_, path, says) => {
  const folder = makeContent({ file: 'x' });
  expect(() => requireFree(join(folder, path))).toThrow(says);
  expect(() => requireFree(join(folder, 'new'))).not.toThrow();
});

const oldSite = (about: string): string => `import { environment } from './environment.ts';

export interface Site {
  name: string;
}

export const site: Site = {
  name: "The Courier's archive",
  description:
    'News of the islands, ' + 'from 1906 to 1971.',
  address: environment.address ?? 'https://courier.example/archive/',
  language: environment.language ?? 'nl',
  publisher: 'Historical Society',
  licence: {
    name: 'Ours',
    url: 'https://courier.example/licence/',
  },
  sharePictures: 'years',
  about: \`${about}\`,
};
`;

test('an archive that was a clone of the program becomes a folder of its own, and nothing is lost', async () => {
  const old = makeContent({
    'src/site.ts': oldSite('An archive of **islands**.'),
    'content/articles/1953/02/01/flood.md': '---\ndate: 1953-02-01\ntitle: Flood\n---\n\nDikes.\n',
    'content/articles/1953/02/01/dike.txt': 'Kept\n',
    'public/press/kit.txt': 'Kit\n',
  });
  const archive = join(makeContent(), 'courier');
  const { status, stderr } = await runCommand('migrate', [old, archive]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const article = 'articles/1953/02/01/flood.md';
  expect(readFileSync(join(archive, article))).toEqual(readFileSync(join(old, 'content', article)));
  expect(existsSync(join(archive, 'articles/1953/02/01/dike.txt'))).toBe(true);
  expect(existsSync(join(archive, 'public/press/kit.txt'))).toBe(true);
  expect(readFileSync(join(archive, 'pages/about.md'), 'utf8')).toContain('**islands**');
  const fields = readFileSync(join(archive, 'archive.yaml'), 'utf8').replaceAll(
    /^(?:#.*)?\n/gm,
    '',
  );
  expect(fields).toBe(`format: 1
name: The Courier's archive
description: News of the islands, from 1906 to 1971.
address: https://courier.example/archive/
language: nl
publisher: Historical Society
licence:
  name: Ours
  url: https://courier.example/licence/
sharePictures: years
`);
  expect((await runCommand('check', ['--archive', archive])).status).toBe(0);
});

test('what an older Dateline does not say is asked for, and nothing is written', async () => {
  const old = makeContent({ 'src/site.ts': 'export const site = { name: "Courier" };\n' });
  const folder = makeContent();
  const { status, stderr } = await runCommand('migrate', [old, join(folder, 'new')]);
  expect(status).toBe(1);
  expect(stderr).toContain('archive-address-missing');
  expect(readdirSync(folder)).toEqual([]);
  expect(readOldSite('export const sites = {};')).toBeUndefined();
});
