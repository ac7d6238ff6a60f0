import { expect, test } from 'vitest';
import { aliasTaken } from '../../src/checks/alias-taken.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const flood = (aliases: string[]) => anArticle({ slug: 'flood', aliases });
const storm = (aliases: string[]) => anArticle({ slug: 'storm', aliases });

test('an old address that two articles claim is an error of the second', () => {
  expect(printAll(aliasTaken([flood(['/old/']), storm(['/old'])])))
    .toBe(`articles/2024/03/01/storm.md alias-taken
  The alias \`/old\` already belongs to \`articles/2024/03/01/flood.md\`.
  Delete it from one of the two files.`);
});

test('an alias cannot take the address at which another article lives', () => {
  expect(aliasTaken([flood([]), storm(['/2024/03/01/flood/'])])).toHaveLength(1);
});

test('an article may name an old address twice, or its own', () => {
  expect(aliasTaken([flood(['/old/', '/old', '/2024/03/01/flood/'])])).toEqual([]);
});

test('old addresses with a file name or a query are told apart', () => {
  expect(aliasTaken([flood(['/?p=1', '/a.html']), storm(['/?p=2', '/b.html'])])).toEqual([]);
});
