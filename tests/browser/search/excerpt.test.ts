import { describe, expect, test } from 'vitest';
import { cutExcerpt, markHeadline, type Excerpt } from '../../../src/browser/search/excerpt.ts';
import { findRanges, wantedIn } from '../../../src/browser/search/marking.ts';
import { loadStemmer } from '../../../src/search/format/stemmers.ts';
import type { ArticleText } from '../../../src/search/format/manifest.ts';

const stemOf = await loadStemmer('en');

const anArticle = (content: string, headings: ArticleText['headings'] = []): ArticleText => ({
  id: '1969/07/20/eagle',
  title: 'Eagle lands',
  date: '1969-07-20',
  lang: 'en',
  dir: 'ltr',
  authors: [],
  tags: [],
  content,
  headings,
});
const wanted = (text: string, phrase = false) =>
  wantedIn(
    (phrase ? [text] : text.split(' ')).map((each) => ({ text: each, phrase })),
    stemOf,
  );
const print = ({ segments }: Excerpt): string =>
  segments.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('an excerpt', () => {
  test('marks the words found', () => {
    const excerpt = cutExcerpt(anArticle('Two men landed on the Moon.'), wanted('moon land'));
    expect(print(excerpt)).toBe('Two men [landed] on the [Moon].');
  });

  test('is cut where most of the words stand', () => {
    const far = `${'once '.repeat(100)}the lunar module of the moon ${'then '.repeat(100)}`;
    const excerpt = print(cutExcerpt(anArticle(`moon ${far}`), wanted('lunar moon')));
    expect(excerpt).toMatch(/^… .*\[lunar\] module of the \[moon\].* …$/);
  });

  test('names the heading it stands under', () => {
    const headings = [
      { at: 6, id: 'first', text: 'First' },
      { at: 16, id: 'second', text: 'Second' },
    ];
    const excerpt = cutExcerpt(
      anArticle('a b c\nFirst\nd e\nSecond\nthe moon', headings),
      wanted('moon'),
    );
    expect(excerpt.heading).toEqual({ id: 'second', text: 'Second' });
    expect(excerpt.firstMark).toBe('moon');
  });

  test('marks a phrase as one, and its words alone not at all', () => {
    const excerpt = cutExcerpt(anArticle('a hole, then a black hole.'), wanted('black hole', true));
    expect(print(excerpt)).toBe('a hole, then a [black hole].');
  });

  test('stands as it is written, whatever the index makes of it', () => {
    expect(print(cutExcerpt(anArticle('Pour l’économie d’ici—enfin'), wanted('économie')))).toBe(
      'Pour l’[économie] d’ici—enfin',
    );
    expect(print(cutExcerpt(anArticle('我们在北京大学学习。'), wanted('北京大学')))).toBe(
      '我们在[北京大学]学习。',
    );
  });

  test('of an article that is found by its date alone is its opening', () => {
    expect(print(cutExcerpt(anArticle('One two three.'), []))).toBe('One two three.');
  });
});

describe('a word is marked in its inflections', () => {
  const isMarked = (text: string, word: string): boolean =>
    findRanges(text, wanted(word)).length > 0;
  test.each([
    ['landed', 'landing'],
    ['flood', 'floods'],
    ['soldiers', 'soldier'],
    ['והסוסים', 'סוסים'],
    ['İzmir’de', 'Izmir'],
    ['대구에서', '대구'],
  ])('%s for %s', (text, word) => {
    expect(isMarked(text, word)).toBe(true);
  });
  test.each([
    ['they', 'the'],
    ['article', 'art'],
    ['country', 'count'],
  ])('but not %s for %s', (text, word) => {
    expect(isMarked(text, word)).toBe(false);
  });
});

test('a headline is shown as it is written, in any script', () => {
  for (const title of [
    '北京奥运会在“鸟巢”隆重开幕',
    '在NASA工作 and 在 NASA 工作',
    'L’économie “repart”, “enfin”',
    'กรุงเทพมหานคร 2024',
  ]) {
    const segments = markHeadline(title, wanted('開幕 NASA économie'));
    expect(segments.map(({ text }) => text).join('')).toBe(title);
  }
  expect(markHeadline('在NASA工作', wanted('nasa'))).toEqual([
    { text: '在', marked: false },
    { text: 'NASA', marked: true },
    { text: '工作', marked: false },
  ]);
});
