import { expect, test } from 'vitest';
import { ownPageTaken } from '../../src/checks/own-page-taken.ts';
import { readOwnPages } from '../../src/content-folder/own-pages.ts';
import { printProblem } from '../../src/problem.ts';
import { makeContent } from '../commands/run-command.ts';

const text = (title: string): string => `---\ntitle: ${title}\n---\n\nA text.\n`;

test('a page has the address of its file, an index that of its folder', () => {
  const { pages, problems } = readOwnPages(
    makeContent({
      'pages/about.md': text('About'),
      'pages/guide/index.md': text('Guide'),
      'pages/guide/how-to-search.md': text('Search'),
      'pages/_later.md': text('Later'),
    }),
  );
  expect(problems).toEqual([]);
  expect(pages.map(({ id, title }) => `${id} ${title}`)).toEqual([
    'about About',
    'guide/how-to-search Search',
    'guide Guide',
  ]);
});

test('what keeps a page from being shown is told with its place', () => {
  const { pages, problems } = readOwnPages(
    makeContent({
      'pages/Our Team.md': text('Team'),
      'pages/imprint.md': '---\ndescription: We\n---\n\nWe.\n',
      'pages/no-front.md': 'Text\n',
      'pages/photo.jpg': 'x',
      'pages/typo.md': '---\ntitle: Typo\ntitel: x\n---\n\nText.\n',
    }),
  );
  expect(pages.map(({ id }) => id)).toEqual(['typo']);
  expect(problems.map((one) => printProblem(one).split('\n')[0])).toEqual([
    'pages/Our Team.md page-misnamed',
    'pages/imprint.md:2:1 page-title-missing',
    'pages/no-front.md:1:1 front-matter-missing',
    'pages/photo.jpg file-not-read (warning)',
    'pages/typo.md:3:1 key-unknown (warning)',
  ]);
});

test('a page that wants the address of another is told', () => {
  const none = { holderOf: () => undefined };
  const taken = (id: string) =>
    ownPageTaken([{ id, file: `pages/${id}.md` }], none).map(({ message }) => message);
  expect(taken('about')).toEqual([]);
  expect(taken('guide/search')).toEqual([]);
  expect(taken('search')).toEqual(['The address `/search/` is that of `search/index.html`.']);
  expect(taken('topics/own')).toEqual(['The address `/topics/own/` is that of `topics/`.']);
});
