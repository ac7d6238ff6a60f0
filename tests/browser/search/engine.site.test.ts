import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { evaluate } from '../../../src/browser/search/evaluate.ts';
import { inRange } from '../../../src/browser/search/period.ts';
import type { Query } from '../../../src/browser/search/query.ts';
import { fold, waysToFind, wordsOf } from '../../../src/search/format/text-words.ts';
import { takePage } from '../../search/article-page.ts';
import { buildTestIndex, type BuiltIndex, type ToIndex } from '../../search/built-index.ts';
import { someOf } from '../../thorough.ts';

const span = { start: 0, end: 0 };
const vocabulary =
  'flood floods flooded flooding harbour harbours strike striking ship e-mail O’Leary north-sea été 北京大学 ship’s tide the a of'.split(
    ' ',
  );
const sections = ['World', 'Sport', 'Région-Nord'];

/** A made-up article; all that is in it follows from its number. */
function anArticle(number: number): ToIndex {
  let seed = number * 7919 + 13;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor(seed / 65_536) % below;
  };
  const words = (count: number): string =>
    Array.from({ length: count }, () => vocabulary[next(vocabulary.length)]).join(' ');
  const year = 1990 + next(30);
  const date =
    number % 13 === 0
      ? 'undated'
      : number % 7 === 0
        ? `${year}`
        : `${year}-0${1 + next(9)}-1${next(9)}`;
  return {
    id: `${date.replaceAll('-', '/')}/n-${number}`,
    date,
    title: words(3),
    body: Array.from(
      { length: 1 + next(3) },
      () => `<p>${words(2 + next(number % 10 === 0 ? 300 : 14))}.</p>`,
    ).join(''),
    section: sections[next(3)],
    tags: number % 2 === 0 ? ['Floods'] : [],
    lang: number % 5 === 0 ? 'fr-CA' : 'en',
  };
}

const articles = Array.from({ length: 90 }, (_, i) => anArticle(i));
let built: BuiltIndex;
beforeAll(async () => {
  built = await buildTestIndex(articles, takePage(inject('siteDir')), {
    shards: { largest: 40, smallest: 10 },
    parts: { largest: 12, smallest: 4 },
  });
});
afterAll(() => built.close());

async function find(query: Query): Promise<string[]> {
  const { engine } = built;
  const ids: string[] = [];
  for (const entry of engine.manifest.shards) {
    const shard = engine.shard(entry);
    const { mask } = await evaluate(query, { engine, shard });
    for (const [position, member] of mask.entries()) {
      if (member === 1) ids.push((await shard.text(position)).article.id);
    }
  }
  return ids.toSorted();
}

/** What a query finds when every text is read through. */
const findNaively = (query: Query): string[] =>
  articles
    .filter((article) => has(article, query))
    .map(({ id }) => id ?? '')
    .toSorted();

type Place = ReadonlySet<string>;

/** For each place of a text the forms that stand there. */
const placesOf = (text: string): Place[] => {
  let places = known.get(text);
  if (!places) {
    places = wordsOf(text).map(({ text: word, also }) => new Set([word, ...also]));
    known.set(text, places);
  }
  return places;
};
const known = new Map<string, Place[]>();

