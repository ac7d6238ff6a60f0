import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { siteOutputs } from '../../src/archive/outputs.ts';
import { addressTaken } from '../../src/checks/address-taken.ts';
import { fileNotRead } from '../../src/checks/file-not-read.ts';
import { headlineTwice } from '../../src/checks/headline-twice.ts';
import { languageUnknown } from '../../src/checks/language-unknown.ts';
import { linkToNothing } from '../../src/checks/link-to-nothing.ts';
import { namesInOne } from '../../src/checks/names-in-one.ts';
import { pictureInTheWay } from '../../src/checks/picture-in-the-way.ts';
import { updatedBeforeDate } from '../../src/checks/updated-before-date.ts';
import type { Article } from '../../src/article/article.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const nothing = { findPicture: () => undefined, findFile: () => undefined, publicFiles: [] };

test('an article updated before it was printed is told', () => {
  expect(printAll(updatedBeforeDate([anArticle({ updated: '2024-02-29' })])))
    .toBe(`articles/2024/03/01/flood.md updated-before-date (warning)
  The article was updated on 2024-02-29, before its date, 2024-03-01.
  Correct one of the two, or delete \`updated\`.`);
});

test.each([
  ['2024-03-01', '2024-03-01'],
  ['2024-03', '2024-03-20'],
  ['2024', '2024-01-01'],
  ['undated', '1999-01-01'],
])('dated %s, updated %s is in order', (date, updated) => {
  expect(updatedBeforeDate([anArticle({ date, updated })])).toEqual([]);
});

test('one headline twice on a day is told of the second', () => {
  const twins = [
    anArticle({ slug: 'a', title: 'Water Rises' }),
    anArticle({ slug: 'b', title: 'Water rises' }),
    anArticle({ slug: 'c', title: 'Water rises', date: '2024-03-02' }),
    anArticle({ slug: 'd', title: 'Water rises', date: 'undated' }),
    anArticle({ slug: 'e', title: 'Water rises', date: 'undated' }),
  ];
  expect(headlineTwice(twins).map(({ place }) => place.file)).toEqual(['articles/2024/03/01/b.md']);
});

test.each([
  ['jp', 'Write a tag such as `lang: ja` (Japanese)'],
  ['english', 'Write a tag such as `lang: en` (English)'],
  ['xx', 'Write a tag such as `lang: en`'],
])('lang: %s is no language: %s', (lang, fix) => {
  const text = printAll(languageUnknown([anArticle({ lang, dir: 'ltr' })]));
  expect(text).toContain(`\`lang: ${lang}\` is not a known language`);
  expect(text).toContain(fix);
});

test.each(['en', 'pt-BR', 'zh-Hant-TW', 'grc', 'yue', 'gsw'])('lang: %s is one', (lang) => {
  expect(languageUnknown([anArticle({ lang, dir: 'ltr' })])).toEqual([]);
});

test.each([
  [{ authors: ['Ada Moor and Ben Rivers'] }, 'authors: [Ada Moor, Ben Rivers]'],
  [{ authors: ['Ada Moor, Ben Rivers & Cleo Dune'] }, 'authors: [Ada Moor, Ben Rivers, Cleo Dune]'],
  [{ authors: ['Ada Moor, Ben Rivers'] }, 'authors: [Ada Moor, Ben Rivers]'],
  [{ authors: ['Ada Moor und Ben Rivers'] }, 'authors: [Ada Moor, Ben Rivers]'],
  [{ tags: ['Floods, Netherlands'] }, 'tags: [Floods, Netherlands]'],
])('%j is one name, and told', (fields, fix) => {
  expect(printAll(namesInOne([anArticle(fields)]))).toContain(`\`${fix}\``);
});

test.each<Partial<Article>>([
  { authors: ['Ministry of Ports, Ottawa'] },
  { authors: ['Moor, Ada'] },
  { authors: ['Barnes & Noble'] },
  { authors: ['Rivers and Sons'] },
  { tags: ['Washington, D.C.'] },
  { tags: ['Floods', 'Netherlands, The'] },
])('%j is left as it is', (fields) => expect(namesInOne([anArticle(fields)])).toEqual([]));

test('what lies in the content folder and is on no page is told', () => {
  const article = anArticle({
    file: 'articles/a.md',
    pictures: ['map.png'],
    references: [{ kind: 'link', address: 'report.pdf', line: 5, column: 1 }],
  });
  const contentFiles = [
    'articles/a.md',
    'articles/map.png',
    'articles/report.pdf',
    'articles/broken.md',
    'articles/_idea.md',
    'articles/.DS_Store',
    'articles/_aside/x.png',
    'articles/sea.jpg',
    'articles/b.txt',
    'c.md',
  ];
  const told = fileNotRead([article], { contentFiles, unread: ['articles/broken.md'] });
  expect(told.map(({ place }) => place.file)).toEqual([
    'articles/sea.jpg',
    'articles/b.txt',
    'c.md',
  ]);
  expect(printAll(told)).toContain('Move it into that folder');
  expect(printAll(told)).toContain('Let `npm run import` make an article of it');
});

