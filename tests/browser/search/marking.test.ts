import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRanges, wantedIn } from '../../../src/browser/search/marking.ts';
import { parseQuery } from '../../../src/browser/search/query-parser.ts';
import { loadStemmer } from '../../../src/search/format/stemmers.ts';
import { wantedWords } from '../../../src/browser/search/query.ts';

const stemOf = await loadStemmer('en');

const marked = (text: string, query: string): string[] =>
  findRanges(text, wantedIn(wantedWords(parseQuery(query).query), stemOf)).map(({ start, end }) =>
    text.slice(start, end),
  );

test.each([
  ['我们在北京大学学习汉语。', '北京大学', ['北京大学']],
  ['今天我们学习汉语语法。', '学习', ['学习']],
  ['私は東京大学で日本語を勉強しています。', '日本語', ['日本語']],
  ['ฉันรักประเทศไทยมาก', 'ประเทศไทย', ['ประเทศไทย']],
  ['Hier, l’économie va mieux.', 'économie', ['économie']],
  ['Captain O’Brien landed.', "O'Brien land", ['O’Brien', 'landed']],
  ['The black hole, and a black cat.', '"black hole"', ['black hole']],
  ['Floods and flooding; a floodlight', 'flood', ['Floods', 'flooding']],
  ['Floods and flooding; a floodlight', 'floodi*', ['flooding']],
  ['Nothing of note.', 'moon', []],
])('in %s, %s marks %j', (text, query, ranges) => {
  expect(marked(text, query)).toEqual(ranges);
});

test('ranges lie in the text, one after the other', () => {
  const letters = fc.string({
    unit: fc.constantFrom('北', '京', 'a', ' ', '’', 'l', 'ไ', 'ท', '.'),
  });
  fc.assert(
    fc.property(letters, letters, (text, query) => {
      let last = 0;
      for (const { start, end } of findRanges(
        text,
        wantedIn([{ text: query, phrase: false }], stemOf),
      )) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});
