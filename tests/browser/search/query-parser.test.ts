import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../src/browser/search/query-parser.ts';
import type { Query } from '../../../src/browser/search/query.ts';

/** Prints a query with every parenthesis, so that how it was read can be seen at once. */
function print(query: Query): string {
  switch (query.kind) {
    case 'word':
      return query.text;
    case 'phrase':
      return `"${query.text}"`;
    case 'near':
      return `"${query.text}"~${query.distance}`;
    case 'beginning':
      return `${query.text}*`;
    case 'title':
      return `title:${query.text}`;
    case 'facet':
      return `${query.facet}:${query.name}`;
    case 'dates':
      return `[${query.from ?? ''}..${query.to ?? ''}]`;
    case 'not':
      return `-${print(query.part)}`;
    case 'and':
      return `(${query.parts.map(print).join(' ')})`;
    case 'or':
      return `(${query.parts.map(print).join(' | ')})`;
    default:
      return query.kind;
  }
}

const read = (text: string): string => print(parseQuery(text).query);
const codes = (text: string): string[] => parseQuery(text).notes.map(({ code }) => code);

describe('what a query asks', () => {
  test.each([
    ['moon landing', '(moon landing)'],
    ['"black hole" image', '("black hole" image)'],
    ['flood OR storm surge', '(flood | (storm surge))'],
    ['flood (storm OR surge)', '(flood (storm | surge))'],
    ['"harbour strike"~8 ferry', '("harbour strike"~8 ferry)'],
    ['"harbour strike" ~8', '("harbour strike" ~8)'],
    ['flood* OR título*', '(flood* | título*)'],
    ['fl* 北京大* fl*ood', '(fl* 北京大* fl*ood)'],
    ['moon -apollo', '(moon -apollo)'],
    ['moon -"apollo 11" -(mars OR venus)', '(moon -"apollo 11" -(mars | venus))'],
    ['moon NOT apollo', '(moon -apollo)'],
    ['cats AND dogs', '(cats dogs)'],
    ['title:treaty', 'title:treaty'],
    ['title:"peace treaty"', 'title:peace treaty'],
    ['title: treaty', 'title:treaty'],
    ['tag:"North Korea" section:World', '(tags:North Korea sections:World)'],
    ['topic:space by:"Jane Doe" lang:fr', '(tags:space authors:Jane Doe languages:fr)'],
    ['date:1969', '[1969-01-01..1969-12-31]'],
    ['date:1969-07', '[1969-07-01..1969-07-31]'],
    ['date:1969-07-20', '[1969-07-20..1969-07-20]'],
    ['date:1969..1972', '[1969-01-01..1972-12-31]'],
    ['from:2020 to:2021-06', '([2020-01-01..] [..2021-06-31])'],
    ['undated: treaty', '(undated treaty)'],
    ['-section:Sport war', '(-sections:Sport war)'],
    ['„schwarzes Loch“', '"schwarzes Loch"'],
    ['«trou noir»', '"trou noir"'],
    ['well-known', 'well-known'],
    ['Re: budget', '(Re: budget)'],
    ['see https://example.org/a', '(see https://example.org/a)'],
    ['10:30', '10:30'],
    ['ferry - harbour', '(ferry harbour)'],
    ['ferry – harbour — quay', '(ferry harbour quay)'],
    ['ferry -- harbour', '(ferry harbour)'],
    ['- ferry', 'ferry'],
    ['ferry (-harbour)', '(ferry -harbour)'],
    ['ferry,harbour;quay', '(ferry harbour quay)'],
    ['ferry/harbour+quay|pier', '(ferry harbour quay pier)'],
    ['ferry…harbour...quay', '(ferry harbour quay)'],
    ['Fähre،Hafen、Kai', '(Fähre Hafen Kai)'],
    ['10,000 3/4 and/or', '(10,000 3/4 and or)'],
    ['-ferry/harbour', '(-ferry harbour)'],
    ['soft\u00ADhyphen \u200Eferry\u200F\uFEFF', '(softhyphen ferry)'],
    ['ｆｅｒｒｙ　ｔｉｔｌｅ：ｑｕａｙ', '(ferry title:quay)'],
    ['＂old ferry＂ 「new quay」 ‹pier›', '("old ferry" "new quay" "pier")'],
    ['רמטכ"ל חדש', '(רמטכ"ל חדש)'],
    ['date:١٩٦٩-٠٧', '[1969-07-01..1969-07-31]'],
    ['date:1969/7/20', '[1969-07-20..1969-07-20]'],
    ['date:1969.7', '[1969-07-01..1969-07-31]'],
    ['date:1969–07', '[1969-07-01..1969-07-31]'],
    ['date:1969/1972', '[1969-01-01..1972-12-31]'],
    ['date:1969…', '[1969-01-01..]'],
    ['date:..1969', '[..1969-12-31]'],
    ['', 'all'],
    ['  - OR ( ) "" ', 'all'],
  ])('%s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });
});

describe('what cannot be read is said, with its place', () => {
  test.each([
    ['"black hole', '"black hole"', 'quote-not-closed', 0],
    ['moon (landing OR', '(moon landing)', 'operator-alone', 14],
    ['(moon', 'moon', 'parenthesis-not-closed', 0],
    ['moon) landing', '(moon landing)', 'parenthesis-not-opened', 4],
    ['moon -', 'moon', 'operator-alone', 5],
    ['OR moon', 'moon', 'operator-alone', 0],
    ['titel:moon', '(titel moon)', 'unknown-operator', 0],
    ['moon title:', 'moon', 'operator-without-value', 5],
    ['moon date:yesterday', 'moon', 'not-a-date', 5],
    ['date:1972..1969', '[1969-01-01..1972-12-31]', 'dates-reversed', 0],
    ['ship from:1972 to:1969-05', '(ship [1969-05-01..1972-12-31])', 'dates-reversed', 5],
    ['ship to:1969 from:1972', '(ship [1969-01-01..1972-12-31])', 'dates-reversed', 5],
    ['ship date:1969-02-30', 'ship', 'no-such-day', 5],
    ['ship date:1969-01..1969-13', 'ship', 'no-such-day', 5],
  ])('%s', (text, meaning, code, start) => {
    expect(read(text)).toBe(meaning);
    const note = parseQuery(text).notes.find((found) => found.code === code);
    expect(note?.span.start).toBe(start);
  });

  test('an unknown operator is compared with the known ones', () => {
    expect(parseQuery('titel:moon').notes[0]?.meant).toBe('title');
    expect(parseQuery('sect:World').notes[0]?.meant).toBe('section');
    expect(parseQuery('foo:bar').notes[0]?.meant).toBeUndefined();
  });

  test('a search that only leaves out is said to be one', () => {
    expect(codes('-moon')).toContain('only-exclusions');
    expect(codes('sun -moon')).toEqual([]);
  });

  test('of ten thousand characters the beginning is read', () => {
    const { query, notes } = parseQuery('word '.repeat(2000));
    expect(notes[0]?.code).toBe('too-long');
    expect(query.kind === 'and' && query.parts.length).toBe(32);
  });
});

test('any text at all is read, and every note has its place in the text', () => {
  const typed = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '"',
          '(',
          ')',
          '-',
          ' OR ',
          ' AND ',
          ' NOT ',
          'title:',
          'date:',
          'undated:',
          ' ',
          ':',
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const { text: read, notes } = parseQuery(text);
      for (const { span } of notes) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(read.length);
      }
    }),
  );
});
