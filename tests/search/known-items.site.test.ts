import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, inject } from 'vitest';
import { takePage } from './article-page.ts';
import { renderMarkdown } from '../../src/markdown/render-markdown.ts';
import { corpusDir, readCorpus } from '../bench/corpus.ts';
import { makeKnownItems, readShown, scoreSearch, type Score } from '../bench/known-items.ts';
import { someOf } from '../thorough.ts';
import { buildTestIndex, findIds, type BuiltIndex } from './built-index.ts';

/** A sixth of the articles are searched for as well as all of them, where nobody asks for all. */
const corpus = readCorpus().filter(
  (_, i, { length }) => i % Math.round(length / someOf(length)) === 0,
);

describe.skipIf(corpus.length === 0)(`known articles of ${corpusDir} are found`, () => {
  let built: BuiltIndex;
  let scores: Score[];

  beforeAll(async () => {
    built = await buildTestIndex(
      corpus.map(({ id, title, date, body }) => ({
        id,
        title: title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
        date,
        body: renderMarkdown(body).html,
      })),
      takePage(inject('siteDir')),
      { shards: { largest: 120, smallest: 50 }, parts: { largest: 60, smallest: 20 } },
    );
    const shown = corpus.map((article) =>
      readShown(article, readFileSync(join(built.siteDir, article.id, 'index.html'), 'utf8')),
    );
    ({ scores } = await scoreSearch(makeKnownItems(shown, 20, 7), ({ kind, text, month }) =>
      findIds(built.engine, {
        text: kind === 'phrase' ? `"${text}"` : text,
        ...(month === undefined ? {} : { from: month, to: month }),
      }),
    ));
  });
  afterAll(() => built.close());

  const recallOf = (which: (score: Score) => boolean): number => {
    const some = scores.filter(which);
    return some.reduce((sum, { recallAt10 }) => sum + recallAt10, 0) / some.length;
  };

  test('19 of 20 among the first ten results', () => {
    expect(recallOf(({ kind }) => !kind.endsWith('typo'))).toBeGreaterThanOrEqual(0.95);
  });
  test('9 of 10 where a word is misspelt', () => {
    expect(recallOf(({ kind }) => kind.endsWith('typo'))).toBeGreaterThanOrEqual(0.9);
  });
});

test.runIf(corpus.length === 0)(`there is no ${corpusDir}: nothing is known to be found`, () => {
  expect(corpus).toEqual([]);
});
