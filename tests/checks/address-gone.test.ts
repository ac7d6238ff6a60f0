import { expect, test } from 'vitest';
import { addToLedger, parseLedger, printLedger } from '../../src/archive/ledger.ts';
import { addressGone } from '../../src/checks/address-gone.ts';
import { ledgerLine } from '../../src/checks/ledger-line.ts';
import type { Article } from '../../src/article/article.ts';
import { anArticle } from '../an-article.ts';
import { printAll } from './print-all.ts';

const flood = anArticle({ title: 'Flood', aliases: ['/2009/flood/'] });
const storm = anArticle({ slug: 'storm', title: 'Storm', summary: 'It blew.' });
const ledger = parseLedger(printLedger(addToLedger(new Map(), [flood, storm])));
const gone = (articles: readonly Article[]): string =>
  printAll(addressGone(ledger, articles, 'articles/addresses.txt'));

test('an article that is renamed is told with the line that keeps its address', () => {
  const renamed = { ...flood, id: '2024/03/01/tide', file: 'articles/2024/03/01/tide.md' };
  expect(gone([storm, renamed])).toBe(`articles/2024/03/01/tide.md address-gone
  The article used to be at /2024/03/01/flood/, which no longer answers.
  Write \`aliases: [/2024/03/01/flood/]\` into its front matter: then it leads to the article. \`npm run build\` does so.`);
});

test('an article that is deleted is told with its lines in the ledger and the ways to fix it', () => {
  const text = gone([storm]);
  expect(text).toContain('articles/addresses.txt:3 address-gone');
  expect(text).toContain(
    'to withdraw it for good, write `/2009/flood/ gone: the reason` into line 3',
  );
  expect(text).toContain('articles/addresses.txt:4 address-gone');
});

test('an alias that is taken away is told; one that is written otherwise is the same', () => {
  expect(gone([{ ...flood, aliases: [] }, storm])).toContain('/2009/flood/');
  expect(gone([{ ...flood, aliases: ['/2009/flood'] }, storm])).toBe('');
});

test('an article that becomes a draft is told at its draft field', () => {
  expect(gone([{ ...flood, draft: true }, storm])).toContain('is a draft, and was published at');
});

test('a line that is none of a ledger is told', () => {
  expect(
    printAll(ledgerLine(parseLedger('/a/\n>>>>>>> theirs\n'), 'articles/addresses.txt')),
  ).toContain('articles/addresses.txt:2 ledger-line');
});
