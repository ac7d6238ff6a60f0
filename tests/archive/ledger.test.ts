import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressesOf,
  addToLedger,
  findLost,
  parseLedger,
  printLedger,
  tombstonesOf,
} from '../../src/archive/ledger.ts';
import { articleId, type Article } from '../../src/article/article.ts';
import { anArticle, anyArticles } from '../an-article.ts';

const empty = new Map<string, never>();
const moved = (article: Article, date: string, slug: string): Article => ({
  ...article,
  id: articleId(date, slug),
  date,
  slug,
});

test('a ledger is one line an address, sorted, and reads back as it was', () => {
  const ledger = addToLedger(empty, [
    anArticle({ slug: 'b', aliases: ['/old one/', '/?p=12', '/story.php', '/page.html'] }),
    anArticle({ slug: 'a' }),
  ]);
  const text = printLedger(ledger);
  expect(
    text
      .split('\n')
      .filter((line) => line.startsWith('/'))
      .map((line) => line.split(' ')[0]),
  ).toEqual([
    '/2024/03/01/a/',
    '/2024/03/01/b/',
    '/?p=12',
    '/old%20one/',
    '/page.html',
    '/story.php/',
  ]);
  expect(printLedger(parseLedger(text).entries)).toBe(text);
});

test('whatever articles there are, their ledger reads back, and two of them merged have the lines of both', () => {
  fc.assert(
    fc.property(anyArticles, anyArticles, (one, other) => {
      const [first, second] = [one, other].map((articles) =>
        printLedger(addToLedger(empty, articles)),
      );
      const { entries, faults } = parseLedger(`${first}${second}`);
      expect(faults).toEqual([]);
      expect(new Set(entries.keys())).toEqual(new Set([...one, ...other].flatMap(addressesOf)));
    }),
  );
});

test('what a merge has left is told, and nothing is lost with it', () => {
  const { entries, faults } = parseLedger(
    '<<<<<<< HEAD\n/a/ 0123456789ab\n=======\n/b/ gone: why\n/%zz/ 1\n',
  );
  expect(faults.map(({ line }) => line)).toEqual([1, 3, 5]);
  expect([...entries.keys()]).toEqual(['/a/', '/b/']);
});

test('an article with another date or name is known again, twins and rewritten ones are not', () => {
  const flood = anArticle({ wordCount: 300 });
  const ledger = addToLedger(empty, [flood]);
  const tide = moved(flood, '2024-03-02', 'tide');
  expect(findLost(ledger, [tide])[0]?.movedTo).toBe(tide);
  expect(findLost(ledger, [tide, moved(flood, '2024-03-03', 'tide')])[0]?.movedTo).toBeUndefined();
  expect(findLost(ledger, [{ ...tide, wordCount: 301 }])[0]?.movedTo).toBeUndefined();
  const both = addToLedger(ledger, [flood, moved(flood, '2024-03-04', 'twin')]);
  expect(findLost(both, [tide]).map(({ movedTo }) => movedTo)).toEqual([undefined, undefined]);
});

test('what is gone is gone until an article answers there again', () => {
  const flood = anArticle();
  const { entries } = parseLedger('/2024/03/01/flood/ gone: Untrue.\n');
  expect(findLost(entries, [])).toEqual([]);
  expect(tombstonesOf(entries)).toEqual([{ address: '/2024/03/01/flood/', reason: 'Untrue.' }]);
  expect(tombstonesOf(addToLedger(entries, [flood]))).toEqual([]);
});

/** One change of an archive between two builds: which article, and what becomes of it. */
const anyChange = fc.record({
  kind: fc.constantFrom('rename', 'redate', 'delete', 'rewrite', 'add'),
  pick: fc.nat(20),
  other: fc.nat(8),
});

test('after any renames, deletions and rewritings every address that ever was answers or is gone', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 8 }), (builds) => {
      let serial = 0;
      const write = (other: number): Article =>
        anArticle({ slug: `s-${serial++}`, title: `Title ${other % 3}`, wordCount: 100 + other });
      let articles = [write(0), write(1), write(2), write(2)];
      let text = printLedger(addToLedger(empty, articles));
      const ever = new Set(articles.flatMap(addressesOf));
      for (const changes of builds) {
        for (const { kind, pick, other } of changes) {
          if (kind === 'add' || articles.length === 0) {
            articles.push(write(other));
            continue;
          }
          const at = pick % articles.length;
          const article = articles[at] as Article;
          if (kind === 'delete') articles.splice(at, 1);
          if (kind === 'rename') articles[at] = moved(article, article.date, `s-${serial++}`);
          if (kind === 'redate')
            articles[at] = moved(article, `2024-03-${10 + other}`, article.slug);
          if (kind === 'rewrite') articles[at] = { ...article, wordCount: article.wordCount + 1 };
        }
        // As a build does: what has surely moved gets its alias; what is left is for the keeper, who withdraws it.
        for (const { address, movedTo } of findLost(parseLedger(text).entries, articles)) {
          articles = articles.map((article) =>
            article === movedTo ? { ...article, aliases: [...article.aliases, address] } : article,
          );
        }
        const entries = new Map(parseLedger(text).entries);
        for (const { address } of findLost(entries, articles)) {
          entries.set(address, { marks: [], gone: 'Withdrawn.' });
        }
        expect(findLost(entries, articles)).toEqual([]);
        text = printLedger(addToLedger(entries, articles));
        articles.flatMap(addressesOf).forEach((address) => ever.add(address));
        const after = parseLedger(text).entries;
        const answered = new Set(articles.flatMap(addressesOf));
        for (const address of ever) {
          expect(answered.has(address) || after.get(address)?.gone !== undefined, address).toBe(
            true,
          );
        }
      }
    }),
  );
});
