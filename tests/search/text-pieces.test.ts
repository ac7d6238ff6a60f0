import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexFiles } from '../../src/browser/search/index-files.ts';
import { readText } from '../../src/browser/search/texts.ts';
import type { ArticleText, ShardEntry } from '../../src/search/format/manifest.ts';
import { printTextPieces } from '../../src/search/text-pieces.ts';
import { someOf } from '../thorough.ts';

/** Text that does not compress well. */
const content = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 900 })
  .map((words) => words.join(' '));
const thumbnail = fc.record({ name: fc.string(), width: fc.nat(), height: fc.nat() });
const fields = {
  id: fc.string(),
  title: fc.string({ unit: 'grapheme' }),
  date: fc.constant('2024-03-01'),
  lang: fc.constant('en'),
  dir: fc.constant('ltr' as const),
  authors: fc.array(fc.string(), { maxLength: 3 }),
  tags: fc.array(fc.string(), { maxLength: 3 }),
  content,
  headings: fc.constant<ArticleText['headings']>([]),
};
const text: fc.Arbitrary<ArticleText> = fc.oneof(
  fc.record(fields),
  fc.record({ ...fields, thumbnail }),
);

/** Files of an index that has these pieces only. */
const holding = (pieces: readonly Buffer[]): IndexFiles => ({
  readManifest: () => Promise.reject(new Error('none')),
  readPack: () => Promise.reject(new Error('none')),
  readPart: (path, { start, length }, parse) => {
    const piece = pieces[Number(path.split('/').at(-1))];
    return Promise.resolve(parse(new Uint8Array(piece?.subarray(start, start + length) ?? [])));
  },
});

async function readBack(texts: readonly ArticleText[]): Promise<ArticleText[]> {
  const files = holding(printTextPieces(texts));
  const entry = { parts: [['digest', texts.length]] } as unknown as ShardEntry;
  return Promise.all(
    texts.map(async ({ date }, i) => {
      const { article, whole } = await readText(files, entry, i, date);
      return whole ? whole() : article;
    }),
  );
}

test('a text comes back as it was printed, however long', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      expect(await readBack(texts)).toEqual(texts);
    }),
    { numRuns: someOf(40) },
  );
});

test('a long text is cut between words, and its headings stand where they stood', async () => {
  const words = Array.from({ length: 3000 }, (_, i) => `word${(i * 7919) % 10_007}`);
  const long: ArticleText = {
    id: '2024/03/01/long',
    title: 'Long',
    date: '2024-03-01',
    lang: 'en',
    dir: 'ltr',
    authors: [],
    tags: ['Floods'],
    content: words.join(' '),
    headings: [
      { at: 0, id: 'a', text: 'A' },
      { at: 20_000, id: 'b', text: 'B' },
    ],
  };
  const files = holding(printTextPieces(Array.from({ length: 50 }, () => long)));
  const entry = { parts: [['digest', 50]] } as unknown as ShardEntry;
  const { article, whole } = await readText(files, entry, 49, long.date);
  await expect(readText(files, entry, 48, '1999-12-31')).rejects.toThrow(RangeError);
  expect(long.content.startsWith(article.content)).toBe(true);
  expect(long.content[article.content.length]).toBe(' ');
  expect(article.headings.map(({ id }) => id)).toEqual(['a']);
  expect(await whole?.()).toEqual(long);
});