function has(article: ToIndex, query: Query): boolean {
  const title = placesOf(article.title);
  const body = placesOf(article.body.replaceAll(/<[^>]*>/g, ' '));
  const stands = (place: Place | undefined, word: string): boolean =>
    [...(place ?? [])].some((form) => built.engine.stem(form) === built.engine.stem(word));
  const behind = (places: Place[], way: readonly string[]): boolean =>
    places.some((_, at) => way.every((word, i) => stands(places[at + i], word)));
  const anywhere = (way: readonly string[]): boolean => behind(title, way) || behind(body, way);
  const texts = (text: string): string[] => wordsOf(text).map((word) => word.text);
  switch (query.kind) {
    case 'all':
      return true;
    case 'word':
      return waysToFind(query.text).some(anywhere);
    case 'phrase':
      return anywhere(texts(query.text));
    case 'title':
      return waysToFind(query.text).some((way) => behind(title, way));
    case 'near': {
      const [one = '', other = ''] = texts(query.text);
      const at = (places: Place[], word: string): number[] =>
        places.flatMap((place, i) => (stands(place, word) ? [i] : []));
      return [title, body].some((places) =>
        at(places, one).some((a) =>
          at(places, other).some((b) => Math.abs(a - b) <= query.distance),
        ),
      );
    }
    case 'beginning':
      return `${article.title} ${article.body.replaceAll(/<[^>]*>/g, ' ')}`
        .split(/\s+/)
        .some((word) => wordsOf(word).some(({ text }) => text.startsWith(fold(query.text))));
    case 'facet': {
      const names = {
        sections: [article.section ?? ''],
        tags: article.tags ?? [],
        authors: [],
        languages: [article.lang ?? ''],
      };
      return names[query.facet].some(
        (name) => fold(name) === fold(query.name) || fold(name).startsWith(`${fold(query.name)}ca`),
      );
    }
    case 'dates':
      return inRange(article.date, query.from, query.to);
    case 'undated':
      return article.date === 'undated';
    case 'not':
      return !has(article, query.part);
    case 'and':
      return query.parts.every((part) => has(article, part));
    case 'or':
      return query.parts.some((part) => has(article, part));
  }
}

const word = fc.constantFrom(...vocabulary, 'leary', 'email', '北京', 'ete', 'nowhere', 'l’été');
const pair = fc.tuple(word, word).map((words) => words.join(' '));
const leaf: fc.Arbitrary<Query> = fc.oneof(
  word.map((text): Query => ({ kind: 'word', text, span })),
  pair.map((text): Query => ({ kind: 'phrase', text, span })),
  fc.oneof(word, pair).map((text): Query => ({ kind: 'title', text, span })),
  fc
    .tuple(
      fc.constantFrom('flood', 'ship', 'harbour', 'tide'),
      fc.constantFrom('strike', 'the', 'north'),
      fc.nat(6),
    )
    .map(([one, other, distance]): Query => ({
      kind: 'near',
      text: `${one} ${other}`,
      distance: distance + 1,
      span,
    })),
  fc
    .constantFrom('flo', 'floodi', 'har', 'str', 'zzz')
    .map((text): Query => ({ kind: 'beginning', text, span })),
  fc
    .constantFrom('world', 'region nord')
    .map((name): Query => ({ kind: 'facet', facet: 'sections', name, span })),
  fc.constant<Query>({ kind: 'facet', facet: 'languages', name: 'fr', span }),
  fc.constant<Query>({ kind: 'dates', from: '1995-03-02', to: '2007-05-12', span }),
  fc.constant<Query>({ kind: 'undated', span }),
);
const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .array(tie('query'), { minLength: 2, maxLength: 3 })
      .map((parts): Query => ({ kind: 'and', parts })),
    fc
      .array(tie('query'), { minLength: 2, maxLength: 3 })
      .map((parts): Query => ({ kind: 'or', parts })),
    tie('query').map((part): Query => ({ kind: 'not', part })),
  ),
}));

describe('what is found is what reading every text finds', () => {
  test('for any query', async () => {
    expect(built.engine.manifest.shards.length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        expect(await find(asked)).toEqual(findNaively(asked));
      }),
      { numRuns: someOf(250) },
    );
  });
  test.each(vocabulary)('for the word %s', async (text) => {
    const found = findNaively({ kind: 'word', text, span });
    expect(found.length).toBeGreaterThan(0);
    expect(await find({ kind: 'word', text, span })).toEqual(found);
  });
});

test('a misspelt word is read as one that the archive has', async () => {
  expect(await built.engine.words.similarTo('harbuor')).toContain('harbour');
  expect(await built.engine.words.similarTo('floodharbour')).toContain('flood harbour');
  expect(await built.engine.words.similarTo('qqqqqq')).toEqual([]);
});
