import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listSiteFiles } from '../../src/build/site-files.ts';
import { readContent } from '../../src/content-folder/content.ts';
import { walkFolder, type UnfollowedLink } from '../../src/disk/walk-folder.ts';

let root: string;
const at = (path: string): string => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-walk-'));
  write('content/articles/2001/fair.md');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), '---\ntitle: A fair\ndate: 2001-05-06\n---\n\nIt was fair.\n');
}

function link(path: string, target: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  symlinkSync(target, at(path));
}

function walk(): { files: string[]; unfollowed: UnfollowedLink[] } {
  const unfollowed: UnfollowedLink[] = [];
  const onUnfollowed = (one: UnfollowedLink): void => void unfollowed.push(one);
  const files = Array.from(walkFolder(at('content'), { onUnfollowed }), ({ path }) => path);
  return { files: files.toSorted(), unfollowed };
}

test('a linked folder is followed, and a link within it', () => {
  write('disk/1999/storm.md');
  write('other/gale.md');
  link('disk/1999/more', at('other'));
  link('content/articles/1999', at('disk/1999'));
  expect(walk()).toEqual({
    files: ['articles/1999/more/gale.md', 'articles/1999/storm.md', 'articles/2001/fair.md'],
    unfollowed: [],
  });
});

test.each([
  ['the folder itself', '../articles', 'twice'],
  ['a folder beside it', '2001', 'twice'],
  ['a folder above', '../..', 'in a circle'],
  ['the root of the disk', '/', 'in a circle'],
  ['nothing', 'not-mounted', 'nowhere'],
  ['itself', 'linked', 'nowhere'],
] as const)('a link to %s is told, and not followed', (_, target, leads) => {
  link('content/articles/linked', target);
  const { files, unfollowed } = walk();
  expect(unfollowed).toEqual([{ path: 'articles/linked', leads }]);
  expect(files.filter((file) => file.endsWith('.md'))).toEqual(['articles/2001/fair.md']);
});

test('two links to one folder, and a circle between two disks, are followed once', () => {
  write('disk/a/one.md');
  link('disk/a/to-b', at('disk/b'));
  write('disk/b/two.md');
  link('disk/b/to-a', at('disk/a'));
  link('content/articles/x', at('disk/a'));
  link('content/articles/y', at('disk/a'));
  const { files, unfollowed } = walk();
  expect(files).toEqual(['articles/2001/fair.md', 'articles/x/one.md', 'articles/x/to-b/two.md']);
  expect(unfollowed.map(({ leads }) => leads)).toEqual(['twice', 'twice']);
});

test('a lost folder of articles is an error, a circle a warning', async () => {
  link('content/articles/1999', at('not-mounted'));
  link('content/articles/again', '../articles');
  const { articles, problems } = await readContent(at('content'), 'en');
  expect(articles).toHaveLength(1);
  expect(problems.map(({ place, rule, severity }) => [place.file, rule, severity])).toEqual([
    ['articles/1999', 'link-nowhere', 'error'],
    ['articles/again', 'link-not-followed', 'warning'],
  ]);
});

test('files for the site are found behind links; a circle, nothing and a pipe stop the build', () => {
  write('press/kit.txt');
  link('public/press', at('press'));
  const list = (): string[] => listSiteFiles(at('public'), () => '0').map(({ path }) => path);
  expect(list()).toEqual(['press/kit.txt']);
  for (const target of ['..', 'nothing', '.']) {
    link('public/odd', target);
    expect(list).toThrow(/public\/odd` is a link that leads/);
    rmSync(at('public/odd'));
  }
  execFileSync('mkfifo', [at('public/odd')]);
  expect(list).toThrow(/public\/odd` is no file/);
});
