import { expect, test } from 'vitest';
import { buildArchive } from '../../src/archive/archive.ts';
import { nameSpeltTwice } from '../../src/checks/name-spelt-twice.ts';
import type { Article } from '../../src/article/article.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const check = (...articles: Article[]): string =>
  printAll(nameSpeltTwice(articles, buildArchive(articles)));

test('a tag written in two ways is a warning where it is written the rarer way', () => {
  expect(
    check(
      anArticle({ slug: 'a', tags: ['Covid-19'] }),
      anArticle({ slug: 'b', tags: ['Covid-19'] }),
      anArticle({ slug: 'c', tags: ['COVID-19'] }),
    ),
  ).toBe(`articles/2024/03/01/c.md name-spelt-twice (warning)
  Other articles spell the tag \`COVID-19\` as \`Covid-19\`; both lead to the page /topics/covid-19/.
  Write \`Covid-19\`; if you mean something else, choose a name with other letters.`);
});

test('two words that sound alike in another script are two names', () => {
  expect(
    check(anArticle({ slug: 'a', tags: ['北京'] }), anArticle({ slug: 'b', tags: ['背景'] })),
  ).toBe('');
});

test('sections and authors are looked at like tags', () => {
  expect(
    check(
      anArticle({ slug: 'a', section: 'World', authors: ['Jane Doe'] }),
      anArticle({ slug: 'b', section: 'world', authors: ['Jane  Doé'] }),
    ).match(/the \w+ `[^`]+`/g),
  ).toEqual(['the section `world`', 'the author `Jane Doe`']);
});

test('names that differ by the signs at their end are different', () => {
  expect(check(anArticle({ tags: ['C', 'C++', 'C#'] }))).toBe('');
});
