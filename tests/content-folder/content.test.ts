import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  findArticleFiles,
  readArticle,
  readBody,
  readContent,
} from '../../src/content-folder/content.ts';
import { printProblem } from '../../src/problem.ts';
import { anArticle } from '../an-article.ts';

let contentDir: string;

beforeEach(async () => {
  contentDir = await mkdtemp(join(tmpdir(), 'dateline-content-'));
});

afterEach(() => rm(contentDir, { recursive: true, force: true }));

async function write(path: string, text: string | Uint8Array): Promise<void> {
  const whole = join(contentDir, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, text);
}

const flood = '---\ndate: 2024-03-01\n---\nThe water rose.\n';

test('article files are found in every folder, in the order of their paths', async () => {
  for (const path of [
    'b.md',
    'a.markdown',
    '2024/03/01/Flood.MD',
    '2024/notes.txt',
    '2024/map.svg',
  ]) {
    await write(`articles/${path}`, flood);
  }
  for (const path of ['_draft.md', '.hidden.md', '_old/a.md', '.git/a.md']) {
    await write(`articles/${path}`, flood);
  }
  await write('other/c.md', flood);
  expect(await findArticleFiles(contentDir)).toEqual([
    'articles/2024/03/01/Flood.MD',
    'articles/a.markdown',
    'articles/b.md',
  ]);
});

test('a folder without articles is an empty archive', async () => {
  expect(await findArticleFiles(contentDir)).toEqual([]);
  expect(await readContent(contentDir, 'en')).toEqual({ articles: [], problems: [] });
});

test('articles and problems of all files come in the order of the files', async () => {
  await write('articles/a.md', flood);
  await write('articles/b.md', '---\ndate: 2024-13-01\n---\nText.\n');
  await write('articles/c.md', flood);
  await write('articles/d.md', 'Text.\n');
  const told: string[] = [];
  const content = await readContent(contentDir, 'en', (done, total) =>
    told.push(`${done}/${total}`),
  );
  expect(content.articles.map(({ file }) => file)).toEqual(['articles/a.md', 'articles/c.md']);
  expect(content.problems.map(({ place, rule }) => [place.file, rule])).toEqual([
    ['articles/b.md', 'date-not-a-day'],
    ['articles/d.md', 'front-matter-missing'],
  ]);
  expect(told).toEqual(['1/4', '2/4', '3/4', '4/4']);
});

test('a file that is not UTF-8 is a problem of that file', async () => {
  await write('articles/a.md', Buffer.from('---\ndate: 2024-03-01\n---\nÉté\n', 'latin1'));
  const { problems } = readArticle(contentDir, 'articles/a.md', 'fr');
  expect(problems.map(printProblem)).toEqual([
    `articles/a.md not-utf8
  The file is not text in UTF-8.
  Save it as UTF-8, or let \`npm run import\` read it: it knows other encodings.`,
  ]);
});

test('a body is read as it was checked: one kind of line end, no control characters', async () => {
  await write(
    'articles/a.md',
    '\uFEFF---\r\ndate: 2024-03-01\r\n---\r\nThe wa\u0007ter\r\nrose.\r\n',
  );
  const { article = anArticle() } = readArticle(contentDir, 'articles/a.md', 'en');
  expect(readBody(contentDir, article)).toBe('The water\nrose.\n');
});

test('a text that is another than was checked stops the build', async () => {
  await write('articles/a.md', flood);
  const { article = anArticle() } = readArticle(contentDir, 'articles/a.md', 'en');
  await write('articles/a.md', flood.replace('rose', 'fell'));
  expect(() => readBody(contentDir, article)).toThrow(
    '`articles/a.md` changed while the site was built. Build again.',
  );
  await rm(join(contentDir, 'articles/a.md'));
  expect(() => readBody(contentDir, article)).toThrow(
    '`articles/a.md` changed while the site was built. Build again.',
  );
});

test('a file that cannot be read is a problem of that file', () => {
  const { problems } = readArticle(contentDir, 'articles/gone.md', 'en');
  expect(problems.map(printProblem)).toEqual([
    `articles/gone.md file-unreadable
  The file cannot be read (ENOENT).
  Correct its permissions, or move it out of the folder \`content/articles/\`.`,
  ]);
});

test.skipIf(process.platform === 'win32')(
  'a pipe, a device and a link to nothing are named and not waited for',
  async () => {
    const folder = join(contentDir, 'articles');
    await write('articles/flood.md', flood);
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    await symlink('/dev/zero', join(folder, 'zero.md'));
    await symlink('nowhere', join(folder, 'lost.md'));
    await symlink('flood.md', join(folder, 'storm.md'));
    const { articles, problems } = await readContent(contentDir, 'en');
    expect(articles.map(({ slug }) => slug)).toEqual(['flood', 'storm']);
    expect(problems.map(({ place, rule }) => [place.file, rule])).toEqual([
      ['articles/lost.md', 'not-a-file'],
      ['articles/pipe.md', 'not-a-file'],
      ['articles/zero.md', 'not-a-file'],
    ]);
    expect(await findArticleFiles(contentDir)).toHaveLength(2);
  },
);
