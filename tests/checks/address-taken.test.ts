import { expect, test } from 'vitest';
import { addressTaken } from '../../src/checks/address-taken.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

test('two files with one address are an error of the second', () => {
  const articles = [
    anArticle({ file: 'articles/2024/03/01/flood.md' }),
    anArticle({ file: 'articles/flood.md' }),
  ];
  expect(printAll(addressTaken(articles))).toBe(`articles/flood.md address-taken
  The address /2024/03/01/flood/ already belongs to \`articles/2024/03/01/flood.md\`.
  Give this file another name, or correct its date.`);
});

test('one name on two days is two addresses', () => {
  expect(addressTaken([anArticle(), anArticle({ date: '2024-03-02' })])).toEqual([]);
});