function linksOf(...addresses: string[]): string[] {
  const articles = [
    anArticle({
      slug: 'storm',
      tags: ['Sea'],
      references: addresses.map((address, at) => ({
        kind: 'link',
        address,
        line: at + 7,
        column: 3,
      })),
    }),
    anArticle({ slug: 'flood', aliases: ['/old/story.html', '/?p=7', '/2009/flood/'] }),
  ];
  const around = { ...nothing, publicFiles: ['press/kit.zip'] };
  return linkToNothing(articles, {
    ...around,
    topicNotes: [{ name: 'Sea', names: ['Ocean'] }],
    anchorsIn: ({ slug }) => new Set(slug === 'flood' ? ['causes'] : []),
    archive: buildArchive(articles),
    outputs: siteOutputs(articles, around),
  }).map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

test('a link to a part that its own article lacks is told', () => {
  const reference = { kind: 'link' as const, address: '#causes', line: 9, column: 5 };
  const article = anArticle({ references: [{ ...reference, isPartMissing: true }, reference] });
  const around = {
    ...nothing,
    topicNotes: [],
    anchorsIn: () => new Set<string>(),
    archive: buildArchive([article]),
    outputs: siteOutputs([article], nothing),
  };
  expect(printAll(linkToNothing([article], around)))
    .toBe(`articles/2024/03/01/flood.md:9:5 link-to-nothing (warning)
  The link to \`#causes\` leads nowhere: the article has no such part.
  Correct it; or give the part that it should lead to a name: \`## Heading {#name}\`.`);
});

test('a link to a part that another article lacks is told', () => {
  expect(linksOf('flood.md#reasons', '/2024/03/01/flood/#reasons')).toEqual([
    '7:3 The link to `flood.md#reasons` leads nowhere: the article that it leads to has no such part.',
    '8:3 The link to `/2024/03/01/flood/#reasons` leads nowhere: the article that it leads to has no such part.',
  ]);
});

test('links that lead nowhere are told with their place', () => {
  expect(linksOf('flod.md', 'report.pdf', '/2024/03/01/flod/', '/topics/land/', '/2023/')).toEqual([
    '7:3 The link to `flod.md` leads nowhere: there is no such article.',
    '8:3 The link to `report.pdf` leads nowhere: there is no such file.',
    '9:3 The link to `/2024/03/01/flod/` leads nowhere: no page or file of this site has that address.',
    '10:3 The link to `/topics/land/` leads nowhere: no page or file of this site has that address.',
    '11:3 The link to `/2023/` leads nowhere: no page or file of this site has that address.',
  ]);
});

test.each([
  'flood.md',
  './flood.md#causes',
  '/2024/03/01/flood/',
  '/2024/03/01/flood',
  '../flood/',
  '/old/story.html',
  '/2009/flood',
  '/?p=7',
  '/press/kit.zip',
  '/2024/03/',
  '/2024/03/01/',
  '/topics/sea/',
  '/topics/sea/feed.xml',
  '/topics/ocean/',
  'flood.md#causes',
  '/2024/03/01/flood/#c%61uses',
  '/2024/03/01/flood/#site-related',
  'flood.md#:~:text=water',
  '/search/?q=flood',
  '/about/',
  '/feed.xml',
  '/on-this-day/02-29/',
  '/',
  '#causes',
])('%s leads somewhere', (address) => expect(linksOf(address)).toEqual([]));

test('a picture may not take the place of a page', () => {
  const facts = { format: 'png', width: 9, height: 9, animated: false, digest: 'x' } as const;
  const articles = [
    anArticle({ pictures: ['index.html/map.png', 'map.png', 'share.png'] }),
    anArticle({ date: '2024', slug: '2024', id: '2024/03', pictures: ['01/flood/sea.png'] }),
    anArticle({ slug: 'flood', date: '2024-03-01', id: '2024/03/01/sea', pictures: ['a.png'] }),
  ];
  const outputs = siteOutputs(articles, { ...nothing, findPicture: () => facts });
  expect(pictureInTheWay(articles, outputs).map(({ message }) => message)).toEqual([
    expect.stringContaining(
      '`index.html/map.png` would be served at /2024/03/01/flood/index.html/map.png',
    ),
  ]);
});

test('an article may not live at the address of a month or a day', () => {
  const month = anArticle({ date: '2024', slug: '05' });
  const day = anArticle({ date: '2024-05', slug: '17' });
  expect(printAll(addressTaken([month, day]))).toContain(
    'The address /2024/05/ is taken by a page',
  );
  expect(addressTaken([month, day])).toHaveLength(2);
  expect(addressTaken([anArticle({ date: '2024', slug: '5' })])).toEqual([]);
});
